// Helpers for bytes.
import type { Helper } from "./helper";

export const bytesHelpers = {
  bytes_in: {
    needs: ["RangeError"],
    text: `def bytes_in(buffer, offset=0, length=None):
    """The bytes of a part of buffer, in the same memory."""
    if offset > len(buffer):
        raise RangeError("Start offset %d is outside the bounds of the buffer" % offset)
    end = len(buffer) if length is None else offset + length
    if end > len(buffer):
        raise RangeError("Invalid typed array length: %d" % length)
    return memoryview(buffer)[offset:end]`,
  },
  zeros: {
    needs: ["RangeError", "number_text"],
    text: `def zeros(count):
    """So many bytes."""
    if count <= -1 or count - count != 0 and count == count:
        raise RangeError("Invalid typed array length: " + number_text(count))
    return bytearray(int(count) if count == count else 0)`,
  },
  decode: {
    text: `def decode(data):
    """The text of UTF-8 bytes, without the byte order mark."""
    text = str(data, "utf-8")
    return text[1:] if text.startswith("\\ufeff") else text`,
  },
  find_byte: {
    needs: ["place"],
    text: `def find_byte(values, byte, start=0):
    """The index of byte in values from start on, or -1."""
    start = place(start, len(values))
    if hasattr(values, "find") and 0 <= byte <= 255 and byte == int(byte):
        return values.find(bytes((int(byte),)), start)
    for index in range(start, len(values)):
        if values[index] == byte:
            return index
    return -1`,
  },
  write: {
    needs: ["RangeError"],
    text: `def write(target, source, offset=0):
    """Copies source into target from offset on."""
    if offset < 0 or offset + len(source) > len(target):
        raise RangeError("offset is out of bounds")
    target[offset : offset + len(source)] = source`,
  },
} satisfies Record<string, Helper>;
