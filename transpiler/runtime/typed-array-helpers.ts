// Arrays of numbers of one size, as Int16Array and Float64Array of JavaScript (ECMAScript 23.2).
import type { Helper } from "./helper";

export const typedArrayHelpers = {
  TypedArray: {
    needs: ["RangeError", "place", "typed_array"],
    imports: ["import struct"],
    text: `class TypedArray:
    """Numbers of one type in a buffer, which others may share; nothing is there outside of them."""

    def __init__(self, name, buffer, offset=0, length=None):
        self.typed_array_name = name
        self.code = TYPE_CODES[name]
        self.size = struct.calcsize(self.code)
        self.buffer = buffer
        self.offset = offset
        if offset % self.size:
            raise RangeError("start offset of %s should be a multiple of %d" % (name, self.size))
        rest = len(buffer) - offset
        if length is None and rest % self.size:
            raise RangeError("byte length of %s should be a multiple of %d" % (name, self.size))
        if rest < 0:
            raise RangeError("Start offset %d is outside the bounds of the buffer" % offset)
        self.length = rest // self.size if length is None else length
        if self.length * self.size > rest:
            raise RangeError("Invalid typed array length: %d" % length)

    def __len__(self):
        return self.length

    def __iter__(self):
        for index in range(self.length):
            yield self[index]

    def __getitem__(self, index):
        if isinstance(index, slice):
            return list(self)[index]
        if not 0 <= index < self.length or index % 1:
            return None
        return struct.unpack_from(self.code, self.buffer, self.offset + int(index) * self.size)[0]

    def __setitem__(self, index, value):
        value = self.converted(value)
        if 0 <= index < self.length and index % 1 == 0:
            struct.pack_into(self.code, self.buffer, self.offset + int(index) * self.size, value)

    def converted(self, value):
        if self.code == "<d":
            return value
        if self.code == "<f":
            try:
                struct.pack("<f", value)
                return value
            except OverflowError:
                return float("inf") if value > 0 else float("-inf")
        if self.typed_array_name == "Uint8ClampedArray":
            return 0 if not value > 0 else 255 if value >= 255 else round(value)
        whole = int(value) & (1 << self.size * 8) - 1 if value - value == 0 else 0
        is_negative = self.code in "<h<i" and whole >> self.size * 8 - 1
        return whole - (1 << self.size * 8) if is_negative else whole

    def places(self, start, end):
        start = 0 if start is None else place(start, self.length)
        return start, self.length if end is None else place(end, self.length)

    def at(self, index):
        return self[index + self.length if index < 0 else index]

    def fill(self, value, start=None, end=None):
        start, end = self.places(start, end)
        for index in range(start, end):
            self[index] = value
        return self

    def set(self, values, offset=None):
        offset = offset or 0
        values = list(values)
        if offset < 0 or offset + len(values) > self.length:
            raise RangeError("offset is out of bounds")
        for value in values:
            self[offset] = value
            offset += 1

    def slice(self, start=None, end=None):
        start, end = self.places(start, end)
        return typed_array(self.typed_array_name, list(self)[start:end])

    def subarray(self, start=None, end=None):
        start, end = self.places(start, end)
        offset = self.offset + start * self.size
        return TypedArray(self.typed_array_name, self.buffer, offset, max(end - start, 0))

    def copy_within(self, target=None, start=None, end=None):
        start, end = self.places(start, end)
        target = self.places(target, None)[0]
        for value in list(self)[start:end]:
            self[target] = value
            target += 1
        return self

    def reverse(self):
        self.set(list(self)[::-1])
        return self

    def sort(self, values=None):
        self.set(sorted(self) if values is None else values)
        return self`,
  },
  typed_array: {
    needs: ["RangeError", "TypedArray", "number_text"],
    imports: ["import struct"],
    text: `def typed_array(name, source):
    """A TypedArray of so many zeros, or of values."""
    size = struct.calcsize(TYPE_CODES[name])
    if isinstance(source, (int, float)):
        if source <= -1 or source - source != 0 and source == source:
            raise RangeError("Invalid typed array length: " + number_text(source))
        return TypedArray(name, bytearray(int(source) * size if source == source else 0))
    values = list(source)
    result = TypedArray(name, bytearray(len(values) * size))
    result.set(values)
    return result


TYPE_CODES = {
    "Float32Array": "<f",
    "Float64Array": "<d",
    "Int16Array": "<h",
    "Int32Array": "<i",
    "Uint16Array": "<H",
    "Uint32Array": "<I",
    "Uint8ClampedArray": "<B",
}`,
  },
} satisfies Record<string, Helper>;
