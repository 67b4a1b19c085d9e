# shared-bindings/time: no sleep_ms, no ticks.
from utime import gmtime as _gmtime, mktime, time
from collections import namedtuple
from _chip import now as _now, sleep as _sleep
from _devices import fail as _fail

struct_time = namedtuple(
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


def localtime(seconds=None):
    return struct_time(*_gmtime(time() if seconds is None else seconds), -1)


def monotonic():
    return _now() / 1000


def monotonic_ns():
    return int(_now() * 1000) * 1000


def sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    answer = _sleep(seconds * 1000)
    if answer < 0:
        _fail(answer)
