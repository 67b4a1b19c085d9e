# shared-bindings/pwmio: pulse-width modulated signals.
import _chip
from _devices import Device as _Device, checked as _checked
from _pins import gpio_of as _gpio_of


class PWMOut(_Device):
    def __init__(self, pin, *, duty_cycle=0, frequency=500, variable_frequency=False):
        self._handle = 0
        gpio = _gpio_of(pin)
        variable = bool(variable_frequency)
        self._handle = _checked(_chip.pulses_open(gpio, duty_cycle, frequency, variable))

    def deinit(self):
        _chip.pulses_close(self._handle)
        self._handle = 0

    @property
    def duty_cycle(self):
        return _checked(_chip.pulses_duty(self._handle))

    @duty_cycle.setter
    def duty_cycle(self, duty_cycle):
        _checked(_chip.pulses_set_duty(self._handle, duty_cycle))

    @property
    def frequency(self):
        return _checked(_chip.pulses_frequency(self._handle))

    @frequency.setter
    def frequency(self, frequency):
        _checked(_chip.pulses_set_frequency(self._handle, frequency))
