// RegExp: CircuitPython's re knows neither {n}, \b nor lookahead and finds other matches. This is a
// backtracking matcher with a stack of its own (a board's call stack is short), by ECMAScript 22.2.
import type { Helper } from "./helper";

const RegExpPattern = `class RegExpPattern:
    """A pattern as steps of a machine: (what, argument, argument)."""

    known = {}

    def __init__(self, source, folds):
        self.source = source
        self.folds = folds
        self.place = 0
        self.count = 1
        self.names = {}
        self.steps = []
        self.marks = 0
        tree = self.alternatives()
        if self.place < len(source):
            self.fail("Unmatched ')'")
        self.emit(tree)
        self.add("found")

    def peek(self, text):
        return self.source[self.place : self.place + len(text)] == text

    def take(self, text):
        if not self.peek(text):
            return False
        self.place += len(text)
        return True

    def fail(self, why):
        raise SyntaxError("Invalid regular expression: /" + self.source + "/: " + why)

    def character(self, what="\\\\ at end of pattern"):
        if self.place >= len(self.source):
            self.fail(what)
        self.place += 1
        return self.source[self.place - 1]

    def alternatives(self):
        branches = [self.sequence()]
        while self.take("|"):
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else ("any of", branches)

    def sequence(self):
        parts = []
        while self.place < len(self.source) and not self.peek("|") and not self.peek(")"):
            first = self.count
            part = self.atom()
            parts.append(self.repeated(part, first))
        return ("all of", parts)

    def atom(self):
        character = self.character()
        if character == "(":
            return self.group()
        if character == "[":
            return self.set()
        if character == ".":
            return ("dot",)
        if character in "^$":
            return ("start",) if character == "^" else ("end",)
        if character == "\\\\":
            return self.escape()
        if character in "*+?":
            self.fail("Nothing to repeat")
        return ("one", character)

    def group(self):
        if self.take("?:"):
            part = self.alternatives()
        elif self.peek("?=") or self.peek("?!"):
            self.place += 2
            what = "ahead" if self.source[self.place - 1] == "=" else "not ahead"
            part = (what, self.alternatives())
        elif self.peek("?<=") or self.peek("?<!"):
            self.place += 3
            self.marks += 1
            what = "behind" if self.source[self.place - 1] == "=" else "not behind"
            part = (what, self.alternatives(), -self.marks)
        else:
            if self.take("?<"):
                self.names[self.until(">")] = self.count
            number = self.count
            self.count += 1
            part = ("group", number, self.alternatives())
        if not self.take(")"):
            self.fail("Unterminated group")
        return part

    def until(self, end):
        start = self.place
        self.place = self.source.find(end, start) + 1
        if self.place == 0:
            self.fail("Invalid capture group name")
        return self.source[start : self.place - 1]

    def escape(self):
        character = self.character()
        if character in "bB":
            return ("edge", character == "b")
        if character in "123456789":
            number = int(character)
            while self.place < len(self.source) and self.source[self.place] in "0123456789":
                number = number * 10 + int(self.character())
            return ("again", number)
        if character == "k" and self.take("<"):
            return ("again", self.until(">"))
        if character in "pP" and self.take("{"):
            return ("set", PROPERTIES[self.until("}")], character == "P")
        if character in "dDwWsS":
            return ("set", CLASSES[character.lower()], character in "DWS")
        return ("one", self.escaped(character))

    def escaped(self, character):
        if character in "xu":
            if character == "u" and self.take("{"):
                return chr(int(self.until("}"), 16))
            size = 2 if character == "x" else 4
            self.place += size
            return chr(int(self.source[self.place - size : self.place], 16))
        if character == "c":
            return chr(ord(self.character()) % 32)
        index = "tnvfr0".find(character)
        return "\\t\\n\\v\\f\\r\\0"[index] if index >= 0 else character

    def set(self):
        negated = self.take("^")
        ranges = []
        while not self.take("]"):
            low = self.member(ranges)
            if self.peek("-") and not self.peek("-]") and low is not None:
                self.place += 1
                high = self.member(ranges)
                if high is None:
                    ranges.append(("-", "-"))
                    ranges.append((low, low))
                else:
                    if high < low:
                        self.fail("Range out of order in character class")
                    ranges.append((low, high))
            elif low is not None:
                ranges.append((low, low))
        return ("set", ranges, negated)

    def member(self, ranges):
        character = self.character("Unterminated character class")
        if character != "\\\\":
            return character
        character = self.character()
        if character in "dws":
            ranges.extend(CLASSES[character])
            return None
        if character == "p" and self.take("{"):
            ranges.extend(PROPERTIES[self.until("}")])
            return None
        if character in "DWS":
            last = "\\0"
            for low, high in sorted(CLASSES[character.lower()]):
                if low > last:
                    ranges.append((last, chr(ord(low) - 1)))
                last = chr(ord(high) + 1)
            ranges.append((last, "\\uffff"))
            return None
        return "\\b" if character == "b" else self.escaped(character)

    def repeated(self, part, first):
        low, high = 1, 1
        if self.take("*"):
            low, high = 0, None
        elif self.take("+"):
            high = None
        elif self.take("?"):
            low = 0
        elif self.peek("{"):
            low, high = self.bounds()
        if (low, high) == (1, 1):
            return part
        return ("repeat", part, low, high, not self.take("?"), first, self.count)

    def bounds(self):
        end = self.source.find("}", self.place)
        low, comma, high = self.source[self.place + 1 : max(end, 0)].partition(",")
        if not low or not (low + high).isdigit():
            return 1, 1
        self.place = end + 1
        if high and int(high) < int(low):
            self.fail("numbers out of order in {} quantifier")
        return int(low), (int(high) if high else None) if comma else int(low)

    def add(self, what, first=None, second=None):
        self.steps.append([what, first, second])
        return self.steps[-1]

    def emit(self, part):
        what = part[0]
        if what == "all of":
            for inner in part[1]:
                self.emit(inner)
        elif what == "any of":
            self.emit_choice(part[1])
        elif what == "group":
            self.add("save", part[1] * 2)
            self.emit(part[2])
            self.add("save", part[1] * 2 + 1)
        elif what in ("ahead", "not ahead"):
            step = self.add(what)
            self.emit(part[1])
            self.add("found")
            step[1] = len(self.steps)
        elif what in ("behind", "not behind"):
            step = self.add(what, None, part[2])
            self.emit(part[1])
            self.add("there", part[2])
            self.add("found")
            step[1] = len(self.steps)
        elif what == "repeat":
            self.emit_repeat(*part[1:])
        elif what == "one":
            self.add("one", part[1].upper() if self.folds and part[1] < "\\x80" else part[1])
        else:
            self.add(*part)

    def emit_choice(self, branches):
        jumps = []
        for branch in branches[:-1]:
            split = self.add("try", len(self.steps) + 1)
            self.emit(branch)
            jumps.append(self.add("go"))
            split[2] = len(self.steps)
        self.emit(branches[-1])
        for jump in jumps:
            jump[1] = len(self.steps)

    def emit_repeat(self, part, low, high, greedy, first, last):
        for _ in range(low):
            self.add("clear", first * 2, last * 2)
            self.emit(part)
        tries = []
        for _ in range(1 if high is None else high - low):
            split = self.add("try")
            tries.append((split, len(self.steps)))
            mark = -1 - self.marks
            self.marks += 1
            self.add("save", mark)
            self.add("clear", first * 2, last * 2)
            self.emit(part)
            self.add("moved", mark)
            if high is None:
                self.add("go", tries[-1][1] - 1)
        end = len(self.steps)
        for split, inside in tries:
            split[1], split[2] = (inside, end) if greedy else (end, inside)`;

export const regexpPatternHelpers = {
  RegExpPattern: { needs: ["run_pattern"], text: RegExpPattern },
} satisfies Record<string, Helper>;
