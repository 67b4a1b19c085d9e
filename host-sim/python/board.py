# `board` of the simulated board: its pins by name, its camera's pins as a tuple, its I2C bus.
import json
from _chip import board as _board
from microcontroller import named_pin as _named_pin

_data = json.loads(_board())
board_id = _data["id"]
for _name in _data["pins"]:
    globals()[_name] = _named_pin(_data["pins"][_name], _name)
globals()[_data["camera_pins"]] = tuple(
    _named_pin(_gpio, _data["camera_pins"]) for _gpio in _data["camera_gpios"]
)

_bus = None


def I2C():
    global _bus
    import busio

    if _bus is None or _bus._handle == 0:
        _bus = busio.I2C(SCL, SDA)
    return _bus
