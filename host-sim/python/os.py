# shared-bindings/os: no os.path, no os.environ, no ilistdir.
import json
import uos as _os
from collections import namedtuple
from _chip import settings as _chip_settings, board as _board, random_byte as _random_byte
from _files import EROFS as _EROFS, translated as _translated

sep = "/"
_settings = json.loads(_chip_settings())
# What the VM's own file system has beside the board's files.
_hidden = (".sim", "dev", "home", "proc", "tmp")
_FILE_TIME = 946684800
_uname = namedtuple("uname_result", ("sysname", "nodename", "release", "version", "machine"))


def getenv(key, default=None):
    return _settings.get(key, default)


def _translating(function):
    def call(*arguments):
        try:
            return function(*arguments)
        except OSError as error:
            raise _translated(error)

    return call


chdir = _translating(_os.chdir)
getcwd = _os.getcwd
_stat = _translating(_os.stat)
statvfs = _translating(_os.statvfs)
_listdir = _translating(_os.listdir)


def stat(path):
    # FAT has a kind, a size and a time; the bundle's files have no time worth telling.
    found = _stat(path)
    kind = 0x4000 if found[0] & 0x4000 else 0x8000
    size = found[6] if kind == 0x8000 else 0
    return (kind, 0, 0, 0, 0, 0, size, _FILE_TIME, _FILE_TIME, _FILE_TIME)


def listdir(path="."):
    names = _listdir(path)
    at_root = path == "/" or (path in (".", "") and getcwd() == "/")
    return [name for name in names if name not in _hidden] if at_root else names


def _read_only(*arguments):
    raise OSError(_EROFS)


mkdir = remove = rename = rmdir = unlink = _read_only


def sync():
    pass


def uname():
    machine = json.loads(_board())["machine"]
    return _uname("ESP32", "ESP32", "10.3.0", "10.3.0 on 2026-08-21", machine)


def urandom(size):
    return bytes(_random_byte() for _ in range(size))
