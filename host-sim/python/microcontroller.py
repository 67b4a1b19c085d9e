# shared-bindings/microcontroller: pins and reset.

import _chip
from _devices import fail as _fail
from watchdog import WatchDogTimer as _WatchDogTimer


class Restart(BaseException):
    """Leaves the program; the virtual board then starts anew."""


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


def named_pin(gpio, name):
    """The pin of a GPIO, shown by the first name that the board gave it."""
    pin_object = getattr(pin, gpio)
    if pin_object._name.startswith("microcontroller."):
        pin_object._name = "board." + name
    return pin_object


def reset():
    """As the reset button: no except and no finally of the program sees it."""
    _chip.reset()


class RunMode:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "microcontroller.RunMode." + self._name


class ResetReason(RunMode):
    def __repr__(self):
        return "microcontroller.ResetReason." + self._name


for _name in ("NORMAL", "SAFE_MODE", "UF2", "BOOTLOADER"):
    setattr(RunMode, _name, RunMode(_name))
for _name in ("POWER_ON", "BROWNOUT", "SOFTWARE", "DEEP_SLEEP_ALARM", "RESET_PIN", "WATCHDOG", "UNKNOWN", "RESCUE_DEBUG"):
    setattr(ResetReason, _name, ResetReason(_name))


def on_next_reset(run_mode):
    if run_mode is not RunMode.NORMAL:
        raise NotImplementedError("only microcontroller.RunMode.NORMAL is simulated")


def delay_us(delay):
    answer = _chip.sleep(delay / 1000)
    if answer < 0:
        _fail(answer)


class Processor:
    frequency = 240000000
    temperature = 40.0
    voltage = None
    uid = b"\x74\x61\x69\x70\x61\x6e"

    @property
    def reset_reason(self):
        return getattr(ResetReason, _chip.reset_reason())


cpu = Processor()


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
