// Helpers for Math.
import type { Helper } from "./helper";

export const mathHelpers = {
  ceil: {
    imports: ["import math"],
    text: `def ceil(value):
    """The least whole number that is not below value; what is not finite stays."""
    return math.ceil(value) if -9007199254740992 < value < 9007199254740992 else value`,
  },
  count_zeros: {
    text: `def count_zeros(value):
    """How many of 32 bits lead before the first that is set."""
    value &= 0xFFFFFFFF
    return 34 - len(bin(value)) if value else 32`,
  },
  cube_root: {
    needs: ["DOUBLES", "upper_word"],
    imports: ["import struct"],
    text: `def cube_root(value):
    """The number whose third power is value, by the steps of FreeBSD's s_cbrt.c, as V8 takes them."""
    if value - value != 0 or value == 0:
        return value
    x = abs(float(value))
    if not DOUBLES:
        return x ** (1 / 3) if value > 0 else -(x ** (1 / 3))
    word = upper_word(x)
    first = word // 3 + 715094163 if word >= 0x100000 else upper_word(x * 2.0**54) // 3 + 696219795
    t = struct.unpack(">d", struct.pack(">II", first, 0))[0]
    r = t * t * (t / x)
    t *= (1.87595182427177009643 + r * (-1.88497979543377169875 + r * 1.621429720105354466140)) + (
        r * r * r
    ) * (-0.758397934778766047437 + r * 0.145996192886612446982)
    bits = struct.unpack(">Q", struct.pack(">d", t))[0]
    bits = (bits + 0x80000000) & 0xFFFFFFFFC0000000
    t = struct.unpack(">d", struct.pack(">Q", bits))[0]
    r = x / (t * t)
    t += t * ((r - t) / (t + t + r))
    return -t if value < 0 else t`,
  },
  floor: {
    imports: ["import math"],
    text: `def floor(value):
    """The greatest whole number that is not above value; what is not finite stays."""
    return math.floor(value) if -9007199254740992 < value < 9007199254740992 else value`,
  },
  float32: {
    imports: ["import math", "import struct"],
    text: `def float32(value):
    """value rounded to 24 bits."""
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return math.copysign(float("inf"), value)`,
  },
  hypotenuse: {
    imports: ["import math"],
    text: `def hypotenuse(*values):
    """The square root of the sum of squares, added up as V8 does."""
    values = [abs(value) for value in values]
    if float("inf") in values:
        return float("inf")
    if any([value != value for value in values]):
        return float("nan")
    most = max(values) if values else 0
    if most == 0:
        return 0
    total = lost = 0
    for value in values:
        square = (value / most) ** 2 - lost
        preliminary = total + square
        lost = (preliminary - total) - square
        total = preliminary
    return math.sqrt(total) * most`,
  },
  maximum: {
    imports: ["import math"],
    text: `def maximum(*values):
    """The greatest of values, not a number if one is none."""
    result = float("-inf")
    for value in values:
        if value != value:
            return value
        if value > result or value == 0 == result and math.copysign(1, value) > math.copysign(1, result):
            result = value
    return result`,
  },
  minimum: {
    imports: ["import math"],
    text: `def minimum(*values):
    """The least of values, not a number if one is none."""
    result = float("inf")
    for value in values:
        if value != value:
            return value
        if value < result or value == 0 == result and math.copysign(1, value) < math.copysign(1, result):
            result = value
    return result`,
  },
  round_half_up: {
    imports: ["import math"],
    text: `def round_half_up(value):
    """The nearest whole number, of two the greater; what is not finite stays."""
    if not -9007199254740992 < value < 9007199254740992:
        return value
    whole = math.floor(value)
    return whole + 1 if value - whole >= 0.5 else whole`,
  },
  sign: {
    text: `def sign(value):
    """1, 0 or -1."""
    return 1 if value > 0 else -1 if value < 0 else value`,
  },
  square_root: {
    imports: ["import math"],
    text: `def square_root(value):
    """The square root of value, not a number if that is negative."""
    return math.sqrt(value) if value >= 0 else float("nan")`,
  },
  truncate: {
    text: `def truncate(value):
    """value without its fraction; what is not finite stays."""
    return int(value) if -9007199254740992 < value < 9007199254740992 else value`,
  },
  with_zero: {
    imports: ["import math"],
    text: `def with_zero(rounding, value):
    """What rounding gives, a zero with the sign of value."""
    return rounding(value) or math.copysign(0.0, value)`,
  },
} satisfies Record<string, Helper>;
