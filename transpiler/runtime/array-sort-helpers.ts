// Helpers that sort arrays: MicroPython's sort is not stable and takes no comparison.
import type { Helper } from "./helper";

export const arraySortHelpers = {
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
                if compare(rest[right], rest[left]) < 0:
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
} satisfies Record<string, Helper>;
