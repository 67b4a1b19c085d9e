# What a pin may be asked for: validate_obj_is_pin in shared-bindings/microcontroller/Pin.c.
from microcontroller import Pin


def gpio_of(pin, name="pin"):
    if not isinstance(pin, Pin):
        raise TypeError("%s must be of type Pin, not %s" % (name, type(pin).__name__))
    return pin._gpio


class Choice:
    """A member of an enumeration, which prints as its name in the module."""

    def __init__(self, shown):
        self._shown = shown

    def __repr__(self):
        return self._shown
