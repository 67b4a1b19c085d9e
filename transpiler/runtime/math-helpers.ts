// Helpers for Math.
import type { Helper } from "./helper";

export const mathHelpers = {
  applied: {
    text: `def applied(function, value):
    """function(value); not a number where Python raises."""
    try:
        return function(value)
    except ValueError:
        return float("nan")`,
  },
  arc_hyperbolic: {
    imports: ["import math"],
    text: `def arc_hyperbolic(function, value):
    """asinh, acosh or atanh of value."""
    if abs(value) == 1 and function is math.atanh:
        return value * float("inf")
    if value == float("inf") and function is not math.atanh:
        return value
    if value == float("-inf") and function is math.asinh or value == 0 and function is not math.acosh:
        return value
    try:
        return function(value)
    except ValueError:
        return float("nan")`,
  },
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
    imports: ["import struct"],
    text: `def cube_root(value):
    """The number whose third power is value, by the steps of FreeBSD's s_cbrt.c, as V8 takes them."""
    if value - value != 0 or value == 0:
        return value
    x = abs(float(value))
    high = struct.unpack(">Q", struct.pack(">d", x))[0] >> 32
    t = struct.unpack(">d", struct.pack(">Q", (high // 3 + 715094163) << 32))[0]
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
  exponential: {
    imports: ["import math"],
    text: `def exponential(function, value):
    """function(value), infinite where Python raises."""
    try:
        return function(value)
    except (OverflowError, ValueError):
        return float("-inf") if value < 0 and function is math.sinh else float("inf")`,
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
  logarithm: {
    text: `def logarithm(function, value):
    """function(value) of a logarithm; infinite for 0, not a number below."""
    if value == 0:
        return float("-inf")
    return function(value) if value > 0 else float("nan")`,
  },
  log1p: {
    imports: ["import math"],
    needs: ["logarithm"],
    text: `def log1p(value):
    """The logarithm of 1 + value, exact for small values too."""
    total = 1 + value
    if total == 1 or total == float("inf"):
        return value
    return logarithm(math.log, total) * (value / (total - 1)) if total > 0 else logarithm(math.log, total)`,
  },
  log10: {
    imports: ["import math"],
    needs: ["logarithm"],
    text: `def log10(value):
    """The logarithm to the base 10, whole for powers of 10."""
    result = logarithm(math.log10, value)
    return round(result) if result - result == 0 and 10.0 ** round(result) == value else result`,
  },
  log2: {
    imports: ["import math"],
    needs: ["logarithm"],
    text: `def log2(value):
    """The logarithm to the base 2, whole for powers of 2."""
    if 0 < value < float("inf"):
        mantissa, exponent = math.frexp(value)
        if mantissa == 0.5:
            return exponent - 1
    return logarithm(math.log2, value)`,
  },
  maximum: {
    text: `def maximum(*values):
    """The greatest of values, not a number if one is none."""
    result = float("-inf")
    for value in values:
        if value != value:
            return value
        if value > result:
            result = value
    return result`,
  },
  minimum: {
    text: `def minimum(*values):
    """The least of values, not a number if one is none."""
    result = float("inf")
    for value in values:
        if value != value:
            return value
        if value < result:
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
    text: `def with_zero(value, source):
    """value, a zero with the sign of source."""
    return value or math.copysign(0.0, source)`,
  },
} satisfies Record<string, Helper>;
