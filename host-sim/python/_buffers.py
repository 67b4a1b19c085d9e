# What mp_get_buffer_raise (py/obj.c) makes of an argument: where its bytes are and how many, or a
# TypeError in the words of CircuitPython.
from uctypes import addressof


def size_of(data):
    """In bytes, which are not the items of an array nor the characters of a text."""
    kind = type(data)
    # This VM does not tell the size of a view's items: they are taken for bytes.
    if kind is bytes or kind is bytearray or kind is memoryview:
        return len(data)
    # Anything but a buffer is refused here.
    addressof(data)
    return len(bytes(data, "utf-8") if kind is str else bytes(data))


def need_writable(buffer):
    if type(buffer) is bytearray:
        return
    view = memoryview(buffer)
    try:
        view[0:0] = view[0:0]
    except TypeError:
        raise TypeError("object with buffer protocol required")
