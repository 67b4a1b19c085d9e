// What JavaScript asks of a value whose type is only known when the program runs.
import type { Helper } from "./helper";

export const valueHelpers = {
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
