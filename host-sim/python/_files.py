# The file system underneath counts errors as WASI does; programs see newlib's numbers. The
# internal file system is read-only to programs, as on a board whose drive a computer has mounted.
import builtins

EINVAL = 22
EIO = 5
EROFS = 30

_open = builtins.open

# WASI number -> newlib number: EACCES, EEXIST, EISDIR, ENOENT, ENOTDIR, ENOTEMPTY
_numbers = {2: 13, 20: 17, 31: 21, 44: 2, 54: 20, 55: 90}


def translated(error):
    return OSError(_numbers.get(error.errno, error.errno))


def open_file(name, mode="r", **options):
    if "w" in mode or "a" in mode or "+" in mode or "x" in mode:
        raise OSError(EROFS)
    try:
        return _open(name, mode, **options)
    except OSError as error:
        raise translated(error)
