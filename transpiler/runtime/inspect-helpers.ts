// util.inspect of Node, as far as values of the subset go (lib/internal/util/inspect.js of Node 20).
import type { Helper } from "./helper";

export const inspectHelpers = {
  console_text: {
    needs: ["inspect"],
    text: `def console_text(value, shape=None):
    """A value as console.log shows it; shape says what Python values do not."""
    return value if isinstance(value, str) else inspect(value, shape)`,
  },
  inspect: {
    needs: ["in_columns", "nothing_of", "own_keys", "part_of", "quoted", "show_number"],
    forNull: [
      "    if value is None:",
      '    if value is NULL:\n        return "null"\n    if value is None:',
    ],
    text: `class Inspection:
    """What is being shown: how deep it may go, and the objects around what comes next."""

    # Arrays, and the places in them where there is nothing.
    holes = []

    def __init__(self, depth=2):
        self.depth = depth
        self.indentation = 0
        self.deepest = 0
        self.around = []
        self.circular = []


def inspect(value, shape=None, depth=2):
    """A value inside of others as Node's console shows it; shape says what Python values do not."""
    return inspect_value(Inspection(depth), value, 0, shape)


def inspect_value(state, value, level, shape):
    if value is None:
        return nothing_of(shape)
    if isinstance(value, str):
        return inspect_text(state, value)
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return show_number(value)
    if isinstance(shape, str) and shape.startswith("["):
        return shape
    if hasattr(value, "last_index") and hasattr(value, "everywhere"):
        return str(value)
    for outer in state.around:
        if outer is value:
            if not any(other is value for other in state.circular):
                state.circular.append(value)
            return "[Circular *%d]" % (index_by_identity(state.circular, value) + 1)
    kind, prefix, opening, closing = braces_of(value, shape)
    size = len(fields_of(value)) - 1 if kind == "class" else len(value)
    if size == 0:
        return (prefix + " " if prefix else "") + opening + closing
    if level > state.depth:
        word = prefix.split("(")[0] or ("Array" if kind == "array" else "Object")
        return "[" + word + "]"
    state.around.append(value)
    state.deepest = level + 1
    start = prefix + " " + opening if prefix else opening
    parts = INSPECTORS[kind](state, value, level + 1, shape)
    state.around.pop()
    base = ""
    if any(other is value for other in state.circular):
        base = "<ref *%d>" % (index_by_identity(state.circular, value) + 1)
    elements = value if kind in ("array", "bytes") else None
    return arranged(state, parts, base, start, closing, level + 1, elements)


def index_by_identity(values, wanted):
    """Where wanted itself is among values."""
    for index, value in enumerate(values):
        if value is wanted:
            return index


def braces_of(value, shape):
    """What is inspected, the word in front of it, and what stands around its parts."""
    if isinstance(value, (list, tuple)):
        return "array", "", "[", "]"
    if isinstance(value, (bytes, bytearray, memoryview)):
        return "bytes", "Uint8Array(%d)" % len(value), "[", "]"
    if hasattr(value, "typed_array_name"):
        return "bytes", "%s(%d)" % (value.typed_array_name, len(value)), "[", "]"
    form = shape[0] if isinstance(shape, tuple) else ""
    if hasattr(value, "map_kind"):
        form = value.map_kind
    if isinstance(value, dict) or form == "map":
        if form == "map":
            return "map", "Map(%d)" % len(value), "{", "}"
        if form != "set":
            bare = hasattr(value, "has_no_prototype")
            return "record", "[Object: null prototype]" if bare else "", "{", "}"
    elif form != "set" and not isinstance(value, set):
        return "class", fields_of(value)[0], "{", "}"
    return "set", "Set(%d)" % len(value), "{", "}"


def fields_of(value):
    """The name of a class, and the fields of its objects."""
    return value.inspected_fields


def inspect_array(state, value, level, shape):
    state.indentation += 2
    parts = []
    holes = [index for array, index in state.holes if array is value and value[index : index + 1] == [None]]
    index = 0
    while index < len(value) and len(parts) < 100:
        first = index
        while index in holes:
            index += 1
        if index > first:
            parts.append("<%d empty item%s>" % (index - first, "s" if index > first + 1 else ""))
            continue
        inner = shape
        if isinstance(shape, tuple):
            inner = shape[min(index + 2, len(shape) - 1)]
        parts.append(inspect_value(state, value[index], level, inner))
        index += 1
    state.indentation -= 2
    with_rest(parts, len(value) - index)
    if hasattr(value, "groups") and hasattr(value, "input"):
        for name in ("index", "input", "groups"):
            parts.append(inspect_member(state, name, getattr(value, name), level, None))
    return parts


def with_rest(parts, missing):
    """Says how many parts are left out."""
    if missing > 0:
        parts.append("... %d more item%s" % (missing, "s" if missing > 1 else ""))
    return parts


def inspect_bytes(state, value, level, shape):
    return with_rest([show_number(value[index]) for index in range(min(len(value), 100))], len(value) - 100)


def inspect_map(state, value, level, shape):
    state.indentation += 2
    parts = []
    for key in list(value)[:100]:
        name = inspect_value(state, key, level, part_of(shape, 2))
        parts.append(name + " => " + inspect_value(state, value[key], level, part_of(shape, 3)))
    state.indentation -= 2
    return with_rest(parts, len(value) - 100)


def inspect_set(state, value, level, shape):
    state.indentation += 2
    parts = [inspect_value(state, key, level, part_of(shape, 2)) for key in list(value)[:100]]
    state.indentation -= 2
    return with_rest(parts, len(value) - 100)


def inspect_record(state, value, level, shape):
    parts = []
    for key in own_keys(value):
        inner = shape
        if isinstance(shape, tuple):
            inner = shape[3].get(key, shape[2])
        parts.append(inspect_member(state, key, value[key], level, inner))
    return parts


def inspect_class(state, value, level, shape):
    parts = []
    for field in fields_of(value)[1:]:
        name, attribute, inner = field if isinstance(field, tuple) else (field, field, None)
        # What a getter gives is not asked for.
        is_named = isinstance(inner, str) and inner.startswith("[")
        item = value if is_named else getattr(value, attribute, None)
        parts.append(inspect_member(state, name, item, level, inner))
    return parts


def inspect_member(state, key, value, level, shape):
    state.indentation += 2
    text = inspect_value(state, value, level, shape)
    state.indentation -= 2
    plain = key != "" and not "0" <= key[0] <= "9" and key != "__proto__"
    for character in key:
        plain = plain and (character == "_" or ord(character) < 128 and is_word(character))
    if key == "__proto__":
        name = "['__proto__']"
    else:
        name = key if plain else quoted(key)
    return name + ": " + text


def is_word(character):
    """Whether a letter or a digit: a name of those needs no quotes."""
    return character.isalpha() or character.isdigit()


INSPECTORS = {
    "array": inspect_array,
    "bytes": inspect_bytes,
    "class": inspect_class,
    "map": inspect_map,
    "record": inspect_record,
    "set": inspect_set,
}


def inspect_text(state, value):
    rest = len(value) - 10000
    if rest > 0:
        more = "... %d more character%s" % (rest, "s" if rest > 1 else "")
        return inspect_text(state, value[:10000]) + more
    if unit_length(value) > 16 and unit_length(value) > 76 - state.indentation and "\\n" in value:
        lines = value.split("\\n")
        parts = [line + "\\n" for line in lines[:-1]]
        if lines[-1]:
            parts.append(lines[-1])
        return (" +\\n" + " " * (state.indentation + 2)).join([quoted(part) for part in parts])
    return quoted(value)


def unit_length(text):
    """The length of text in UTF-16."""
    return len(text) + sum([1 for character in text if ord(character) > 0xFFFF])


def arranged(state, parts, base, start, closing, level, elements):
    """The parts on one line where that is short enough, in columns, or each on a line of its own."""
    count = len(parts)
    if elements is not None and count > 6:
        parts = in_columns(state, parts, elements)
    if state.deepest - level < 3 and count == len(parts):
        length = 2 * count + state.indentation + len(start) + len(base) + 10
        if length + max(count, sum([unit_length(part) for part in parts])) <= 80:
            line = ", ".join(parts)
            if "\\n" not in line:
                return (base + " " if base else "") + start + " " + line + " " + closing
    margin = "\\n" + " " * state.indentation
    inner = ("," + margin + "  ").join(parts)
    return (base + " " if base else "") + start + margin + "  " + inner + margin + closing`,
  },
} satisfies Record<string, Helper>;
