// Helpers for records, and for values that are taken apart.
import type { Helper } from "./helper";

const ORDERED = "from collections import OrderedDict";

export const recordHelpers = {
  others: {
    imports: [ORDERED],
    text: `def others(record, taken):
    """The members of a record without those that are taken."""
    return OrderedDict([(key, record[key]) for key in record if key not in taken])`,
  },
  taken: {
    text: `def taken(values, count):
    """The first count of values; None for those that are not there."""
    iterator = iter(values)
    result = []
    while len(result) < count:
        try:
            result.append(next(iterator))
        except StopIteration:
            return result + [None] * (count - len(result))
    if hasattr(iterator, "close"):
        iterator.close()
    return result`,
  },
} satisfies Record<string, Helper>;
