# Runs on the board after files were copied: are they what was sent? `expected` was set by the
# command before: (path, size, SHA-256 in hexadecimal) for each.
import binascii
import hashlib
import os

buffer = bytearray(1024)


def digest(path):
    result = hashlib.new("sha256")
    with open(path, "rb") as file:
        while True:
            count = file.readinto(buffer)
            if not count:
                break
            result.update(memoryview(buffer)[:count])
    return binascii.hexlify(result.digest()).decode()


for path, size, sha256 in expected:
    found = os.stat(path)[6]
    if found != size:
        raise RuntimeError("taipan:mismatch: %s has %d bytes instead of %d" % (path, found, size))
    if digest(path) != sha256:
        raise RuntimeError("taipan:mismatch: %s has other bytes" % path)
