# What CircuitPython has built in and this VM lacks, and open() with CircuitPython's error numbers.
import builtins


class ConnectionError(OSError):
    pass


class BrokenPipeError(ConnectionError):
    pass


class TimeoutError(OSError):
    pass


builtins.ConnectionError = ConnectionError
builtins.BrokenPipeError = BrokenPipeError
builtins.TimeoutError = TimeoutError

# After the exceptions, which it needs.
import _files  # noqa: E402

builtins.open = _files.open_file
