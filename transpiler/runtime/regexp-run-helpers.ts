// How a pattern of runtime/regexp-pattern-helpers.ts runs over a text.
import type { Helper } from "./helper";

const runPattern = `def run_pattern(pattern, text, place, at, saved, dots, lines):
    """Where the groups of the match at place are, or None."""
    steps = pattern.steps
    size = len(text)
    waiting = []
    while True:
        what, first, second = steps[at]
        at += 1
        fits = True
        if what == "one":
            fits = place < size and text[place] == first
            place += 1
        elif what == "set":
            fits = place < size and in_ranges(text[place], first, pattern.folds) != second
            place += 1
        elif what == "dot":
            fits = place < size and (dots or text[place] not in "\\n\\r\\u2028\\u2029")
            place += 1
        elif what == "try":
            waiting.append((second, place, saved))
            at = first
        elif what == "go":
            at = first
        elif what == "save":
            saved = saved[:]
            saved[first] = place
        elif what == "clear":
            if first < second:
                saved = saved[:]
                saved[first:second] = [-1] * (second - first)
        elif what == "moved":
            fits = saved[first] != place
        elif what == "there":
            fits = saved[first] == place
        elif what in ("behind", "not behind"):
            before = saved[:]
            before[second] = place
            inner = None
            for start in range(place, -1, -1):
                inner = inner or run_pattern(pattern, text, start, at, before, dots, lines)
            fits = (inner is not None) == (what == "behind")
            at = first
        elif what == "start":
            fits = place == 0 or lines and text[place - 1] in "\\n\\r\\u2028\\u2029"
        elif what == "end":
            fits = place == size or lines and text[place] in "\\n\\r\\u2028\\u2029"
        elif what == "edge":
            before = place > 0 and in_ranges(text[place - 1], CLASSES["w"], False)
            after = place < size and in_ranges(text[place], CLASSES["w"], False)
            fits = (before != after) == first
        elif what == "again":
            group = pattern.names[first] if isinstance(first, str) else first
            start, end = saved[group * 2 : group * 2 + 2]
            part = text[start:end] if start >= 0 and end >= 0 else ""
            fits = text[place : place + len(part)] == part
            place += len(part)
        elif what == "ahead":
            inner = run_pattern(pattern, text, place, at, saved, dots, lines)
            fits = inner is not None
            if fits:
                inner[1] = saved[1]
                saved = inner
            at = first
        elif what == "not ahead":
            fits = run_pattern(pattern, text, place, at, saved, dots, lines) is None
            at = first
        else:
            saved = saved[:]
            saved[1] = place
            return saved
        if not fits:
            if not waiting:
                return None
            at, place, saved = waiting.pop()


def in_ranges(character, ranges, folds):
    """Whether character is in one of ranges; of either case if it folds."""
    for low, high in ranges:
        if low <= character <= high:
            return True
    return folds and "A" <= character <= "Z" and in_ranges(character.lower(), ranges, False)


CLASSES = {
    "d": [("0", "9")],
    "w": [("0", "9"), ("A", "Z"), ("_", "_"), ("a", "z")],
    "s": [(each, each) for each in "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"]
    + [("\\u2000", "\\u200a")],
}

# What Unicode says of ASCII's characters.
PROPERTIES = {
    "L": [("A", "Z"), ("a", "z")],
    "Ll": [("a", "z")],
    "Lu": [("A", "Z")],
    "N": [("0", "9")],
    "P": [("!", "#"), ("%", "*"), (",", "/"), (":", ";"), ("?", "@"), ("[", "]"), ("_", "_"), ("{", "{"), ("}", "}")],
    "White_Space": [("\\t", "\\r"), (" ", " ")],
}
for name, known in (
    ("Alphabetic", "L"),
    ("Letter", "L"),
    ("Lowercase", "Ll"),
    ("Nd", "N"),
    ("Number", "N"),
    ("Uppercase", "Lu"),
):
    PROPERTIES[name] = PROPERTIES[known]`;

export const regexpRunHelpers = {
  run_pattern: { text: runPattern },
} satisfies Record<string, Helper>;
