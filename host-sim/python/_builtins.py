# What CircuitPython has built in and this VM lacks, and open() with CircuitPython's error numbers.
import builtins
import _files


class ConnectionError(OSError):
    pass


class BrokenPipeError(ConnectionError):
    pass


class TimeoutError(OSError):
    pass


builtins.ConnectionError = ConnectionError
builtins.BrokenPipeError = BrokenPipeError
builtins.TimeoutError = TimeoutError
builtins.open = _files.open_file
