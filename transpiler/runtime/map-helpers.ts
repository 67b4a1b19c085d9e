// Helpers for maps and sets.
import type { Helper } from "./helper";

export const mapHelpers = {
  AnyMap: {
    needs: ["identity"],
    text: `class AnyMap:
    """A Map with keys of any kind, in the order of insertion; may change while it is run over."""

    map_kind = "map"

    def __init__(self, entries=()):
        self._entries = {}
        self._first = [None, None, None, None, True]
        self._last = self._first
        for key, value in entries:
            self[key] = value

    def __len__(self):
        return len(self._entries)

    def __contains__(self, key):
        return identity(key) in self._entries

    def __getitem__(self, key):
        return self._entries[identity(key)][1]

    def __setitem__(self, key, value):
        place = identity(key)
        entry = self._entries.get(place)
        if entry is not None:
            entry[1] = value
            return
        # Key, value, the entries before and after, whether it is still in the map.
        entry = [0 if key == 0 and place == 0 else key, value, self._last, None, True]
        self._last[3] = entry
        self._last = entry
        self._entries[place] = entry

    def __delitem__(self, key):
        entry = self._entries.pop(identity(key))
        entry[4] = False
        entry[2][3] = entry[3]
        if entry[3] is None:
            self._last = entry[2]
        else:
            entry[3][2] = entry[2]

    def __iter__(self):
        for entry in self._live():
            yield entry[0]

    def _live(self):
        entry = self._first
        while True:
            # From an entry that is gone on with what follows the last one before it.
            while not entry[4]:
                entry = entry[2]
            entry = entry[3]
            if entry is None:
                return
            yield entry

    def get(self, key, missing=None):
        entry = self._entries.get(identity(key))
        return missing if entry is None else entry[1]

    def pop(self, key, missing=None):
        if key in self:
            missing = self[key]
            del self[key]
        return missing

    def keys(self):
        return iter(self)

    def values(self):
        for entry in self._live():
            yield entry[1]

    def items(self):
        for entry in self._live():
            yield entry[0], entry[1]

    def clear(self):
        entry = self._first[3]
        while entry is not None:
            entry[4] = False
            entry[2] = self._first
            entry = entry[3]
        self._first[3] = None
        self._last = self._first
        self._entries.clear()`,
  },
  AnySet: {
    needs: ["AnyMap"],
    text: `class AnySet(AnyMap):
    """A Set of values of any kind, in the order of insertion; may change while it is run over."""

    map_kind = "set"

    def __init__(self, values=()):
        super().__init__()
        for value in values:
            self[value] = value

    def add(self, value):
        self[value] = value

    def discard(self, value):
        self.pop(value)`,
  },
  add_to_set: {
    text: `def add_to_set(values, value):
    """Adds value to a set; the set itself."""
    values.add(value)
    return values`,
  },
  each_entry: {
    text: `def each_entry(entries, call):
    """Calls call with the value and the key of each entry of a map."""
    for key, value in entries.items():
        call(value, key, entries)`,
  },
  each_value: {
    text: `def each_value(values, call):
    """Calls call with each value of a set, twice."""
    for value in values:
        call(value, value, values)`,
  },
  identity: {
    text: `def identity(value):
    """What tells value from other keys, as JavaScript does."""
    if value is None or isinstance(value, str):
        return value
    if value is True or value is False:
        return (value,)
    if isinstance(value, (int, float)):
        return value if value == value else ("NaN",)
    return ("", id(value))`,
  },
  remove: {
    text: `def remove(values, key):
    """Takes key out of a dict or a set; whether it was there."""
    if key not in values:
        return False
    if hasattr(values, "discard"):
        values.discard(key)
    else:
        del values[key]
    return True`,
  },
  set_in_map: {
    text: `def set_in_map(values, key, value):
    """Puts value into a map at key; the map itself."""
    values[key] = value
    return values`,
  },
} satisfies Record<string, Helper>;
