// Helpers for numbers.
import type { Helper } from "./helper";

export const numberHelpers = {
  divide: {
    text: `def divide(a, b):
    """a / b; infinite or not a number where b is 0."""
    if b != 0:
        return a / b
    if a == 0 or a != a:
        return float("nan")
    return float("inf") if a > 0 else float("-inf")`,
  },
  floor_divide: {
    needs: ["divide"],
    text: `def floor_divide(a, b):
    """a // b; infinite or not a number where b is 0."""
    return a // b if b != 0 else divide(a, b)`,
  },
  int32: {
    text: `def int32(value):
    """The low 32 bits of value, signed."""
    value &= 0xFFFFFFFF
    return value - 0x100000000 if value & 0x80000000 else value`,
  },
  parse_float: {
    text: `def parse_float(text):
    """The number that text is, an int if it is whole; not a number if it is none."""
    text = text.strip()
    if not text:
        return 0
    if text.replace("e", "").replace("E", "").strip("+-.0123456789"):
        return float("nan")
    try:
        value = float(text)
        return int(value) if value == int(value) else value
    except (ValueError, OverflowError):
        return float("nan")`,
  },
  parse_int: {
    text: `def parse_int(text, radix=10):
    """The int that text starts with; not a number if it starts with none."""
    text = text.strip().lower()
    negative = text[:1] == "-"
    if text[:1] in ("+", "-"):
        text = text[1:]
    if text[:2] == "0x" and radix == 16:
        text = text[2:]
    value = None
    for character in text:
        digit = "0123456789abcdefghijklmnopqrstuvwxyz".find(character)
        if digit < 0 or digit >= radix:
            break
        value = (value or 0) * radix + digit
    if value is None:
        return float("nan")
    return -value if negative else value`,
  },
  remainder: {
    text: `def remainder(a, b):
    """What a leaves when divided by b, with the sign of a."""
    if b == 0 or a != a or b != b:
        return float("nan")
    result = abs(a) % abs(b)
    return -result if a < 0 else result`,
  },
  to_fixed: {
    text: `def to_fixed(value, digits):
    """value with so many decimals; what lies halfway goes away from zero."""
    if value - value != 0:
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
    if value * 2 ** (digits + 1) % 2 == 1:
        value += (0.25 if value > 0 else -0.25) / 10**digits
    return "%.*f" % (digits, value)`,
  },
} satisfies Record<string, Helper>;
