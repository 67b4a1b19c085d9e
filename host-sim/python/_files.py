# open() on the board's drive. The chip says what may be done (hardware/drive.ts); the VM's own file
# system holds the same files, and gives the file object. Errors of the VM's own calls are counted
# as WASI does; programs see newlib's numbers.
import builtins

import uos
from _chip import drive_open as _drive_open
from _devices import checked as _checked

_open = builtins.open

# WASI number -> newlib number: EACCES, EEXIST, EISDIR, ENOENT, ENOTDIR, ENOTEMPTY
_numbers = {2: 13, 20: 17, 31: 21, 44: 2, 54: 20, 55: 90}


def translated(error):
    return OSError(_numbers.get(error.errno, error.errno))


def absolute(path):
    return path if path[:1] == "/" else uos.getcwd() + "/" + path


def open_file(name, mode="r", **options):
    try:
        _checked(_drive_open(absolute(name), mode))
    except OSError as error:
        # mp_raise_OSError_errno_str: the file belongs to the message.
        if error.errno == 30:
            raise
        raise OSError(error.errno, name)
    return _open(name, mode, **options)
