# shared-bindings/neopixel_write: bytes as NeoPixels take them, whatever they mean.
from uctypes import addressof as _addressof
import _chip
import digitalio as _digitalio
from _devices import checked as _checked


def neopixel_write(digitalinout, buf):
    if not isinstance(digitalinout, _digitalio.DigitalInOut):
        name = type(digitalinout).__name__
        raise TypeError("digitalinout must be of type DigitalInOut, not " + name)
    _checked(_chip.pixels_write(digitalinout._handle, _addressof(buf), len(buf)))
