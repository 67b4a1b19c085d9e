// Helpers for arrays.
import type { Helper } from "./helper";

export const arrayHelpers = {
  at: {
    needs: ["item", "whole"],
    text: `def at(values, index):
    """values[index], from the end if index is negative; None where there is none."""
    index = whole(index)
    return item(values, index + len(values) if index < 0 else index)`,
  },
  bound: {
    needs: ["whole"],
    text: `def bound(value):
    """value without its fraction, for an end of a slice; None stays None."""
    return None if value is None else whole(value)`,
  },
  copy_within: {
    needs: ["place"],
    text: `def copy_within(values, target, start=0, end=None):
    """Copies a part of values over another part of it."""
    count = len(values)
    target = place(target, count)
    part = values[place(start, count) : count if end is None else place(end, count)]
    part = part[: count - target]
    values[target : target + len(part)] = part
    return values`,
  },
  fill: {
    needs: ["place"],
    text: `def fill(values, value, start=0, end=None):
    """Puts value into values from start up to end."""
    count = len(values)
    for index in range(place(start, count), count if end is None else place(end, count)):
        values[index] = value
    return values`,
  },
  flat: {
    text: `def flat(values, depth=1):
    """A list of values, with those lists opened that lie up to depth deep in it."""
    result = []
    for value in values:
        if depth >= 1 and isinstance(value, (list, tuple)):
            result.extend(flat(value, depth - 1))
        else:
            result.append(value)
    return result`,
  },
  item: {
    text: `def item(values, index, nothing=None):
    """values[index], or nothing where there is none; a negative index is none."""
    if index < 0:
        return nothing
    try:
        return values[index]
    except (IndexError, OverflowError):
        return nothing
    except TypeError:
        return values[int(index)] if index % 1 == 0 and index < len(values) else nothing`,
  },
  new_array: {
    needs: ["RangeError"],
    text: `def new_array(length, value=None):
    """A list of so many times value."""
    if not 0 <= length < 4294967296 or length % 1 != 0:
        raise RangeError("Invalid array length")
    return [value] * int(length)`,
  },
  place: {
    needs: ["whole"],
    text: `def place(index, count):
    """Where index is among count elements, counted from the end if it is negative."""
    index = whole(index)
    return max(index + count, 0) if index < 0 else min(index, count)`,
  },
  push: {
    text: `def push(values, *added):
    """Puts added at the end of values; how many there are then."""
    values.extend(added)
    return len(values)`,
  },
  put: {
    text: `def put(values, index, value):
    """values[index] = value; nothing where there is no such index."""
    if index >= 0:
        try:
            values[index] = value
        except (IndexError, OverflowError):
            pass`,
  },
  resize: {
    needs: ["RangeError"],
    text: `def resize(values, length):
    """Cuts values to length; an error if they would get longer."""
    if not 0 <= length < 4294967296 or length % 1 != 0:
        raise RangeError("Invalid array length")
    if length > len(values):
        raise IndexError("this would leave holes in an array")
    del values[int(length) :]`,
  },
  reversed_in_place: {
    text: `def reversed_in_place(values):
    """Turns values round; values themselves."""
    values.reverse()
    return values`,
  },
  splice: {
    needs: ["place"],
    text: `def splice(values, start, count=None, *inserted):
    """Replaces count of values from start on, all without count; what was there."""
    length = len(values)
    start = place(start, length)
    end = length if count is None else start + place(max(count, 0), length)
    removed = values[start:end]
    values[start:end] = list(inserted)
    return removed`,
  },
  spliced: {
    needs: ["splice"],
    text: `def spliced(values, *change):
    """A copy of values with a part of it replaced."""
    values = list(values)
    splice(values, *change)
    return values`,
  },
  store: {
    text: `def store(values, index, value):
    """values[index] = value; the list grows to reach index."""
    if not 0 <= index < 4294967295 or index % 1 != 0:
        raise IndexError("an array's index has to be a whole number")
    index = int(index)
    if index >= len(values):
        values.extend([None] * (index - len(values) + 1))
    values[index] = value`,
  },
  store_next: {
    text: `def store_next(values, index, value):
    """values[index] = value; right behind the last one the list grows."""
    if index == len(values):
        values.append(value)
    elif 0 <= index < len(values) and index % 1 == 0:
        values[int(index)] = value
    else:
        raise IndexError("this would leave a hole in an array")`,
  },
  unshift: {
    text: `def unshift(values, *added):
    """Puts added before values; how many there are then."""
    values[0:0] = list(added)
    return len(values)`,
  },
  whole: {
    text: `def whole(value):
    """value without its fraction, for a place in a list; 0 for what is no number."""
    if value is None or value != value:
        return 0
    # No list is longer, and what is beyond a machine's word is no place for MicroPython.
    return int(max(-0x3FFFFFFF, min(value, 0x3FFFFFFF)))`,
  },
  with_item: {
    needs: ["RangeError", "number_text", "whole"],
    text: `def with_item(values, index, value):
    """A copy of values with another one at index."""
    result = list(values)
    place = whole(index)
    if not -len(result) <= place < len(result):
        is_array = isinstance(values, (list, tuple))
        raise RangeError("Invalid index : " + number_text(index) if is_array else "Invalid typed array index")
    result[place] = value
    return result`,
  },
} satisfies Record<string, Helper>;
