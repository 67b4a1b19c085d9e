// Functions for what Python does otherwise. A program gets those it uses, in one module,
// taipan_runtime, that runs alike on CircuitPython, MicroPython and CPython.

export interface Helper {
  readonly text: string;
  readonly needs?: readonly HelperName[];
  readonly imports?: readonly string[];
}

export const RUNTIME_MODULE = "taipan_runtime";

export type HelperName =
  | "copy_sorted"
  | "decode"
  | "divide"
  | "find"
  | "find_byte"
  | "find_index"
  | "floor_divide"
  | "index_of"
  | "int32"
  | "item"
  | "last_index_of"
  | "merge"
  | "pad_end"
  | "pad_start"
  | "parse_float"
  | "parse_int"
  | "put"
  | "remainder"
  | "remove"
  | "sort"
  | "splice"
  | "substring"
  | "to_fixed"
  | "write";

export const helpers: Record<HelperName, Helper> = {
  copy_sorted: {
    needs: ["sort"],
    text: `def copy_sorted(values, compare):
    """A sorted copy of values."""
    return sort(list(values), compare)`,
  },
  decode: {
    text: `def decode(data):
    """The text of UTF-8 bytes, without the byte order mark."""
    text = str(data, "utf-8")
    return text[1:] if text.startswith("\\ufeff") else text`,
  },
  divide: {
    text: `def divide(a, b):
    """a / b; infinite or not a number where b is 0."""
    if b != 0:
        return a / b
    if a == 0 or a != a:
        return float("nan")
    return float("inf") if a > 0 else float("-inf")`,
  },
  find: {
    text: `def find(values, test):
    """The first of values that passes test, or None."""
    for value in values:
        if test(value):
            return value
    return None`,
  },
  find_byte: {
    text: `def find_byte(values, byte, start=0):
    """The index of byte in values from start on, or -1."""
    if start < 0:
        start = max(len(values) + start, 0)
    if hasattr(values, "find"):
        return values.find(bytes((byte,)), start)
    for index in range(start, len(values)):
        if values[index] == byte:
            return index
    return -1`,
  },
  find_index: {
    text: `def find_index(values, test):
    """The index of the first of values that passes test, or -1."""
    for index, value in enumerate(values):
        if test(value):
            return index
    return -1`,
  },
  floor_divide: {
    needs: ["divide"],
    text: `def floor_divide(a, b):
    """a // b; infinite or not a number where b is 0."""
    return a // b if b != 0 else divide(a, b)`,
  },
  index_of: {
    text: `def index_of(values, wanted, start=0):
    """The index of wanted in values from start on, or -1."""
    for index in range(max(start, 0), len(values)):
        if values[index] == wanted:
            return index
    return -1`,
  },
  int32: {
    text: `def int32(value):
    """The low 32 bits of value, signed."""
    value &= 0xFFFFFFFF
    return value - 0x100000000 if value & 0x80000000 else value`,
  },
  item: {
    text: `def item(values, index):
    """values[index], or None where there is none; a negative index is none."""
    return values[index] if 0 <= index < len(values) else None`,
  },
  last_index_of: {
    text: `def last_index_of(values, wanted):
    """The index of the last wanted in values, or -1."""
    for index in range(len(values) - 1, -1, -1):
        if values[index] == wanted:
            return index
    return -1`,
  },
  merge: {
    text: `def merge(first, *others):
    """A new dict of all members; later ones win."""
    result = first.copy()
    for other in others:
        result.update(other)
    return result`,
  },
  pad_end: {
    text: `def pad_end(text, length, fill=" "):
    """text, filled up to length at its end."""
    missing = length - len(text)
    return text if missing <= 0 or not fill else text + (fill * missing)[:missing]`,
  },
  pad_start: {
    text: `def pad_start(text, length, fill=" "):
    """text, filled up to length at its start."""
    missing = length - len(text)
    return text if missing <= 0 or not fill else (fill * missing)[:missing] + text`,
  },
  parse_float: {
    text: `def parse_float(text):
    """The number that text is, an int if it is whole; not a number if it is none."""
    text = text.strip()
    if not text:
        return 0
    if text.replace("e", "").replace("E", "").strip("+-.0123456789"):
        return float("nan")
    try:
        value = float(text)
        return int(value) if value == int(value) else value
    except (ValueError, OverflowError):
        return float("nan")`,
  },
  parse_int: {
    text: `def parse_int(text, radix=10):
    """The int that text starts with; not a number if it starts with none."""
    text = text.strip().lower()
    negative = text[:1] == "-"
    if text[:1] in ("+", "-"):
        text = text[1:]
    if text[:2] == "0x" and radix == 16:
        text = text[2:]
    value = None
    for character in text:
        digit = "0123456789abcdefghijklmnopqrstuvwxyz".find(character)
        if digit < 0 or digit >= radix:
            break
        value = (value or 0) * radix + digit
    if value is None:
        return float("nan")
    return -value if negative else value`,
  },
  put: {
    text: `def put(values, index, value):
    """values[index] = value; nothing where there is no such index."""
    if 0 <= index < len(values):
        values[index] = value`,
  },
  remainder: {
    text: `def remainder(a, b):
    """What a leaves when divided by b, with the sign of a."""
    if b == 0 or a != a or b != b:
        return float("nan")
    result = abs(a) % abs(b)
    return -result if a < 0 else result`,
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
  sort: {
    text: `def sort(values, compare):
    """Sorts values in place by compare(a, b); equal ones keep their order."""
    for index in range(1, len(values)):
        value = values[index]
        position = index
        while position > 0 and compare(values[position - 1], value) > 0:
            values[position] = values[position - 1]
            position -= 1
        values[position] = value
    return values`,
  },
  splice: {
    text: `def splice(values, start, count, *inserted):
    """Replaces count of values from start on; what was there."""
    if start < 0:
        start = max(len(values) + start, 0)
    removed = values[start : start + max(count, 0)]
    values[start : start + max(count, 0)] = list(inserted)
    return removed`,
  },
  substring: {
    text: `def substring(text, start, end=None):
    """What lies between two places, in whichever order."""
    start = max(start, 0)
    end = len(text) if end is None else max(end, 0)
    return text[min(start, end) : max(start, end)]`,
  },
  to_fixed: {
    text: `def to_fixed(value, digits):
    """value with so many decimals; what lies halfway goes away from zero."""
    if value - value != 0:
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
    if value * 2 ** (digits + 1) % 2 == 1:
        value += (0.25 if value > 0 else -0.25) / 10**digits
    return "%.*f" % (digits, value)`,
  },
  write: {
    text: `def write(target, source, offset=0):
    """Copies source into target from offset on."""
    if offset < 0 or offset + len(source) > len(target):
        raise ValueError("offset is out of bounds")
    target[offset : offset + len(source)] = source`,
  },
};

/** The module with `used` and what these need, in order of their names. */
export function runtimeText(used: ReadonlySet<HelperName>): string {
  const all = new Set<HelperName>();
  const add = (id: HelperName): void => {
    all.add(id);
    helpers[id].needs?.forEach(add);
  };
  used.forEach(add);
  const texts = [...all].sort().map((id) => helpers[id].text);
  return `"""What JavaScript does and Python does not."""\n\n\n${texts.join("\n\n\n")}\n`;
}
