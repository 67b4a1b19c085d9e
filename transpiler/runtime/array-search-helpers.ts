// Helpers that look for a value in an array, or join the texts of all.
import type { Helper } from "./helper";

export const arraySearchHelpers = {
  includes: {
    needs: ["same_value_zero"],
    text: `def includes(values, wanted, start=0):
    """Whether wanted is among values from start on."""
    for index in range(max(start + len(values), 0) if start < 0 else start, len(values)):
        if same_value_zero(values[index], wanted):
            return True
    return False`,
  },
  index_of: {
    needs: ["strictly_equal"],
    text: `def index_of(values, wanted, start=0):
    """The index of wanted in values from start on, or -1."""
    for index in range(max(start + len(values), 0) if start < 0 else start, len(values)):
        if strictly_equal(values[index], wanted):
            return index
    return -1`,
  },
  join: {
    needs: ["joined_text"],
    text: `def join(values, separator=","):
    """The texts of values, with separator between them."""
    return separator.join([joined_text(value) for value in values])`,
  },
  joined_text: {
    needs: ["join", "number_text"],
    forNull: ["    if value is None:", "    if value is None or value is NULL:"],
    text: `def joined_text(value):
    """The text of an array's element: nothing for None."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return join(value)
    if isinstance(value, dict):
        return "[object Object]"
    return number_text(value) if isinstance(value, (int, float)) else str(value)`,
  },
  last_index_of: {
    needs: ["strictly_equal"],
    text: `def last_index_of(values, wanted, start=None):
    """The index of the last wanted in values up to start, or -1."""
    last = len(values) - 1
    if start is not None:
        last = start + len(values) if start < 0 else min(start, last)
    for index in range(last, -1, -1):
        if strictly_equal(values[index], wanted):
            return index
    return -1`,
  },
} satisfies Record<string, Helper>;
