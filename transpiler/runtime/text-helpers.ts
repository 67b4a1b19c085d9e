// What values are as text: ECMAScript's ToString, and what Node's console shows (lib/internal/util/inspect.js).
import type { Helper } from "./helper";

export const textHelpers = {
  TemplateStrings: {
    text: `class TemplateStrings(list):
    """The texts of a tagged template; raw has them as they are written."""

    def __init__(self, texts, raw=None):
        super().__init__(texts)
        self.raw = texts if raw is None else raw`,
  },
  template_strings: {
    needs: ["TemplateStrings"],
    text: `def template_strings(place, *texts):
    """The texts of the template at a place, which are the same each time."""
    if place not in known_templates:
        known_templates[place] = TemplateStrings(*texts)
    return known_templates[place]


known_templates = {}`,
  },
  format_log: {
    needs: ["parse_float", "parse_int", "parse_number", "shown"],
    forNull: [
      'value is None):\n        value = float("nan") if value is None else int(value)',
      'value is None or value is NULL):\n        value = float("nan") if value is None else int(bool(value))',
    ],
    text: `def format_log(template, *values):
    """What console.log makes of %s, %d, %i, %f, %j, %o, %c and %% in its first argument; the rest follows."""
    if not isinstance(template, str):
        return " ".join([shown(template)] + [shown(value) for value in values])
    values = list(values)
    result = ""
    start = 0
    while values or "%%" in template:
        place = template.find("%", start)
        if place < 0 or place + 1 >= len(template):
            break
        kind = template[place + 1]
        if kind == "%":
            result += template[start:place] + "%"
        elif kind in "sdifc" and values:
            result += template[start:place] + format_one(kind, values.pop(0))
        else:
            result += template[start : place + 2]
        start = place + 2
    return " ".join([result + template[start:]] + [shown(value) for value in values])


def format_one(kind, value):
    """What %s, %d, %i, %f or %c makes of value."""
    if kind == "c":
        return ""
    if kind == "s":
        return shown(value)
    if kind == "d" and (value is True or value is False or value is None):
        value = float("nan") if value is None else int(value)
    elif isinstance(value, str):
        value = {"d": parse_number, "f": parse_float, "i": parse_int}[kind](value)
    if value is True or value is False or not isinstance(value, (int, float)):
        return "NaN"
    if kind == "i" and value - value == 0:
        value = int(value)
    return show_number(value)`,
  },
  quoted: {
    text: `def quoted(value):
    """A string in the quotes that need the fewest escapes."""
    quote = "'"
    if "'" in value:
        if '"' not in value:
            quote = '"'
        elif "\`" not in value and "\${" not in value:
            quote = "\`"
    result = ""
    for character in value:
        code = ord(character)
        if character == "\\\\" or character == quote and quote == "'":
            result += "\\\\" + character
        elif code < 32 or 126 < code < 160:
            result += ESCAPES.get(character) or "\\\\x%02X" % code
        else:
            result += character
    return quote + result + quote


ESCAPES = {"\\b": "\\\\b", "\\t": "\\\\t", "\\n": "\\\\n", "\\f": "\\\\f", "\\r": "\\\\r"}`,
  },
  show_number: {
    needs: ["number_text"],
    text: `def show_number(value):
    """A number as console.log shows it."""
    return "-0" if str(value) == "-0.0" else number_text(value)`,
  },
  shown: {
    needs: ["show_number", "text_of"],
    text: `def shown(value, nothing="undefined"):
    """A value as console.log shows it."""
    return show_number(value) if isinstance(value, float) else text_of(value, nothing)`,
  },
  sum_of_missing: {
    needs: ["text_of"],
    text: `def sum_of_missing(left, right):
    """The text of a sum whose sides may be undefined: without a text among them it is no number."""
    if not isinstance(left, str) and not isinstance(right, str):
        return "NaN"
    return text_of(left) + text_of(right)`,
  },
  text_of: {
    needs: ["number_text"],
    forNull: [
      "    if value is None:",
      '    if value is NULL:\n        return "null"\n    if value is None:',
    ],
    text: `def text_of(value, nothing="undefined"):
    """A value as String() makes it."""
    if value is None:
        return nothing
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return number_text(value)
    return str(value)`,
  },
} satisfies Record<string, Helper>;
