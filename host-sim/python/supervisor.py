# shared-bindings/supervisor, as far as programs without a screen need it.
from _chip import ticks as ticks_ms
from microcontroller import Restart as _Restart


class _Runtime:
    autoreload = True
    usb_connected = False
    serial_connected = True
    serial_bytes_available = 0


runtime = _Runtime()


def reload():
    raise _Restart
