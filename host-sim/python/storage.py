# shared-bindings/storage: the internal drive, and who may write to it.
import _chip
import os as _os
from _devices import checked as _checked, fail as _fail


class VfsFat:
    def __init__(self, block_device=None):
        raise NotImplementedError("storage.VfsFat of a block device is not simulated yet")

    @property
    def label(self):
        return _chip.drive_label()

    @property
    def readonly(self):
        return _chip.drive_read_only()

    def ilistdir(self, path="/"):
        for name in _os.listdir(path):
            status = _os.stat(path.rstrip("/") + "/" + name)
            yield (name, status[0], 0, status[6])

    def mkdir(self, path):
        _os.mkdir(path)

    def rmdir(self, path):
        _os.rmdir(path)

    def stat(self, path):
        return _os.stat(path)

    def statvfs(self, path):
        return _os.statvfs(path)

    def open(self, path, mode):
        return open(path, mode)


_root = object.__new__(VfsFat)


def getmount(mount_path):
    _checked(_chip.storage_check_mount(mount_path))
    return _root


def remount(mount_path, readonly=False, *, disable_concurrent_write_protection=False):
    _checked(_chip.storage_remount(mount_path, readonly))


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
