// Helpers for methods of arrays that take a function.
import type { Helper } from "./helper";

export const arrayCallbackHelpers = {
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
} satisfies Record<string, Helper>;
