// Arrays in columns, as the console of Node prints long ones (lib/internal/util/inspect.js of Node 20).
import type { Helper } from "./helper";

export const columnHelpers = {
  in_columns: {
    needs: ["is_number"],
    text: `def in_columns(state, parts, elements):
    """Short elements beside each other, as groupArrayElements of Node does it."""
    count = len(parts) - (1 if len(elements) > 100 else 0)
    widths = [text_width(part) for part in parts[:count]]
    total = sum(widths) + 2 * count
    longest = max(widths) + 2
    if longest * 3 + state.indentation >= 80 or not (total / longest > 5 or longest <= 8):
        return parts
    biased = max(longest - 3 - (longest - total / len(parts)) ** 0.5, 1)
    columns = min(
        int((2.5 * biased * count) ** 0.5 / biased + 0.5), (80 - state.indentation) // longest, 12, 15
    )
    if columns <= 1:
        return parts
    line_widths = [max(widths[column::columns]) + 2 for column in range(min(columns, count))]
    numbers = all([is_number(element) for element in elements[: len(parts)]])
    rows = []
    for first in range(0, count, columns):
        last = min(first + columns, count) - 1
        row = ""
        for index in range(first, last):
            space = " " * (line_widths[index - first] - widths[index] - 2)
            row += space + parts[index] + ", " if numbers else parts[index] + ", " + space
        if numbers:
            row += " " * (line_widths[last - first] - widths[last] - 2)
        rows.append(row + parts[last])
    return rows + parts[count:]


def text_width(text):
    """How many columns text takes: those of Asia's scripts and emoji take two."""
    width = 0
    for character in text:
        code = ord(character)
        if 0x300 <= code <= 0x36F or 0x200B <= code <= 0x200F or 0x20D0 <= code <= 0x20FF or 0xFE00 <= code <= 0xFE0F:
            continue
        wide = 0x1100 <= code and (
            code <= 0x115F
            or code in (0x2329, 0x232A)
            or 0x2E80 <= code <= 0x3247 and code != 0x303F
            or 0x3250 <= code <= 0x4DBF
            or 0x4E00 <= code <= 0xA4C6
            or 0xA960 <= code <= 0xA97C
            or 0xAC00 <= code <= 0xD7A3
            or 0xF900 <= code <= 0xFAFF
            or 0xFE10 <= code <= 0xFE19
            or 0xFE30 <= code <= 0xFE6B
            or 0xFF01 <= code <= 0xFF60
            or 0xFFE0 <= code <= 0xFFE6
            or 0x1B000 <= code <= 0x1B001
            or 0x1F200 <= code <= 0x1F251
            or 0x1F300 <= code <= 0x1F64F
            or 0x1F900 <= code <= 0x1F9FF
            or 0x20000 <= code <= 0x3FFFD
        )
        width += 2 if wide else 1
    return width`,
  },
} satisfies Record<string, Helper>;
