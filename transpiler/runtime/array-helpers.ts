// Helpers for arrays.
import type { Helper } from "./helper";

export const arrayHelpers = {
  copy_sorted: {
    needs: ["sort"],
    text: `def copy_sorted(values, compare):
    """A sorted copy of values."""
    return sort(list(values), compare)`,
  },
  find: {
    text: `def find(values, test):
    """The first of values that passes test, or None."""
    for value in values:
        if test(value):
            return value
    return None`,
  },
  find_index: {
    text: `def find_index(values, test):
    """The index of the first of values that passes test, or -1."""
    for index, value in enumerate(values):
        if test(value):
            return index
    return -1`,
  },
  index_of: {
    text: `def index_of(values, wanted, start=0):
    """The index of wanted in values from start on, or -1."""
    for index in range(max(start, 0), len(values)):
        if values[index] == wanted:
            return index
    return -1`,
  },
  item: {
    text: `def item(values, index):
    """values[index], or None where there is none; a negative index is none."""
    return values[index] if 0 <= index < len(values) else None`,
  },
  last_index_of: {
    text: `def last_index_of(values, wanted):
    """The index of the last wanted in values, or -1."""
    for index in range(len(values) - 1, -1, -1):
        if values[index] == wanted:
            return index
    return -1`,
  },
  put: {
    text: `def put(values, index, value):
    """values[index] = value; nothing where there is no such index."""
    if 0 <= index < len(values):
        values[index] = value`,
  },
  sort: {
    text: `def sort(values, compare):
    """Sorts values in place by compare(a, b); equal ones keep their order."""
    for index in range(1, len(values)):
        value = values[index]
        position = index
        while position > 0 and compare(values[position - 1], value) > 0:
            values[position] = values[position - 1]
            position -= 1
        values[position] = value
    return values`,
  },
  splice: {
    text: `def splice(values, start, count, *inserted):
    """Replaces count of values from start on; what was there."""
    if start < 0:
        start = max(len(values) + start, 0)
    removed = values[start : start + max(count, 0)]
    values[start : start + max(count, 0)] = list(inserted)
    return removed`,
  },
} satisfies Record<string, Helper>;
