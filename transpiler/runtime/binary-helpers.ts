// ArrayBuffer, DataView and UTF-8 as JavaScript has them.
import type { Helper } from "./helper";

export const binaryHelpers = {
  DataView: {
    needs: ["RangeError", "whole"],
    imports: ["import struct"],
    text: `class DataView:
    """Numbers in the bytes of buffer, the most significant byte first."""

    def __init__(self, buffer, offset=0, length=None):
        self.buffer = buffer
        self.offset = offset
        self.length = len(buffer) - offset if length is None else length
        if offset < 0 or self.length < 0 or offset + self.length > len(buffer):
            raise RangeError("Start offset %d is outside the bounds of the buffer" % offset)

    def place(self, code, offset):
        offset = whole(offset)
        if offset < 0 or offset + struct.calcsize(code) > self.length:
            raise RangeError("Offset is outside the bounds of the DataView")
        return self.offset + offset

    def get(self, code, offset, little=False):
        code = ("<" if little else ">") + code
        return struct.unpack_from(code, self.buffer, self.place(code, offset))[0]

    def set(self, code, offset, value, little=False):
        order = "<" if little else ">"
        place = self.place(order + code, offset)
        if code in "fd":
            try:
                struct.pack_into(order + code, self.buffer, place, value)
            except OverflowError:
                struct.pack_into(order + code, self.buffer, place, float("inf" if value > 0 else "-inf"))
            return
        unsigned = code.upper()
        size = struct.calcsize(order + code) * 8
        bits = int(value) if value - value == 0 else 0
        struct.pack_into(order + unsigned, self.buffer, place, bits & ((1 << size) - 1))`,
  },
  TextDecoder: {
    needs: ["decode", "decode_lossy"],
    text: `class TextDecoder:
    """Makes text of UTF-8."""

    def __init__(self, fatal=False, ignore_bom=False):
        self.fatal = fatal
        self.ignore_bom = ignore_bom

    def decode(self, data=b""):
        text = str(bytes(data), "utf-8") if self.fatal else decode_lossy(data)
        return text[1:] if text[:1] == "\\ufeff" and not self.ignore_bom else text`,
  },
  TextEncoder: {
    text: `class TextEncoder:
    """Makes UTF-8 of text."""

    def encode(self, text=""):
        return bytearray(text.encode())`,
  },
  copy_bytes_within: {
    needs: ["place"],
    text: `def copy_bytes_within(values, target=None, start=None, end=None):
    """Copies the bytes from start to end to target, as far as there is room."""
    size = len(values)
    target, start = [0 if index is None else place(index, size) for index in (target, start)]
    part = bytes(values[start : size if end is None else place(end, size)])[: size - target]
    values[target : target + len(part)] = part
    return values`,
  },
  decode_lossy: {
    text: `def decode_lossy(data):
    """The text of UTF-8 bytes; U+FFFD for what is none."""
    data = bytes(data)
    try:
        return str(data, "utf-8")
    except UnicodeError:
        pass
    result = ""
    index = 0
    while index < len(data):
        first = data[index]
        size = 1 if first < 0x80 else 2 if 0xC2 <= first < 0xE0 else 3 if 0xE0 <= first < 0xF0 else 4
        if 0x80 <= first < 0xC2 or first > 0xF4:
            size = 0
        low = 0xA0 if first == 0xE0 else 0x90 if first == 0xF0 else 0x80
        high = 0x9F if first == 0xED else 0x8F if first == 0xF4 else 0xBF
        end = index + 1
        while end < index + size and end < len(data) and low <= data[end] <= high:
            low, high = 0x80, 0xBF
            end += 1
        if size and end == index + size:
            result += str(data[index:end], "utf-8")
        else:
            result += "\\ufffd"
        index = end
    return result`,
  },
  fill_bytes: {
    needs: ["place"],
    text: `def fill_bytes(values, byte, start=0, end=None):
    """Sets all bytes from start to end."""
    size = len(values)
    byte = int(byte) & 0xFF if byte - byte == 0 else 0
    for index in range(place(start, size), size if end is None else place(end, size)):
        values[index] = byte
    return values`,
  },
  reverse_bytes: {
    text: `def reverse_bytes(values):
    """Turns bytes around in place."""
    values[:] = bytearray(reversed(list(values)))
    return values`,
  },
  sort_bytes: {
    text: `def sort_bytes(values, in_order=None):
    """Sorts bytes in place."""
    values[:] = bytearray(sorted(values) if in_order is None else in_order)
    return values`,
  },
  to_bytes: {
    text: `def to_bytes(values):
    """The low 8 bits of all values."""
    return bytearray([int(value) & 0xFF if value - value == 0 else 0 for value in values])`,
  },
} satisfies Record<string, Helper>;
