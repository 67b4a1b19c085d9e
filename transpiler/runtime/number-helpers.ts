// Helpers for arithmetic and bit operations.
import type { Helper } from "./helper";

export const numberHelpers = {
  NAN: { text: `NAN = float("nan")` },
  number_of: {
    needs: ["NAN"],
    forNull: [
      "return NAN if value is None else value",
      "return NAN if value is None else 0 if value is NULL else value",
    ],
    text: `def number_of(value):
    """A number; not a number for None."""
    return NAN if value is None else value`,
  },
  number_or_nan: {
    needs: ["NAN", "is_number"],
    text: `def number_or_nan(value):
    """value if it is a number; not a number in place of anything else."""
    return value if is_number(value) else NAN`,
  },
  as_double: {
    text: `def as_double(value):
    """value as JavaScript holds it: rounded where it is beyond 2 ** 53."""
    return value if -9007199254740992 <= value <= 9007199254740992 else float(value)`,
  },
  as_index: {
    text: `def as_index(value):
    """The int that value is; -1 if it is no index."""
    if isinstance(value, int):
        return value
    is_whole = value is not None and value - value == 0 and value == int(value)
    return int(value) if is_whole else -1`,
  },
  divide: {
    imports: ["import math"],
    text: `def divide(a, b):
    """a / b; infinite or not a number where b is 0."""
    if b != 0:
        return a / b
    if a == 0 or a != a:
        return float("nan")
    return float("inf") if (a > 0) == (math.copysign(1, b) > 0) else float("-inf")`,
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
  is_finite: {
    text: `def is_finite(value):
    """Whether value is neither infinite nor not a number."""
    return value - value == 0`,
  },
  is_integer: {
    text: `def is_integer(value):
    """Whether value is a whole number."""
    return isinstance(value, int) or value - value == 0 and value == int(value)`,
  },
  is_nan: {
    text: `def is_nan(value):
    """Whether value is not a number."""
    return value != value`,
  },
  is_safe_integer: {
    needs: ["is_integer"],
    text: `def is_safe_integer(value):
    """Whether value is a whole number that no other one is rounded to."""
    return is_integer(value) and abs(value) <= 9007199254740991`,
  },
  multiply: {
    text: `def multiply(a, b):
    """a * b with the sign that a zero has in JavaScript."""
    return a * b or float(a) * float(b)`,
  },
  negate: {
    text: `def negate(value):
    """-value with the sign that a zero has in JavaScript."""
    return -value if value else -float(value)`,
  },
  remainder: {
    text: `def remainder(a, b):
    """What a leaves when divided by b, with the sign of a."""
    if b == 0 or a != a or b != b or abs(a) == float("inf"):
        return float("nan")
    if abs(b) == float("inf"):
        return a
    result = abs(a) % abs(b)
    return -result if a < 0 else result`,
  },
  signed_remainder: {
    imports: ["import math"],
    needs: ["remainder"],
    text: `def signed_remainder(a, b):
    """The remainder with the sign that a zero has in JavaScript."""
    return remainder(a, b) or math.copysign(0.0, a)`,
  },
  to_int32: {
    needs: ["int32"],
    text: `def to_int32(value):
    """The low 32 bits of any number, signed; 0 of what is not finite."""
    if not isinstance(value, int):
        value = int(value) if value - value == 0 else 0
    return int32(value)`,
  },
} satisfies Record<string, Helper>;
