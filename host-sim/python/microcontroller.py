# shared-bindings/microcontroller: pins and reset.

import json as _json
import _chip
from _devices import Choice as _Choice, checked as _checked, fail as _fail
from watchdog import WatchDogTimer as _WatchDogTimer


class Pin:
    def __init__(self, gpio, name):
        self._gpio = gpio
        self._name = name

    def __repr__(self):
        return self._name

    __str__ = __repr__


class _Pins:
    """microcontroller.pin: every GPIO by its own name, one object each."""

    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if not name.startswith("GPIO"):
            raise AttributeError(name)
        pin = self._made.get(name)
        if pin is None:
            pin = self._made[name] = Pin(name, "microcontroller.pin." + name)
        return pin


pin = _Pins()


def _named_pin(gpio, name):
    """The pin of a GPIO, shown by the first name that the board gave it."""
    pin_object = getattr(pin, gpio)
    if pin_object._name.startswith("microcontroller."):
        pin_object._name = "board." + name
    return pin_object


def reset():
    """As the reset button: no except and no finally of the program sees it."""
    _chip.reset()


class RunMode:
    pass


class ResetReason:
    pass


_names = _json.loads(_chip.processor_choices())
for _name in _names["run_modes"]:
    setattr(RunMode, _name, _Choice("microcontroller.RunMode." + _name))
for _name in _names["reset_reasons"]:
    setattr(ResetReason, _name, _Choice("microcontroller.ResetReason." + _name))


def on_next_reset(run_mode):
    _checked(_chip.set_next_run_mode(repr(run_mode).split(".")[-1]))


def disable_interrupts():
    pass


enable_interrupts = disable_interrupts


def delay_us(delay):
    answer = _chip.sleep(delay / 1000)
    if answer < 0:
        _fail(answer)


class Processor:
    temperature = _chip.celsius()
    voltage = None
    uid = bytearray(_json.loads(_chip.uid()))

    @property
    def frequency(self):
        return _chip.frequency()

    @frequency.setter
    def frequency(self, value):
        _checked(_chip.set_frequency(value))

    @property
    def reset_reason(self):
        return getattr(ResetReason, _chip.reset_reason())


cpu = Processor()
cpus = (cpu, cpu)


class _ByteArray:
    """shared-bindings/nvm/ByteArray.c"""

    def __len__(self):
        return _chip.nvm_size()

    def _indexes(self, index):
        if isinstance(index, slice):
            return range(len(self))[index]
        size = len(self)
        if not -size <= index < size:
            raise IndexError("index out of range")
        return (index % size,)

    def __getitem__(self, index):
        values = bytearray(_chip.nvm_get(at) for at in self._indexes(index))
        return values if isinstance(index, slice) else values[0]

    def __setitem__(self, index, value):
        places = self._indexes(index)
        if not isinstance(index, slice):
            if not 0 <= value <= 255:
                raise ValueError("bytes must be 0-255")
            value = (value,)
        elif len(value) != len(places):
            raise ValueError("Slice and value different lengths.")
        for at, byte in zip(places, value):
            _chip.nvm_set(at, byte)


nvm = _ByteArray()
watchdog = _WatchDogTimer()
