// RegExp and the methods of strings that take one, on top of runtime/regexp-pattern-helpers.ts.
import type { Helper } from "./helper";

export const regexpHelpers = {
  checked_flags: {
    text: `def checked_flags(flags):
    """Flags that are known when the program runs; JavaScript takes each of these once."""
    for place, flag in enumerate(flags):
        if flag not in "dgimsuy" or flag in flags[:place]:
            raise SyntaxError("Invalid flags supplied to RegExp constructor '" + flags + "'")
    return flags`,
  },
  RegExp: {
    needs: ["RegExpMatch", "RegExpPattern", "run_pattern"],
    text: `class RegExp:
    """A regular expression of JavaScript's."""

    def __init__(self, source, flags=""):
        self.flags = flags
        if isinstance(source, RegExp):
            self.flags = flags or source.flags
            source = source.source
        self.source = source or "(?:)"
        self.last_index = 0
        self.everywhere = "g" in self.flags
        self.sticky = "y" in self.flags
        key = (source, "i" in self.flags)
        if key not in RegExpPattern.known:
            RegExpPattern.known[key] = RegExpPattern(*key)
        self.pattern = RegExpPattern.known[key]

    def __str__(self):
        return "/" + self.source + "/" + self.flags

    def find(self, text, start):
        """The first match from start on, or None; a sticky one at start only."""
        pattern = self.pattern
        folded = text
        if pattern.folds:
            folded = "".join([each.upper() if each < "\\x80" else each for each in text])
        saved = [-1] * (pattern.count * 2 + pattern.marks)
        for place in range(start, start + 1 if self.sticky else len(text) + 1):
            saved[0] = place
            places = run_pattern(
                pattern, folded, place, 0, saved, "s" in self.flags, "m" in self.flags
            )
            if places is not None:
                return RegExpMatch(text, places, pattern)
        return None

    def exec(self, text):
        remembers = self.everywhere or self.sticky
        start = self.last_index if remembers else 0
        found = self.find(text, start) if start <= len(text) else None
        if remembers:
            self.last_index = found.end if found is not None else 0
        return found

    def test(self, text):
        return self.exec(text) is not None

    def all(self, text, start=0):
        """Every match, or the first one of a RegExp without g."""
        result = []
        while start <= len(text):
            found = self.find(text, start)
            if found is None:
                break
            result.append(found)
            if not self.everywhere:
                break
            start = found.end if found.end > found.index else found.end + 1
        return result`,
  },
  RegExpMatch: {
    imports: ["from collections import OrderedDict"],
    text: `class RegExpGroups(OrderedDict):
    """The named groups of a match."""

    has_no_prototype = True


class RegExpMatch(list):
    """What a RegExp found: the text and those of its groups."""

    def __init__(self, text, places, pattern):
        values = []
        for group in range(pattern.count):
            start, end = places[group * 2 : group * 2 + 2]
            values.append(text[start:end] if start >= 0 and end >= 0 else None)
        super().__init__(values)
        self.index = places[0]
        self.end = places[1]
        self.input = text
        self.groups = None
        if pattern.names:
            names = sorted(pattern.names, key=lambda key: pattern.names[key])
            self.groups = RegExpGroups([(key, values[pattern.names[key]]) for key in names])`,
  },
  regexp_match: {
    text: `def regexp_match(text, regexp):
    """text.match(regexp): the texts of all matches with g, else the first match; None without any."""
    if not regexp.everywhere:
        return regexp.exec(text)
    regexp.last_index = 0
    return [found[0] for found in regexp.all(text)] or None`,
  },
  regexp_match_all: {
    text: `def regexp_match_all(text, regexp):
    """All matches."""
    if not regexp.everywhere:
        raise TypeError("String.prototype.matchAll called with a non-global RegExp argument")
    return regexp.all(text, regexp.last_index)`,
  },
  regexp_replace: {
    text: `def regexp_replace(text, regexp, replacement, count=None):
    """Replaces what regexp finds: by a text with $1 and the like, or by what a function of count values gives."""
    result = ""
    done = 0
    if regexp.sticky and not regexp.everywhere:
        found = regexp.exec(text)
        matches = [] if found is None else [found]
    else:
        matches = regexp.all(text)
        if regexp.everywhere:
            regexp.last_index = 0
    for found in matches:
        result += text[done : found.index]
        if isinstance(replacement, str):
            result += expand_replacement(replacement, found)
        else:
            values = list(found) + [found.index, text]
            if found.groups is not None:
                values.append(found.groups)
            result += replacement(*values[:count])
        done = found.end
    return result + text[done:]


def expand_replacement(template, found):
    """template with what $1, $&, $<name> and the like stand for."""
    result = ""
    place = 0
    while True:
        dollar = template.find("$", place)
        if dollar < 0 or dollar + 1 >= len(template):
            return result + template[place:]
        result += template[place:dollar]
        kind = template[dollar + 1]
        place = dollar + 2
        if kind == "$":
            result += "$"
        elif kind == "&":
            result += found[0]
        elif kind == "\`":
            result += found.input[: found.index]
        elif kind == "'":
            result += found.input[found.end :]
        elif kind == "<" and found.groups is not None and template.find(">", place) > 0:
            end = template.find(">", place)
            result += found.groups.get(template[place:end]) or ""
            place = end + 1
        elif kind in "0123456789":
            digits = template[dollar + 1 : dollar + 3]
            if not digits.isdigit() or not 0 < int(digits) < len(found):
                digits = kind
            if 0 < int(digits) < len(found):
                result += found[int(digits)] or ""
                place = dollar + 1 + len(digits)
            else:
                result += "$" + kind
        else:
            result += "$"
            place = dollar + 1`,
  },
  regexp_search: {
    text: `def regexp_search(text, regexp):
    """Where regexp is found first, or -1."""
    found = regexp.find(text, 0)
    return -1 if found is None else found.index`,
  },
  regexp_split: {
    needs: ["RegExp", "up_to"],
    text: `def regexp_split(text, regexp, limit=None):
    """The parts of text between what regexp finds, with the groups of that."""
    there = RegExp(regexp.source, regexp.flags.replace("g", "").replace("y", "") + "y")
    if not text:
        return [] if there.find(text, 0) is not None else up_to([text], limit)
    parts = []
    start = place = 0
    while place < len(text):
        found = there.find(text, place)
        if found is None or found.end == start:
            place += 1
            continue
        parts.append(text[start : found.index])
        parts.extend(found[1:])
        start = place = found.end
    parts.append(text[start:])
    return up_to(parts, limit)`,
  },
} satisfies Record<string, Helper>;
