# shared-bindings/hashlib: new() alone, and neither hexdigest() nor md5.
from uctypes import addressof as _addressof
import _chip
from _buffers import size_of as _size_of
from _devices import checked as _checked


class Hash:
    def __init__(self, handle):
        self._handle = handle

    @property
    def digest_size(self):
        return _chip.hash_size(self._handle)

    def update(self, data):
        # An empty buffer has no address.
        size = _size_of(data)
        if size > 0:
            _chip.hash_update(self._handle, _addressof(data), size)

    def digest(self):
        digest = bytearray(self.digest_size)
        _chip.hash_digest(self._handle, _addressof(digest))
        return bytes(digest)


_Hash = Hash
del Hash


def new(name, data=b""):
    made = _Hash(_checked(_chip.hash_new(name)))
    made.update(data)
    return made
