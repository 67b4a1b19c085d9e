# shared-bindings/rtc: the clock of the day, 2000-01-01 until somebody sets it.
import _chip
import time as _time


class RTC:
    def __new__(cls):
        return _rtc

    @property
    def datetime(self):
        return _time._from_seconds(_chip.rtc_seconds())

    @datetime.setter
    def datetime(self, value):
        _chip.rtc_set_seconds(_time._seconds(value))

    @property
    def calibration(self):
        return 0

    @calibration.setter
    def calibration(self, value):
        raise NotImplementedError("calibration")


_rtc = object.__new__(RTC)


def set_time_source(rtc):
    _time._Source.current = None if rtc is _rtc else rtc
