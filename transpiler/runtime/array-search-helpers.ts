// Helpers for finding, joining, sorting and folding the values of arrays.
import type { Helper } from "./helper";

export const arraySearchHelpers = {
  compare_text: {
    text: `def compare_text(a, b):
    """How two strings follow each other: -1, 0 or 1."""
    return -1 if a < b else 1 if a > b else 0`,
  },
  copy_sorted: {
    needs: ["sort"],
    text: `def copy_sorted(values, compare):
    """A sorted copy of values."""
    return sort(list(values), compare)`,
  },
  copy_sorted_by_text: {
    needs: ["sort_by_text"],
    text: `def copy_sorted_by_text(values):
    """A copy of values, sorted by their texts."""
    return sort_by_text(list(values))`,
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
  find_last: {
    text: `def find_last(values, test):
    """The last of values that passes test, or None."""
    for index in range(len(values) - 1, -1, -1):
        if test(values[index]):
            return values[index]
    return None`,
  },
  find_last_index: {
    text: `def find_last_index(values, test):
    """The index of the last of values that passes test, or -1."""
    for index in range(len(values) - 1, -1, -1):
        if test(values[index]):
            return index
    return -1`,
  },
  for_each: {
    needs: ["live"],
    text: `def for_each(values, call):
    """Calls call with each of values."""
    for value in live(values):
        call(value)`,
  },
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
  indexed: {
    text: `def indexed(call, values=None, index=0, step=1):
    """Calls call with each value and its index, and with values if there are any."""

    def count(value):
        nonlocal index
        index += step
        if values is None:
            return call(value, index - step)
        return call(value, index - step, values)

    return count`,
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
  live: {
    text: `def live(values):
    """The values that are there when their turn comes, of as many as there are now."""
    for index in range(len(values)):
        if index < len(values):
            yield values[index]`,
  },
  reduce: {
    text: `def reduce(values, combine, *initial):
    """What combine makes of all values, from the first to the last."""
    values = list(values)
    if not initial and not values:
        raise TypeError("Reduce of empty array with no initial value")
    result = initial[0] if initial else values.pop(0)
    for value in values:
        result = combine(result, value)
    return result`,
  },
  reduce_indexed: {
    text: `def reduce_indexed(values, combine, *initial):
    """As reduce(), where combine takes the index and the array, too."""
    if not initial and not values:
        raise TypeError("Reduce of empty array with no initial value")
    result = initial[0] if initial else values[0]
    for index in range(0 if initial else 1, len(values)):
        result = combine(result, values[index], index, values)
    return result`,
  },
  reduce_right: {
    needs: ["reduce"],
    text: `def reduce_right(values, combine, *initial):
    """What combine makes of all values, from the last to the first."""
    return reduce(reversed(values), combine, *initial)`,
  },
  same_value_zero: {
    needs: ["strictly_equal"],
    text: `def same_value_zero(a, b):
    """Whether a and b are the same, not a number included (ECMAScript 7.2.11)."""
    return strictly_equal(a, b) or (isinstance(a, float) and isinstance(b, float) and a != a and b != b)`,
  },
  sort: {
    needs: ["insert_sorted"],
    text: `def sort(values, compare):
    """Sorts values in place by compare(a, b); equal ones keep their order, None goes last."""
    nothing = [value for value in values if value is None]
    rest = [value for value in values if value is not None] if nothing else list(values)
    count = len(rest)
    width = 32 if count >= 64 else max(count, 1)
    for start in range(0, count, width):
        insert_sorted(rest, start, min(start + width, count), compare)
    while width < count:
        merged = []
        for left in range(0, count, 2 * width):
            middle = min(left + width, count)
            right = middle
            end = min(right + width, count)
            while left < middle and right < end:
                if compare(rest[left], rest[right]) > 0:
                    merged.append(rest[right])
                    right += 1
                else:
                    merged.append(rest[left])
                    left += 1
            merged.extend(rest[left:middle])
            merged.extend(rest[right:end])
        rest = merged
        width *= 2
    values[:] = rest + nothing
    return values`,
  },
  insert_sorted: {
    text: `def insert_sorted(values, start, end, compare):
    """Sorts a part of values as V8 does, which shows where compare is inconsistent or prints."""
    ordered = start + 1
    falls = False
    while ordered < end:
        order = compare(values[ordered], values[ordered - 1])
        if ordered == start + 1:
            falls = order < 0
        elif (order < 0) != falls:
            break
        ordered += 1
    if falls:
        values[start:ordered] = list(reversed(values[start:ordered]))
    for place in range(ordered, end):
        value = values[place]
        low, high = start, place
        while low < high:
            middle = (low + high) // 2
            if compare(value, values[middle]) < 0:
                high = middle
            else:
                low = middle + 1
        values.insert(low, values.pop(place))`,
  },
  sort_numbers: {
    needs: ["sort"],
    text: `def sort_numbers(values, backwards=False):
    """Sorts numbers in place by their difference: what is no number makes that inconsistent."""
    if any([value != value for value in values]):
        return sort(values, (lambda a, b: b - a) if backwards else (lambda a, b: a - b))
    zeros = [value for value in values if value == 0]
    values.sort(reverse=backwards)
    if zeros:  # 0 and -0 are equal, and keep their order
        place = values.index(0)
        values[place : place + len(zeros)] = zeros
    return values`,
  },
  sort_by_text: {
    needs: ["compare_text", "joined_text", "sort"],
    forNull: [
      "compare_text(joined_text(a), joined_text(b))",
      'compare_text(*["null" if value is NULL else joined_text(value) for value in (a, b)])',
    ],
    text: `def sort_by_text(values):
    """Sorts values in place by their texts; None goes last."""
    return sort(values, lambda a, b: compare_text(joined_text(a), joined_text(b)))`,
  },
  sort_plainly: {
    text: `def sort_plainly(values, backwards=False):
    """Sorts numbers or strings in place; values themselves."""
    values.sort(reverse=backwards)
    return values`,
  },
  sorted_by: {
    text: `def sorted_by(values, key):
    """A copy of values, sorted by the number that key gives; equal ones keep their order."""
    places = sorted([(key(value), place) for place, value in enumerate(values)])
    return [values[place] for _, place in places]`,
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
} satisfies Record<string, Helper>;
