// Helpers for records, and for values that are taken apart.
import type { Helper } from "./helper";

const ORDERED = "from collections import OrderedDict";

export const recordHelpers = {
  assign: {
    text: `def assign(record, *others):
    """Puts the members of others into a record; the record itself."""
    for other in others:
        if other:
            record.update(other)
    return record`,
  },
  fields: {
    imports: [ORDERED],
    text: `def fields(value):
    """The fields of an object as a record."""
    result = OrderedDict()
    for field in value.inspected_fields[1:]:
        name, attribute = field[:2] if isinstance(field, tuple) else (field, field)
        result[name] = getattr(value, attribute, None)
    return result`,
  },
  from_entries: {
    imports: [ORDERED],
    needs: ["joined_text"],
    text: `def from_entries(entries):
    """A record of keys, which become texts, and values."""
    return OrderedDict([(joined_text(key), value) for key, value in entries])`,
  },
  frozen: {
    text: `def frozen(value):
    """Remembers that an object is frozen; the object."""
    frozen_ones.append(value)
    return value


frozen_ones = []`,
  },
  is_frozen: {
    forNull: ["if value is None or", "if value is None or value is NULL or"],
    needs: ["frozen"],
    text: `def is_frozen(value):
    """Whether an object was frozen; what is no object always is."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return True
    return any([other is value for other in frozen_ones])`,
  },
  member_by_key: {
    needs: ["members"],
    text: `def member_by_key(value, key):
    """The member of any object that key names: a field, or what a getter gives."""
    getters = value.keyed_getters if hasattr(value, "keyed_getters") else {}
    return getattr(value, getters[key]) if key in getters else members(value).get(key)`,
  },
  members: {
    forNull: ["if value is None:", "if value is None or value is NULL:"],
    needs: ["fields"],
    text: `def members(value):
    """The members of any object as a record."""
    if value is None:
        raise TypeError("Cannot convert undefined or null to object")
    if isinstance(value, dict):
        return value
    if isinstance(value, (list, tuple, str)):
        return OrderedDict([(str(index), item) for index, item in enumerate(value)])
    return fields(value) if hasattr(value, "inspected_fields") else {}`,
  },
  merge: {
    text: `def merge(first, *others):
    """A new record of all members; later ones win."""
    result = {} if first is None else first.copy()
    for other in others:
        if other:
            result.update(other)
    return result`,
  },
  others: {
    imports: [ORDERED],
    text: `def others(record, taken):
    """The members of a record without those that are taken."""
    return OrderedDict([(key, record[key]) for key in record if key not in taken])`,
  },
  own_items: {
    needs: ["own_keys"],
    text: `def own_items(record):
    """The members of a record: those that are indexes first, ascending."""
    return [(key, record[key]) for key in own_keys(record)]`,
  },
  own_keys: {
    text: `def own_keys(record):
    """The names of a record's members: those that are indexes first, ascending."""
    indexes = [key for key in record if is_index(key)]
    if not indexes:
        return list(record)
    return sorted(indexes, key=int) + [key for key in record if not is_index(key)]


def is_index(key):
    """Whether key is a whole number in the spelling of JavaScript."""
    if key == "0":
        return True
    if not "1" <= key[:1] <= "9" or len(key) > 10:
        return False
    for character in key:
        if not "0" <= character <= "9":
            return False
    return int(key) < 4294967295`,
  },
  own_values: {
    needs: ["own_keys"],
    text: `def own_values(record):
    """The values of a record's members: those of indexes first, ascending."""
    return [record[key] for key in own_keys(record)]`,
  },
  same_thing: {
    needs: ["strictly_equal"],
    text: `def same_thing(a, b):
    """Whether a and b cannot be told apart: not a number is itself, 0 is not -0."""
    if not isinstance(a, float) and not isinstance(b, float):
        return strictly_equal(a, b)
    if a != a and b != b:
        return True
    return strictly_equal(a, b) and (a != 0 or str(a)[0] == str(b)[0])`,
  },
  store_member: {
    needs: ["own_keys", "store"],
    text: `def store_member(value, key, item):
    """Puts a member into any object: a record, a list, an object of a class."""
    if isinstance(value, list) and is_index(key):
        return store(value, int(key), item)
    for field in getattr(value, "inspected_fields", ())[1:]:
        name, attribute = field[:2] if isinstance(field, tuple) else (field, field)
        if name == key:
            return setattr(value, attribute, item)
    value[key] = item`,
  },
  structured_clone: {
    forNull: ["if value is None or", "if value is None or value is NULL or"],
    text: `def structured_clone(value, seen=None):
    """A copy of value and of all that is in it; what is in it twice is so in the copy."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (bytearray, memoryview)):
        return bytearray(value)
    seen = seen or []
    for original, copy in seen:
        if original is value:
            return copy
    if isinstance(value, tuple):
        return tuple([structured_clone(item, seen) for item in value])
    copy = type(value)()
    seen.append((value, copy))
    if isinstance(value, list):
        copy.extend([structured_clone(item, seen) for item in value])
    elif hasattr(value, "add"):
        for item in value:
            copy.add(structured_clone(item, seen))
    else:
        for key, item in value.items():
            copy[structured_clone(key, seen)] = structured_clone(item, seen)
    return copy`,
  },
  taken: {
    needs: ["close_iterator"],
    text: `def taken(values, count):
    """The first count of values; None for those that are not there."""
    iterator = iter(values)
    result = []
    while len(result) < count:
        try:
            result.append(next(iterator))
        except StopIteration:
            return result + [None] * (count - len(result))
    close_iterator(iterator)
    return result`,
  },
} satisfies Record<string, Helper>;
