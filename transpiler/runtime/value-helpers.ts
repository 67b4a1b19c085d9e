// What JavaScript asks of a value whose type is only known when the program runs.
import type { Helper } from "./helper";

export const valueHelpers = {
  any_member: {
    forNull: ["    if value is None:", "    if value is None or value is NULL:"],
    needs: ["error_message", "error_name", "has_member"],
    text: `def any_member(value, key, attribute):
    """The member of any object, if it has one of that name."""
    if value is None:
        raise TypeError("Cannot read properties of undefined (reading '%s')" % key)
    if not has_member(value, key, attribute):
        return None
    if isinstance(value, Exception) and key in ("message", "name"):
        return error_message(value) if key == "message" else error_name(value)
    return value[key] if isinstance(value, dict) else getattr(value, attribute)`,
  },
  any_to_number: {
    forNull: [
      'if hasattr(value, "to_string"):',
      'if value is not NULL and hasattr(value, "to_string"):',
    ],
    needs: ["NAN", "joined_text", "parse_number", "to_number"],
    text: `def any_to_number(value):
    """The number that JavaScript makes of any value."""
    if isinstance(value, (list, tuple)):
        return parse_number(joined_text(value))
    if hasattr(value, "value_of"):
        return to_number(value.value_of())
    if hasattr(value, "to_string"):
        return parse_number(value.to_string())
    return NAN if callable(value) or isinstance(value, dict) else to_number(value)`,
  },
  has_index: {
    text: `def has_index(values, index):
    """Whether a list has something at index."""
    return 0 <= index < len(values) and index == int(index)`,
  },
  has_member: {
    text: `def has_member(value, key, attribute):
    """Whether any object has a member: a key of a record, an attribute of what is of a class."""
    if isinstance(value, dict):
        return key in value
    if isinstance(value, Exception):
        return key in ("message", "name", "stack") or attribute in getattr(value, "__dict__", ())
    return not isinstance(value, (list, tuple, str)) and hasattr(value, attribute)`,
  },
  is_number: {
    text: `def is_number(value):
    """Whether value is a number: True and False are ints on CPython."""
    return isinstance(value, (int, float)) and value is not True and value is not False`,
  },
  is_true: {
    forNull: ["return value is not None", "return value is not None and value is not NULL"],
    text: `def is_true(value):
    """Whether JavaScript takes any value for true: objects are, not a number is not."""
    if isinstance(value, (bool, int, float, str)):
        return value == value and bool(value)
    return value is not None`,
  },
  order: {
    needs: ["number_of", "parse_number"],
    text: `def order(left, right):
    """-1, 0 or 1, as JavaScript puts left before, with or behind right; else not a number."""
    if not (isinstance(left, str) and isinstance(right, str)):
        left = parse_number(left) if isinstance(left, str) else number_of(left)
        right = parse_number(right) if isinstance(right, str) else number_of(right)
        if left != left or right != right:
            return float("nan")
    return (left > right) - (left < right)`,
  },
  same_value_zero: {
    needs: ["strictly_equal"],
    text: `def same_value_zero(a, b):
    """Whether a and b are the same, not a number included (ECMAScript 7.2.11)."""
    return strictly_equal(a, b) or (isinstance(a, float) and isinstance(b, float) and a != a and b != b)`,
  },
  strictly_equal: {
    text: `def strictly_equal(a, b):
    """a === b"""
    if isinstance(a, str):
        return isinstance(b, str) and a == b
    if a is True or a is False or b is True or b is False:
        return a is b
    if isinstance(a, (int, float)):
        return isinstance(b, (int, float)) and a == b
    return a is b`,
  },
  to_number: {
    needs: ["number_of", "parse_number"],
    text: `def to_number(value):
    """The number that JavaScript makes of a plain value."""
    if isinstance(value, str):
        return parse_number(value)
    return int(value) if value is True or value is False else number_of(value)`,
  },
  truthy: {
    text: `def truthy(value):
    """Whether a number is true: neither 0 nor not a number."""
    return value == value and value != 0`,
  },
  truthy_value: {
    text: `def truthy_value(value):
    """Whether a plain value is true: not a number is not."""
    return value == value and bool(value)`,
  },
  type_of: {
    forNull: [
      "    if value is None:",
      '    if value is NULL:\n        return "object"\n    if value is None:',
    ],
    text: `def type_of(value, nothing="undefined"):
    """The text that typeof gives."""
    if value is None:
        return nothing
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, str):
        return "string"
    return "function" if callable(value) else "object"`,
  },
} satisfies Record<string, Helper>;
