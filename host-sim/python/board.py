# `board` of the simulated board: its pins by name, its camera's pins as a tuple, its I2C bus.
import json
from _chip import board as _board
from microcontroller import _named_pin

_data = json.loads(_board())
board_id = _data["id"]
for _name in _data["pins"]:
    globals()[_name] = _named_pin(_data["pins"][_name], _name)
globals()[_data["camera_pins"]] = tuple(
    _named_pin(_gpio, _data["camera_pins"]) for _gpio in _data["camera_gpios"]
)

_buses = {}


def _singleton(kind, pins):
    """The board's own bus: made once, and again after its deinit (shared-module/board)."""
    import busio

    bus = _buses.get(kind)
    if bus is None or bus._handle == 0:
        bus = _buses[kind] = getattr(busio, kind)(*(globals().get(pin) for pin in pins))
    return bus


def I2C():
    return _singleton("I2C", ("SCL", "SDA"))


def SPI():
    return _singleton("SPI", ("SCK", "MOSI", "MISO"))


if "TX" in _data["pins"] and "RX" in _data["pins"]:

    def UART():
        return _singleton("UART", ("TX", "RX"))
