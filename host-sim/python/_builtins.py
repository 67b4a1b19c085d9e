# What CircuitPython has built in and this VM lacks, and open() with CircuitPython's error numbers.
import builtins


class ConnectionError(OSError):
    pass


class BrokenPipeError(ConnectionError):
    pass


class TimeoutError(OSError):
    pass


class ReloadException(BaseException):
    """Leaves the program, which is then run anew (supervisor.reload)."""


builtins.ConnectionError = ConnectionError
builtins.BrokenPipeError = BrokenPipeError
builtins.TimeoutError = TimeoutError
builtins.ReloadException = ReloadException

# After the exceptions, which it needs.
import _files  # noqa: E402

builtins.open = _files.open_file
