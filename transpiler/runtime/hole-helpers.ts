// Arrays with holes that the console shows: elsewhere they are undefined.
import type { Helper } from "./helper";

export const holeHelpers = {
  array_of_holes: {
    needs: ["leave_hole", "new_array"],
    text: `def array_of_holes(length):
    """An array of so many holes."""
    values = new_array(length)
    for index in range(len(values)):
        leave_hole(values, index)
    return values`,
  },
  leave_hole: {
    needs: ["inspect"],
    text: `def leave_hole(values, index):
    """Takes an element out of its place; the console remembers that there is none."""
    if 0 <= index < len(values):
        values[index] = None
        Inspection.holes.append((values, index))`,
  },
  resize_leaving_holes: {
    needs: ["leave_hole", "resize"],
    text: `def resize_leaving_holes(values, length):
    """Cuts values to length, or adds holes up to it."""
    for index in range(len(values), int(length)):
        values.append(None)
        leave_hole(values, index)
    resize(values, length)`,
  },
  store_leaving_holes: {
    needs: ["leave_hole", "store"],
    text: `def store_leaving_holes(values, index, value):
    """values[index] = value; what is between the end and index are holes."""
    count = len(values)
    store(values, index, value)
    for hole in range(count, len(values) - 1):
        leave_hole(values, hole)`,
  },
  with_holes: {
    needs: ["leave_hole"],
    text: `def with_holes(values, *holes):
    """values, with holes at some places."""
    for index in holes:
        leave_hole(values, index)
    return values`,
  },
} satisfies Record<string, Helper>;
