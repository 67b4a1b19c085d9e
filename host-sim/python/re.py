# extmod/modre.c as py/circuitpy_mpconfig.h builds it: matches have groups(), span(), start() and
# end(), which this VM leaves out. The matching itself is the VM's, the same code as a board's.
import ure as _native

_AT_BEGIN = 0
_FIRST = 1
_ANYWHERE = 2


class match:
    def __init__(self, native, pattern, text, where):
        self._native = native
        self._pattern = pattern
        self._text = text
        self._where = where

    def group(self, number=0):
        return self._native.group(number)

    def groups(self):
        found = []
        while True:
            try:
                found.append(self._native.group(len(found) + 1))
            except IndexError:
                return tuple(found)

    def span(self, number=0):
        text = self._native.group(number)
        if text is None:
            return (-1, -1)
        begin = self._whole()
        if number == 0:
            return (begin, begin + len(text))
        end = begin + self._end_in_whole(number, text)
        return (end - len(text), end)

    def start(self, number=0):
        return self.span(number)[0]

    def end(self, number=0):
        return self.span(number)[1]

    # The VM tells what was found and not where. What search() finds is the first place where the
    # pattern matches; only ^ looks at what stands before it.
    def _whole(self):
        if self._where == _AT_BEGIN:
            return 0
        source = self._pattern.source
        if not isinstance(source, str):
            source = str(source, "latin-1")
        if source[:1] == "^" and "|" not in source:
            return 0
        if self._where == _ANYWHERE or "^" in source:
            return _only(self._text, self._native.group(0), 0)
        begin = 0
        while self._pattern.native.match(self._text[begin:]) is None:
            begin += 1
        return begin

    # What leads up to the group and the group itself, taken as a group of its own, is as long as
    # the way to the group's end.
    def _end_in_whole(self, number, text):
        widened = None if self._where == _ANYWHERE else _widened(self._pattern.source, number)
        if widened is None:
            return _only(self._native.group(0), text, number) + len(text)
        source, number = widened
        how = _native.match if self._where == _AT_BEGIN else _native.search
        return len(how(source, self._text).group(number))


def _only(text, part, number):
    found = text.find(part)
    if text.find(part, found + 1) != -1:
        raise NotImplementedError(
            "where group %d was found is not simulated: its text occurs more than once" % number
        )
    return found


def _widened(pattern, number):
    """The pattern with one more group, and that group's number; None for a group inside another."""
    source = pattern if isinstance(pattern, str) else str(pattern, "latin-1")
    depth = groups = index = before = alternative = 0
    found = in_class = False
    while index < len(source):
        character = source[index]
        if character == "\\":
            index += 1
        elif in_class:
            in_class = character != "]"
        elif character == "[":
            in_class = True
        elif character == "(":
            if source[index : index + 3] != "(?:":
                groups += 1
                if groups == number:
                    if depth > 0:
                        return None
                    found = True
            depth += 1
        elif character == ")":
            depth -= 1
            if found and depth == 0:
                break
        elif character == "|" and depth == 0:
            alternative = index + 1
            before = groups
        index += 1
    index += 1
    while source[index : index + 1] in ("*", "+", "?"):
        index += 1
    source = source[:alternative] + "(" + source[alternative:index] + ")" + source[index:]
    return (source if isinstance(pattern, str) else bytes(map(ord, source)), before + 1)


class re:
    def __init__(self, source):
        self.source = source
        self.native = _native.compile(source)

    def match(self, text):
        found = self.native.match(text)
        return found and _match(found, self, text, _AT_BEGIN)

    def search(self, text):
        found = self.native.search(text)
        return found and _match(found, self, text, _FIRST)

    def split(self, *arguments):
        return self.native.split(*arguments)

    def sub(self, replace, text, *rest):
        if not callable(replace):
            return self.native.sub(replace, text, *rest)
        return self.native.sub(
            lambda found: replace(_match(found, self, text, _ANYWHERE)), text, *rest
        )


_match = match
_re = re
del match, re


def compile(pattern):
    return _re(pattern)


def match(pattern, text):
    return compile(pattern).match(text)


def search(pattern, text):
    return compile(pattern).search(text)


def sub(pattern, replace, text, *rest):
    return compile(pattern).sub(replace, text, *rest)
