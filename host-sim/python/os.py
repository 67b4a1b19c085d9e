# shared-bindings/os: no os.path, no os.environ, no ilistdir.
import json as _json
import uos as _os
from collections import namedtuple as _namedtuple
import _chip
from _chip import board as _board, random_byte as _random_byte
from _devices import checked as _checked
from _files import absolute as _absolute, translated as _translated

sep = "/"
_FILE_TIME = 946684800
# An attrtuple: it prints without a name.
_uname = _namedtuple("", ("sysname", "nodename", "release", "version", "machine"))


def getenv(key, default=None):
    text = _json.loads(_chip.setting_text(key))
    return default if text is None else text


def _translating(function):
    def call(*arguments):
        try:
            return function(*arguments)
        except OSError as error:
            raise _translated(error)

    return call


chdir = _translating(_os.chdir)
getcwd = _os.getcwd


def stat(path):
    # FAT has a kind, a size and a time; here no file has a time worth telling.
    size = _checked(_chip.drive_size(_absolute(path)))
    kind = 0x4000 if size < 0 else 0x8000
    return (kind, 0, 0, 0, 0, 0, max(size, 0), _FILE_TIME, _FILE_TIME, _FILE_TIME)


def statvfs(path):
    # fat_vfs_statvfs in extmod/vfs_fat.c
    space = _json.loads(_checked(_chip.drive_space(_absolute(path))))
    cluster, blocks, free, longest_name = space
    return (cluster, cluster, blocks, free, free, 0, 0, 0, 0, longest_name)


def listdir(path="."):
    return _json.loads(_checked(_chip.drive_list(_absolute(path))))


def mkdir(path):
    _checked(_chip.drive_mkdir(_absolute(path)))


def remove(path):
    _checked(_chip.drive_remove(_absolute(path)))


unlink = remove


def rmdir(path):
    _checked(_chip.drive_rmdir(_absolute(path)))


def rename(old_path, new_path):
    _checked(_chip.drive_rename(_absolute(old_path), _absolute(new_path)))


def sync():
    pass


def uname():
    # os_uname in shared-module/os/__init__.c
    board = _json.loads(_board())
    return _uname(board["mcu"], board["mcu"], board["release"], board["version"], board["machine"])


def urandom(size):
    return bytes(_random_byte() for _ in range(size))
