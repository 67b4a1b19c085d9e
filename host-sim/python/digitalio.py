# shared-bindings/digitalio: pins with two levels.
import _chip
from _devices import Device as _Device, checked as _checked
from _pins import Choice as _Choice, gpio_of as _gpio_of


class Direction:
    INPUT = _Choice("digitalio.Direction.INPUT")
    OUTPUT = _Choice("digitalio.Direction.OUTPUT")


class DriveMode:
    PUSH_PULL = _Choice("digitalio.DriveMode.PUSH_PULL")
    OPEN_DRAIN = _Choice("digitalio.DriveMode.OPEN_DRAIN")


class Pull:
    UP = _Choice("digitalio.Pull.UP")
    DOWN = _Choice("digitalio.Pull.DOWN")


def _pull_name(pull):
    # validate_pull in shared-bindings/digitalio/Pull.c
    if pull is None:
        return ""
    if pull is Pull.UP:
        return "up"
    if pull is Pull.DOWN:
        return "down"
    raise TypeError("pull must be of type Pull or None, not " + type(pull).__name__)


class DigitalInOut(_Device):
    def __init__(self, pin):
        self._handle = 0
        self._handle = _checked(_chip.digital_open(_gpio_of(pin)))

    def deinit(self):
        _chip.digital_close(self._handle)
        self._handle = 0

    def switch_to_output(self, value=False, drive_mode=DriveMode.PUSH_PULL):
        open_drain = drive_mode is DriveMode.OPEN_DRAIN
        _checked(_chip.digital_to_output(self._handle, bool(value), open_drain))

    def switch_to_input(self, pull=None):
        _checked(_chip.digital_is_output(self._handle))
        _checked(_chip.digital_to_input(self._handle, _pull_name(pull)))

    @property
    def direction(self):
        is_output = _checked(_chip.digital_is_output(self._handle))
        return Direction.OUTPUT if is_output else Direction.INPUT

    @direction.setter
    def direction(self, direction):
        _checked(_chip.digital_is_output(self._handle))
        if direction is Direction.INPUT:
            self.switch_to_input()
        elif direction is Direction.OUTPUT:
            self.switch_to_output()
        else:
            raise ValueError("Invalid direction")

    @property
    def value(self):
        return _checked(_chip.digital_value(self._handle))

    @value.setter
    def value(self, value):
        _checked(_chip.digital_set_value(self._handle, bool(value)))

    @property
    def drive_mode(self):
        open_drain = _checked(_chip.digital_is_open_drain(self._handle))
        return DriveMode.OPEN_DRAIN if open_drain else DriveMode.PUSH_PULL

    @drive_mode.setter
    def drive_mode(self, drive_mode):
        open_drain = drive_mode is DriveMode.OPEN_DRAIN
        _checked(_chip.digital_set_open_drain(self._handle, open_drain))

    @property
    def pull(self):
        name = _checked(_chip.digital_pull(self._handle))
        return {"": None, "up": Pull.UP, "down": Pull.DOWN}[name]

    @pull.setter
    def pull(self, pull):
        _checked(_chip.digital_pull(self._handle))
        _checked(_chip.digital_set_pull(self._handle, _pull_name(pull)))
