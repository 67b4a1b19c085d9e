# shared-bindings/time: no sleep_ms, no ticks.
import json as _json
from collections import namedtuple as _namedtuple
import _chip
from _chip import monotonic_ms as _monotonic_ms, monotonic_us as _monotonic_us
from _chip import sleep_seconds as _sleep
from _devices import checked as _checked, fail as _fail

_EARLIEST = 946684800
_fields = _namedtuple(
    "struct_time",
    (
        "tm_year",
        "tm_mon",
        "tm_mday",
        "tm_hour",
        "tm_min",
        "tm_sec",
        "tm_wday",
        "tm_yday",
        "tm_isdst",
    ),
)


class struct_time(_fields):
    def __new__(cls, value):
        if len(value) != 9:
            raise ValueError("value length must be 9")
        return _fields(*value)


class _Source:
    """rtc.RTC is the source of the time, unless rtc.set_time_source names another."""

    current = None


def _from_seconds(seconds):
    return _fields(*_json.loads(_chip.calendar_time(seconds)), -1)


def _seconds(value):
    if not isinstance(value, tuple):
        raise TypeError("value must be of type struct_time, not " + type(value).__name__)
    if len(value) != 9:
        text = "function takes 9 positional arguments but %d were given"
        raise TypeError(text % len(value))
    return int(_chip.calendar_seconds(_json.dumps(list(value))))


def time():
    if _Source.current is None:
        return int(_chip.rtc_seconds())
    return _seconds(_Source.current.datetime)


def localtime(seconds=None):
    if seconds is None:
        return _from_seconds(time())
    seconds = int(seconds)
    if seconds < _EARLIEST:
        raise OverflowError("timestamp out of range for platform time_t")
    return _from_seconds(seconds)


def mktime(value):
    if isinstance(value, tuple) and len(value) == 9 and value[0] < 2000:
        raise OverflowError("tm_year out of range")
    return _seconds(value)


def monotonic():
    return _monotonic_ms() / 1000


def monotonic_ns():
    return int(_monotonic_us()) * 1000


def sleep(seconds):
    answer = _checked(_sleep(seconds))
    if answer < 0:
        _fail(answer)
