# The file system underneath counts errors as WASI does; programs see newlib's numbers. The
# internal file system is read-only to programs, as on a board whose drive a computer has mounted.
import builtins

import uos

EISDIR = 21
EROFS = 30
_FOLDER = 0x4000

_open = builtins.open
_stat = uos.stat

# WASI number -> newlib number: EACCES, EEXIST, EISDIR, ENOENT, ENOTDIR, ENOTEMPTY
_numbers = {2: 13, 20: 17, 31: EISDIR, 44: 2, 54: 20, 55: 90}


def translated(error):
    return OSError(_numbers.get(error.errno, error.errno))


def open_file(name, mode="r", **options):
    if "w" in mode or "a" in mode or "+" in mode or "x" in mode:
        raise OSError(EROFS)
    try:
        if _stat(name)[0] & _FOLDER:
            raise OSError(EISDIR)
        return _open(name, mode, **options)
    except OSError as error:
        raise translated(error)
