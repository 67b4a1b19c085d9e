// Helpers for strings.
import type { Helper } from "./helper";

export const stringHelpers = {
  char_at: {
    needs: ["whole"],
    text: `def char_at(text, index):
    """The character at index, or nothing where there is none."""
    index = whole(index)
    return text[index : index + 1] if index >= 0 else ""`,
  },
  char_code: {
    needs: ["code_point"],
    text: `def char_code(text, index):
    """The number of the character at index, not a number where there is none."""
    code = code_point(text, index)
    return float("nan") if code is None else code`,
  },
  code_point: {
    needs: ["whole"],
    text: `def code_point(text, index):
    """The number of the character at index, or None where there is none."""
    index = whole(index)
    return ord(text[index]) if 0 <= index < len(text) else None`,
  },
  ends_with: {
    needs: ["whole"],
    text: `def ends_with(text, wanted, end):
    """Whether text up to end ends with wanted."""
    return text[: max(whole(end), 0)].endswith(wanted)`,
  },
  find_last_text: {
    needs: ["whole"],
    text: `def find_last_text(text, wanted, start):
    """Where wanted is in text for the last time, at start or before, or -1."""
    start = len(text) if start is None or start != start else max(whole(start), 0)
    for index in range(min(start, len(text) - len(wanted)), -1, -1):
        if text[index : index + len(wanted)] == wanted:
            return index
    return -1`,
  },
  find_text: {
    needs: ["whole"],
    text: `def find_text(text, wanted, start):
    """Where wanted is in text from start on, or -1."""
    return text.find(wanted, max(min(whole(start), len(text)), 0))`,
  },
  from_codes: {
    text: `def from_codes(*codes):
    """The text of UTF-16 code units."""
    result = ""
    high = 0
    for code in codes:
        code = int(code) & 0xFFFF if code - code == 0 else 0
        if high and 0xDC00 <= code < 0xE000:
            result += chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
            high = 0
        elif high or 0xDC00 <= code < 0xE000:
            raise ValueError("half of a surrogate pair")
        elif 0xD800 <= code < 0xDC00:
            high = code
        else:
            result += chr(code)
    if high:
        raise ValueError("half of a surrogate pair")
    return result`,
  },
  from_code_points: {
    needs: ["RangeError"],
    text: `def from_code_points(*codes):
    """The text of characters by their numbers."""
    for code in codes:
        if not 0 <= code <= 0x10FFFF or code % 1 != 0:
            raise RangeError("Invalid code point")
    return "".join([chr(int(code)) for code in codes])`,
  },
  pad_end: {
    needs: ["RangeError", "whole"],
    text: `def pad_end(text, length, fill=None):
    """text, filled up to length at its end."""
    fill = " " if fill is None else fill
    missing = whole(length) - len(text)
    if missing > 536870888 and fill:
        raise RangeError("Invalid string length")
    return text if missing <= 0 or not fill else text + (fill * missing)[:missing]`,
  },
  pad_start: {
    needs: ["RangeError", "whole"],
    text: `def pad_start(text, length, fill=None):
    """text, filled up to length at its start."""
    fill = " " if fill is None else fill
    missing = whole(length) - len(text)
    if missing > 536870888 and fill:
        raise RangeError("Invalid string length")
    return text if missing <= 0 or not fill else (fill * missing)[:missing] + text`,
  },
  repeat: {
    needs: ["RangeError", "number_text", "whole"],
    text: `def repeat(text, count):
    """text so many times."""
    if count <= -1 or count >= 536870889:
        raise RangeError("Invalid count value: " + number_text(count))
    return text * whole(count)`,
  },
  replace_text: {
    needs: ["replacement", "replace_with"],
    text: `def replace_text(text, wanted, by, every=False):
    """text with wanted replaced once, or wherever it is; $ has its meaning in by."""
    if "$" not in by and wanted:
        return text.replace(wanted, by) if every else text.replace(wanted, by, 1)
    return replace_with(
        text, wanted, lambda found, start, text: replacement(by, found, start, text), every
    )`,
  },
  replace_with: {
    text: `def replace_with(text, wanted, call, every=False):
    """text with wanted replaced by what call makes of it."""
    result = ""
    rest = 0
    start = text.find(wanted)
    while 0 <= start <= len(text):
        result += text[rest:start] + call(wanted, start, text)
        rest = start + len(wanted)
        if not every:
            break
        next_start = start + max(len(wanted), 1)
        start = text.find(wanted, next_start) if next_start < len(text) or wanted else next_start
    return result + text[rest:]`,
  },
  replacement: {
    text: `def replacement(by, found, start, text):
    """by with $$, $&, $\` and $' put in."""
    result = ""
    index = 0
    while index < len(by):
        mark = by[index : index + 2]
        index += 2
        if mark == "$$":
            result += "$"
        elif mark == "$&":
            result += found
        elif mark == "$\`":
            result += text[:start]
        elif mark == "$'":
            result += text[start + len(found) :]
        else:
            result += mark[:1]
            index -= 1
    return result`,
  },
  split: {
    needs: ["up_to"],
    text: `def split(text, separator, limit=None):
    """The parts of text between separators, at most so many."""
    if separator is None:
        parts = [text]
    else:
        parts = text.split(separator) if separator else list(text)
    return up_to(parts, limit)`,
  },
  up_to: {
    text: `def up_to(parts, limit):
    """The first of parts, at most so many; below 0 is as good as no limit."""
    if limit is None:
        return parts
    limit = int(limit) & 0xFFFFFFFF if limit - limit == 0 else 0
    return parts if limit >= len(parts) else parts[:limit]`,
  },
  starts_with: {
    needs: ["whole"],
    text: `def starts_with(text, wanted, start):
    """Whether wanted is in text at start."""
    start = max(min(whole(start), len(text)), 0)
    return text[start : start + len(wanted)] == wanted`,
  },
  substr: {
    needs: ["place", "whole"],
    text: `def substr(text, start, length=None):
    """So much of text from start on."""
    start = place(start, len(text))
    return text[start:] if length is None else text[start : start + max(whole(length), 0)]`,
  },
  substring: {
    needs: ["whole"],
    text: `def substring(text, start, end=None):
    """What lies between two places, in whichever order."""
    start = max(whole(start), 0)
    end = len(text) if end is None else max(whole(end), 0)
    return text[min(start, end) : max(start, end)]`,
  },
  text_length: {
    text: `def text_length(text):
    """How many UTF-16 code units text has."""
    return len(text) + sum([1 for character in text if ord(character) > 0xFFFF])`,
  },
  trim: {
    needs: ["trim_end", "trim_start"],
    text: `def trim(text):
    """text without the blanks around it."""
    text = text.strip(" \\t\\n\\r\\v\\f")
    return trim_start(trim_end(text)) if text and max(text[0], text[-1]) > "\\x7f" else text`,
  },
  trim_end: {
    needs: ["is_blank"],
    text: `def trim_end(text):
    """text without the blanks at its end."""
    end = len(text)
    while end > 0 and is_blank(text[end - 1]):
        end -= 1
    return text[:end]`,
  },
  trim_start: {
    needs: ["is_blank"],
    text: `def trim_start(text):
    """text without the blanks before it."""
    start = 0
    while start < len(text) and is_blank(text[start]):
        start += 1
    return text[start:]`,
  },
  is_blank: {
    text: `def is_blank(character):
    """Whether JavaScript takes character for white space."""
    if character < "\\x80":
        return character in " \\t\\n\\r\\v\\f"
    others = "\\xa0\\ufeff\\u1680\\u2028\\u2029\\u202f\\u205f\\u3000"
    return character in others or "\\u2000" <= character <= "\\u200a"`,
  },
} satisfies Record<string, Helper>;
