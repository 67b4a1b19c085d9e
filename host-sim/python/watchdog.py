# shared-bindings/watchdog: the timer itself is microcontroller.watchdog.
import _chip
from _devices import WatchDogTimeout, checked as _checked


class WatchDogMode:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "watchdog.WatchDogMode." + self._name


WatchDogMode.RAISE = WatchDogMode("RAISE")
WatchDogMode.RESET = WatchDogMode("RESET")


class WatchDogTimer:
    @property
    def timeout(self):
        return _chip.watchdog_timeout()

    @timeout.setter
    def timeout(self, seconds):
        _checked(_chip.watchdog_set_timeout(seconds))

    @property
    def mode(self):
        name = _chip.watchdog_mode()
        return None if name == "" else getattr(WatchDogMode, name)

    @mode.setter
    def mode(self, value):
        _checked(_chip.watchdog_set_mode("" if value is None else value._name))

    def feed(self):
        _checked(_chip.watchdog_feed())

    def deinit(self):
        self.mode = None
