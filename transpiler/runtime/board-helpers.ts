// Floats as a board has them.
import type { Helper } from "./helper";

export const boardHelpers = {
  board_float: {
    imports: ["import struct"],
    text: `def board_float(value):
    """value as a board holds it: a float of 32 bits without the lowest two (py/obj.h, OBJ_REPR_C)."""
    if not isinstance(value, float) or value - value != 0:
        return value
    try:
        bits = struct.unpack("<I", struct.pack("<f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")
    return struct.unpack("<f", struct.pack("<I", bits & 0xFFFFFFFC))[0]`,
  },
} satisfies Record<string, Helper>;

/** The runtime where floats are a board's: none has 53 bits, and the digits of one are fewer. */
export const boardRuntime = (text: string): string =>
  text
    .replace("DOUBLES = 1 + 1e-12 != 1", "DOUBLES = False")
    .replace("if float(text) == value:", "if board_float(float(text)) == value:");
