# What a pin may be asked for: validate_obj_is_pin in shared-bindings/microcontroller/Pin.c.
from microcontroller import Pin

# Of the enumerations beside them.
from _devices import Choice  # noqa: F401


def gpio_of(pin, name="pin"):
    if not isinstance(pin, Pin):
        raise TypeError("%s must be of type Pin, not %s" % (name, type(pin).__name__))
    return pin._gpio
