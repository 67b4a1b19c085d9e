// What the functions of Math are made of (runtime/trigonometry-helpers.ts, exponential-helpers.ts).
//
// The last digits of a sine or a power are the machine's: C libraries differ from V8 in one result of
// ten. V8 takes the steps of fdlibm (Sun Microsystems 1993, netlib.org/fdlibm), so do these. A board
// has narrower floats, where the steps mean nothing: it takes its own functions.
import type { Helper } from "./helper";

export const floatHelpers = {
  DOUBLES: {
    text: `# Whether floats have 53 bits, as JavaScript's; a board's have 22.
DOUBLES = 1 + 1e-12 != 1`,
  },
  horner: {
    text: `def horner(x, *factors):
    """The polynomial of x with these factors, the one of x ** 0 first."""
    result = 0.0
    for factor in reversed(factors):
        result = factor + x * result
    return result`,
  },
  upper_half: {
    imports: ["import struct"],
    text: `def upper_half(value):
    """value without the lower 32 of its 64 bits."""
    return struct.unpack(">d", struct.pack(">d", value)[:4] + bytes(4))[0]`,
  },
  upper_word: {
    imports: ["import struct"],
    text: `def upper_word(value):
    """The upper 32 of the 64 bits of value, as an int with a sign."""
    return struct.unpack(">i", struct.pack(">d", value)[:4])[0]`,
  },
} satisfies Record<string, Helper>;
