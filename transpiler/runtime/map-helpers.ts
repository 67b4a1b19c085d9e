// Helpers for maps, sets and records.
import type { Helper } from "./helper";

export const mapHelpers = {
  merge: {
    text: `def merge(first, *others):
    """A new dict of all members; later ones win."""
    result = first.copy()
    for other in others:
        result.update(other)
    return result`,
  },
  remove: {
    text: `def remove(values, key):
    """Takes key out of a dict or a set; whether it was there."""
    if key not in values:
        return False
    if isinstance(values, set):
        values.remove(key)
    else:
        del values[key]
    return True`,
  },
} satisfies Record<string, Helper>;
