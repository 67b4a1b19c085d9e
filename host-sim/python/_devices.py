# How the simulated chip's answers become exceptions. Calls that are made often answer with a
# number, -errno when they fail; the others with "!" and the exception's name and argument.
import _chip
import espidf

EINTR = 4
EPIPE = 32
EWATCHDOG = 1001
EHEAP = 1002


class WatchDogTimeout(Exception):
    """watchdog.WatchDogTimeout: raised where the program waits."""


_exceptions = {
    "AttributeError": AttributeError,
    "ConnectionError": ConnectionError,
    "IDFError": espidf.IDFError,
    "NotImplementedError": NotImplementedError,
    "OSError": OSError,
    "espidf.MemoryError": espidf.MemoryError,
    "RuntimeError": RuntimeError,
    "TypeError": TypeError,
    "ValueError": ValueError,
}


class Device:
    """What `with` gives back: every device has its own deinit."""

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.deinit()


_failures = {
    -EINTR: KeyboardInterrupt,
    -EPIPE: lambda: BrokenPipeError(EPIPE),
    -EWATCHDOG: lambda: WatchDogTimeout("Watchdog timer expired."),
    -EHEAP: lambda: MemoryError(_chip.heap_report()),
}


def failure(answer):
    """To be raised by who asked: a program that polls pays for every call that it passes through."""
    special = _failures.get(answer)
    return OSError(-answer) if special is None else special()


def fail(answer):
    raise failure(answer)


def checked(answer):
    if isinstance(answer, str) and answer[:1] == "!":
        name, argument = answer[1:].split("|", 1)
        if name == "OSError":
            # A number, or in a few places words (mp_raise_OSError_msg).
            raise OSError(int(argument) if argument.isdigit() else argument)
        raise _exceptions[name](argument)
    return answer


class Choice:
    """A member of an enumeration, which prints as its name in the module."""

    def __init__(self, shown):
        self._shown = shown

    def __repr__(self):
        return self._shown
