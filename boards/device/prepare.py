# Runs on the board before anything is copied: is this CircuitPython, may the drive be written, and
# do the directories exist? `directories` was set by the command before, parents first.
# What goes wrong is raised as "taipan:WHAT: detail"; boards/flash-report.ts knows the WHATs.
import os

try:
    import microcontroller
    import storage
except ImportError:
    raise RuntimeError("taipan:not-circuitpython: " + os.uname().sysname)


def writable():
    return not storage.getmount("/").readonly


def make_directory(path):
    try:
        mode = os.stat(path)[0]
    except OSError as error:
        if error.errno != 2:  # ENOENT; CircuitPython's errno has newlib's numbers
            raise
        os.mkdir(path)
        return
    if not mode & 0x4000:
        raise RuntimeError("taipan:not-a-directory: " + path)


if not writable() and hasattr(storage, "unsafe_disable_usb_drive"):
    # Made for uploaders that come through the REPL: adafruit/circuitpython#11124. It lasts until
    # the reset that ends the upload.
    storage.unsafe_disable_usb_drive()
if not writable():
    raise RuntimeError("taipan:read-only: /")
for directory in directories:
    make_directory(directory)
