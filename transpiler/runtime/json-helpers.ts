// JSON.stringify (ECMAScript 25.5.2).
import type { Helper } from "./helper";

export const jsonHelpers = {
  json_text: {
    needs: ["json_quoted", "nothing_of", "number_text", "own_keys"],
    forNull: [
      '        if value is None:\n            return "null" if',
      '        if value is NULL:\n            return "null"\n        if value is None:\n            return "null" if',
    ],
    text: `def json_text(value, space=None, shape=None, replace=None, keys=None):
    """value as JSON, None for what has none; shape says what Python values do not."""
    writer = JsonWriter(replace, keys)
    if isinstance(space, str):
        writer.gap = space[:10]
    elif space is not None:
        writer.gap = " " * max(0, min(10, int(space)))
    return writer.text("", value, "", shape)


class JsonWriter:
    """Writes JSON; around has the objects, with their keys, that hold what comes next."""

    def __init__(self, replace, keys):
        self.replace = replace
        self.keys = keys
        self.gap = ""
        self.around = []

    def text(self, key, value, margin, shape):
        """The text of a value, None if it has none; margin stands before its lines."""
        if isinstance(value, dict) and callable(value.get("toJSON")):
            value = value["toJSON"](key)
        elif hasattr(value, "to_json"):
            value = value.to_json()
        if self.replace is not None:
            was_null = value is None and nothing_of(shape) == "null"
            value = self.replace(key, value)
            if value is None:
                shape = "null" if was_null else None
        if value is None:
            return "null" if nothing_of(shape) == "null" else None
        if value is True or value is False:
            return "true" if value else "false"
        if isinstance(value, str):
            return json_quoted(value)
        if isinstance(value, (int, float)):
            return number_text(value) if value - value == 0 else "null"
        if callable(value):
            return None
        if any([outer is value for _, outer in self.around]):
            raise TypeError(self.circle(key, value))
        self.around.append((key, value))
        inner = margin + self.gap
        if isinstance(value, (list, tuple)):
            parts = [
                self.text(str(index), item, inner, shape_at(shape, index)) or "null"
                for index, item in enumerate(value)
            ]
            result = self.enclosed("[", parts, "]", margin)
        else:
            result = self.enclosed("{", self.members(value, inner, shape), "}", margin)
        self.around.pop()
        return result

    def members(self, value, margin, shape):
        """The texts of an object's members; those that have none are left out."""
        parts = []
        for key, item, inner in members_of(value, shape, self.keys):
            text = self.text(key, item, margin, inner)
            if text is not None:
                parts.append(json_quoted(key) + (": " if self.gap else ":") + text)
        return parts

    def enclosed(self, opening, parts, closing, margin):
        """The parts between brackets: on lines of their own if there is a gap."""
        if not parts or not self.gap:
            return opening + ",".join(parts) + closing
        start = "\\n" + margin + self.gap
        return opening + start + ("," + start).join(parts) + "\\n" + margin + closing

    def circle(self, key, value):
        """What V8 says of an object that holds itself (src/json/json-stringifier.cc)."""
        start = [outer is value for _, outer in self.around].index(True)
        lines = [
            "Converting circular structure to JSON",
            "    --> starting at object with constructor '%s'" % maker_of(value),
        ]
        path = [
            (self.member(index), maker_of(self.around[index][1]))
            for index in range(start + 1, len(self.around))
        ]
        if len(path) > 3:
            path[2:-1] = [("", "")]
        for member, maker in path:
            step = "%s -> object with constructor '%s'" % (member, maker) if maker else "..."
            lines.append("    |     " + step)
        self.around.append((key, value))
        return "\\n".join(lines + ["    --- %s closes the circle" % self.member(len(self.around) - 1)])

    def member(self, index):
        key = self.around[index][0]
        if isinstance(self.around[index - 1][1], (list, tuple)):
            return "index " + key
        return "property '%s'" % key


def maker_of(value):
    """The name of what made an object."""
    if isinstance(value, (list, tuple)):
        return "Array"
    return value.inspected_fields[0] if hasattr(value, "inspected_fields") else "Object"


def shape_at(shape, index):
    """The shape of an element of an array."""
    return shape[min(index + 2, len(shape) - 1)] if isinstance(shape, tuple) else shape


def members_of(value, shape, keys):
    """Keys, values and shapes of what JSON shows of an object."""
    if isinstance(value, (bytes, bytearray, memoryview)) or hasattr(value, "typed_array_name"):
        return [(str(index), byte, None) for index, byte in enumerate(value)]
    form = getattr(value, "map_kind", shape[0] if isinstance(shape, tuple) else "")
    if form in ("map", "set") or isinstance(value, set):
        return []
    if isinstance(value, dict):
        wanted = own_keys(value) if keys is None else [key for key in keys if key in value]
        if not isinstance(shape, tuple):
            return [(key, value[key], shape) for key in wanted]
        return [(key, value[key], shape[3].get(key, shape[2])) for key in wanted]
    members = []
    for field in getattr(value, "inspected_fields", ("",))[1:]:
        name, attribute, inner = field if isinstance(field, tuple) else (field, field, None)
        if keys is None or name in keys:
            members.append((name, getattr(value, attribute, None), inner))
    return members`,
  },
  json_member: {
    needs: ["item"],
    forNull: [
      "    if value is None:",
      "    if value is NULL:\n        raise TypeError(\"Cannot read properties of null (reading '%s')\" % key)\n    if value is None:",
    ],
    text: `def json_member(value, key):
    """A member of what JSON holds; None where there is none."""
    if isinstance(value, dict):
        return value.get(key if isinstance(key, str) else str(key))
    if value is None:
        raise TypeError("Cannot read properties of undefined (reading '%s')" % key)
    if isinstance(value, (str, list)):
        if key == "length":
            return len(value)
        if isinstance(key, (int, float)):
            return item(value, key)
    return None`,
  },
  json_quoted: {
    text: `def json_quoted(text):
    """A string as JSON."""
    result = ""
    for character in text:
        if character in '"\\\\':
            result += "\\\\" + character
        elif character < " ":
            place = "\\b\\t\\n\\f\\r".find(character)
            result += "\\\\" + "btnfr"[place] if place >= 0 else "\\\\u%04x" % ord(character)
        else:
            result += character
    return '"' + result + '"'`,
  },
  nothing_of: {
    text: `def nothing_of(shape):
    """What None is: null or undefined."""
    if isinstance(shape, tuple):
        return shape[1]
    return "null" if shape == "null" else "undefined"`,
  },
  part_of: {
    text: `def part_of(shape, index):
    """The shape of what is inside."""
    return shape[index] if isinstance(shape, tuple) else shape`,
  },
} satisfies Record<string, Helper>;
