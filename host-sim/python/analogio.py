# shared-bindings/analogio: voltages. The ESP32-S3 has no AnalogOut.
import _chip
from _devices import Device as _Device, checked as _checked
from _pins import gpio_of as _gpio_of


class AnalogIn(_Device):
    def __init__(self, pin):
        self._handle = 0
        self._handle = _checked(_chip.analog_open(_gpio_of(pin)))

    def deinit(self):
        _chip.analog_close(self._handle)
        self._handle = 0

    @property
    def value(self):
        return _checked(_chip.analog_value(self._handle))

    @property
    def reference_voltage(self):
        return _checked(_chip.analog_reference(self._handle))


class AnalogOut:
    def __init__(self, pin):
        raise NotImplementedError
