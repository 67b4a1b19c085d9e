# shared-bindings/storage: the volumes, where they are mounted, and who may write to the drive.
import _chip
import os as _os
import sdcardio as _sdcardio
import sdioio as _sdioio
from _devices import checked as _checked, fail as _fail

# The handle of the internal drive.
_DRIVE = 1


class VfsFat:
    def __init__(self, block_device):
        if not isinstance(block_device, (_sdcardio.SDCard, _sdioio.SDCard)):
            raise NotImplementedError("VfsFat of anything but an SDCard is not simulated")
        self._handle = _checked(_chip.volume_of_card(block_device._handle))
        self._mounted_at = None

    @property
    def label(self):
        return _chip.volume_label(self._handle)

    @property
    def readonly(self):
        return _chip.volume_read_only(self._handle)

    def _path(self, path):
        if self._mounted_at is None:
            raise NotImplementedError("files of a VfsFat that is not mounted are not simulated")
        return self._mounted_at + "/" + path.lstrip("/")

    def ilistdir(self, path="/"):
        for name in _os.listdir(self._path(path)):
            status = _os.stat(self._path(path.rstrip("/") + "/" + name))
            yield (name, status[0], 0, status[6])

    def mkdir(self, path):
        _os.mkdir(self._path(path))

    def rmdir(self, path):
        _os.rmdir(self._path(path))

    def remove(self, path):
        _os.remove(self._path(path))

    def rename(self, old_path, new_path):
        _os.rename(self._path(old_path), self._path(new_path))

    def stat(self, path):
        return _os.stat(self._path(path))

    def statvfs(self, path):
        return _os.statvfs(self._path(path))

    def open(self, path, mode):
        return open(self._path(path), mode)


_root = object.__new__(VfsFat)
_root._handle = _DRIVE
_root._mounted_at = ""
_mounts = {"/": _root}


def _absolute(path):
    path = path if path[:1] == "/" else _os.getcwd() + "/" + path
    return "/" + "/".join(part for part in path.split("/") if part)


def mount(filesystem, mount_path, *, readonly=False):
    if not isinstance(filesystem, VfsFat):
        kind = type(filesystem).__name__
        raise TypeError("filesystem must be of type VfsFat, not " + kind)
    path = _absolute(mount_path)
    _checked(_chip.storage_mount(filesystem._handle, path, bool(readonly)))
    filesystem._mounted_at = path
    _mounts[path] = filesystem


def umount(mount):
    filesystem = getmount(mount) if isinstance(mount, str) else mount
    _checked(_chip.storage_unmount(filesystem._handle))
    del _mounts[filesystem._mounted_at]
    filesystem._mounted_at = None


def getmount(mount_path):
    path = _absolute(mount_path)
    _checked(_chip.storage_check_mount(path))
    return _mounts[path]


def remount(mount_path, readonly=False, *, disable_concurrent_write_protection=False):
    _checked(_chip.storage_remount(_absolute(mount_path), readonly))


def disable_usb_drive():
    _checked(_chip.storage_disable_usb_drive())


def unsafe_disable_usb_drive():
    _show_over_usb(False)


def enable_usb_drive():
    _show_over_usb(True)


def _show_over_usb(visible):
    answer = _chip.storage_show_over_usb(visible)
    if answer < 0:
        _fail(answer)
