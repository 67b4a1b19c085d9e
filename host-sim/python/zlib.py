# shared-bindings/zlib: decompress() alone.
from uctypes import addressof as _addressof

import _chip
from _devices import checked as _checked


def decompress(data, wbits=0, bufsize=0):
    # An empty buffer has no address.
    address = _addressof(data) if len(data) > 0 else 0
    inflated = bytearray(_checked(_chip.zlib_inflate(address, len(data), wbits)))
    if len(inflated) > 0:
        _chip.zlib_copy(_addressof(inflated))
    return bytes(inflated)
