# shared-bindings/busio: buses with two, three and four wires.
from uctypes import addressof as _addressof

import _chip
from _devices import Device as _Device, checked as _checked
from _pins import gpio_of as _gpio_of

_ALL = 0x7FFFFFFF


def _slice(buffer, start, end):
    """normalize_buffer_bounds in shared/runtime/buffer_helper.c: address and length."""
    length = len(buffer)
    start = min(max(start + length, 0) if start < 0 else start, length)
    end = min(max(end + length, 0) if end < 0 else end, length)
    size = max(end - start, 0)
    # An empty buffer has no address.
    return (_addressof(buffer) + start, size) if size > 0 else (0, 0)


def _optional(pin, name):
    return "" if pin is None else _gpio_of(pin, name)


class I2C(_Device):
    def __init__(self, scl, sda, *, frequency=100000, timeout=255):
        self._handle = 0
        self._handle = _checked(_chip.i2c_open(_gpio_of(scl, "scl"), _gpio_of(sda, "sda")))

    def deinit(self):
        _chip.i2c_close(self._handle)
        self._handle = 0

    def try_lock(self):
        return _checked(_chip.i2c_try_lock(self._handle))

    def unlock(self):
        _checked(_chip.i2c_unlock(self._handle))

    def scan(self):
        import json

        return json.loads(_checked(_chip.i2c_scan(self._handle)))

    def readfrom_into(self, address, buffer, *, start=0, end=_ALL):
        _checked(_chip.i2c_read(self._handle, address, *_slice(buffer, start, end)))

    def writeto(self, address, buffer, *, start=0, end=_ALL):
        _checked(_chip.i2c_write(self._handle, address, *_slice(buffer, start, end)))

    def writeto_then_readfrom(
        self, address, out_buffer, in_buffer, *, out_start=0, out_end=_ALL, in_start=0, in_end=_ALL
    ):
        self.writeto(address, out_buffer, start=out_start, end=out_end)
        self.readfrom_into(address, in_buffer, start=in_start, end=in_end)


class SPI(_Device):
    def __init__(self, clock, MOSI=None, MISO=None, half_duplex=False):
        self._handle = 0
        pins = (_gpio_of(clock, "clock"), _optional(MOSI, "mosi"), _optional(MISO, "miso"))
        if half_duplex:
            raise NotImplementedError("half_duplex")
        self._handle = _checked(_chip.spi_open(*pins))

    def deinit(self):
        _chip.spi_close(self._handle)
        self._handle = 0

    def try_lock(self):
        return _checked(_chip.spi_try_lock(self._handle))

    def unlock(self):
        _checked(_chip.spi_unlock(self._handle))

    def configure(self, *, baudrate=100000, polarity=0, phase=0, bits=8):
        _checked(_chip.spi_configure(self._handle, baudrate, polarity, phase, bits))

    @property
    def frequency(self):
        return _checked(_chip.spi_frequency(self._handle))

    def write(self, buffer, *, start=0, end=_ALL):
        _checked(_chip.spi_write(self._handle, *_slice(buffer, start, end)))

    def readinto(self, buffer, *, start=0, end=_ALL, write_value=0):
        _checked(_chip.spi_read(self._handle, *_slice(buffer, start, end), write_value))

    def write_readinto(
        self, out_buffer, in_buffer, *, out_start=0, out_end=_ALL, in_start=0, in_end=_ALL
    ):
        out = _slice(out_buffer, out_start, out_end)
        _checked(_chip.spi_transfer(self._handle, *out, *_slice(in_buffer, in_start, in_end)))


class UART:
    def __init__(self, *pins, **settings):
        raise NotImplementedError("busio.UART is not simulated yet")
