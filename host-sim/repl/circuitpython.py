# What makes the VM of the stand-in a CircuitPython board to whoever talks to its raw REPL: the modules
# that an upload touches, with what CircuitPython's have, and nothing that they lack (os.ilistdir,
# hashlib.sha256, machine, vfs). A module that is not named here can't be imported.
# `_hardware` is device-vm.ts; bytes cross as hexadecimal text. All
# this runs in a namespace of its own, so that none of its names is seen.
import binascii
import builtins
import sys
from collections import namedtuple

import _hardware as hardware

native_import = builtins.__import__


class OSError(builtins.OSError):
    def __str__(self):
        text = hardware.error_text(self.args[0]) if self.args else ""
        return text if len(self.args) < 2 else "%s: %s" % (text, self.args[1])


def checked(result, *detail):
    if result < 0:
        raise OSError(-result, *detail)
    return result


def to_hex(data):
    return binascii.hexlify(data).decode()


class File:
    def __init__(self, path, mode="r"):
        kind = mode.replace("b", "").replace("t", "")
        if kind not in ("r", "w", "a"):
            raise ValueError("mode")
        self._binary = "b" in mode
        self._handle = checked(hardware.open(path, kind), path)

    def read(self, size=-1):
        data = binascii.unhexlify(hardware.read(self._handle, size))
        return data if self._binary else data.decode()

    def readinto(self, buffer):
        data = binascii.unhexlify(hardware.read(self._handle, len(buffer)))
        buffer[: len(data)] = data
        return len(data)

    def write(self, data):
        data = data if self._binary else data.encode()
        return checked(hardware.write(self._handle, to_hex(data)))

    def flush(self):
        pass

    def close(self):
        hardware.close(self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


class Os:
    sep = "/"

    def getcwd(self):
        return hardware.getcwd()

    def chdir(self, path):
        checked(hardware.chdir(path))

    def getenv(self, key, default=None):
        return default

    def listdir(self, path=""):
        names = hardware.listdir(path)
        if names == "?":
            raise OSError(2)
        return names.split("/") if names else []

    def mkdir(self, path):
        checked(hardware.mkdir(path))

    def remove(self, path):
        checked(hardware.remove(path))

    unlink = remove

    def rmdir(self, path):
        checked(hardware.rmdir(path))

    def rename(self, old, new):
        checked(hardware.rename(old, new))

    def stat(self, path):
        mode = checked(hardware.mode(path))
        return (mode, 0, 0, 0, 0, 0, hardware.size(path), 0, 0, 0)

    def sync(self):
        pass

    def uname(self):
        return uname


class Hash:
    def __init__(self, name, data):
        if name not in ("sha1", "sha256"):
            raise ValueError("Unsupported hash algorithm")
        self._name = name
        self._data = [to_hex(data)]
        self.digest_size = 20 if name == "sha1" else 32

    def update(self, data):
        self._data.append(to_hex(data))

    def digest(self):
        return binascii.unhexlify(hardware.digest(self._name, "".join(self._data)))


class Hashlib:
    def new(self, name, data=b""):
        return Hash(name, data)


class Mount:
    @property
    def readonly(self):
        return hardware.readonly()


class Storage:
    def getmount(self, path):
        return Mount()

    def remount(self, path, readonly=False):
        raise RuntimeError("Cannot remount path when visible via USB.")


class StorageWithUnsafeDisable(Storage):
    def unsafe_disable_usb_drive(self):
        hardware.disable_usb_drive()


class Reset(BaseException):
    pass


class Microcontroller:
    def reset(self):
        hardware.reset()
        raise Reset()


class Time:
    def sleep(self, seconds):
        hardware.sleep(seconds)

    def monotonic(self):
        return hardware.monotonic()


class Runtime:
    autoreload = True
    usb_connected = True
    serial_connected = True


class Supervisor:
    runtime = Runtime()


class Errno:
    EPERM, ENOENT, EIO, EBADF, EAGAIN, ENOMEM, EACCES = 1, 2, 5, 9, 11, 12, 13
    EEXIST, ENODEV, EISDIR, EINVAL, ENOSPC, EROFS = 17, 19, 21, 22, 28, 30


uname = namedtuple("uname_result", ("sysname", "nodename", "release", "version", "machine"))(
    "ESP32S3", "ESP32S3", "10.3.0", "10.3.0 on 2026-08-21", "Stand-in with ESP32S3"
)
Implementation = namedtuple("implementation", ("name", "version", "_machine", "_mpy"))


class Sys:
    implementation = Implementation("circuitpython", (10, 3, 0, ""), uname.machine, 2822)
    platform = "Espressif"
    version = "3.4.0; CircuitPython 10.3.0 on 2026-08-21"
    byteorder = "little"
    maxsize = 0x7FFFFFFF
    path = ["", "/", ".frozen", "/lib"]
    argv = []


modules = {
    "errno": Errno(),
    "hashlib": Hashlib(),
    "microcontroller": Microcontroller(),
    "os": Os(),
    "storage": StorageWithUnsafeDisable() if hardware.can_disable_usb() else Storage(),
    "supervisor": Supervisor(),
    "sys": Sys(),
    "time": Time(),
}
for name in ("array", "binascii", "builtins", "collections", "gc", "json", "math", "re", "struct"):
    modules[name] = native_import(name)


def import_(name, *rest):
    if name not in modules:
        raise ImportError("no module named '%s'" % name)
    return modules[name]


builtins.OSError = OSError
builtins.open = File
builtins.__import__ = import_
