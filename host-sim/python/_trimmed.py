# Modules of this VM that have more than CircuitPython's: programs get them without it.
import binascii
import collections
import io
import math

# By module what is too much: extmod/modbinascii.c, py/modcollections.c and py/modio.c as
# py/circuitpy_mpconfig.h sets them, shared-bindings/math and shared-bindings/random.
_TOO_MUCH = (
    (binascii, ("PAD", "a2b_hex", "b2a_hex", "table_a2b_base64", "table_b2a_base64")),
    (collections, ("MutableMapping", "defaultdict")),
    (io, ("SEEK_CUR", "SEEK_END", "SEEK_SET")),
    (math, ("factorial", "inf", "isclose", "nan", "tau")),
)


class _Trimmed:
    def __repr__(self):
        return "<module '%s'>" % self.__name__


def _without(module, names):
    trimmed = _Trimmed()
    for name in dir(module):
        own = name == "__name__" or name[:1] != "_"
        if own and name not in names:
            setattr(trimmed, name, getattr(module, name))
    return trimmed


modules = {module.__name__: _without(module, names) for module, names in _TOO_MUCH}
