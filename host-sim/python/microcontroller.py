# shared-bindings/microcontroller: pins and reset.


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
    raise Restart
