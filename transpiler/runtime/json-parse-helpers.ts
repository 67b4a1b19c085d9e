// JSON.parse (ECMAScript 25.5.1), with V8's words for what is wrong (src/json/json-parser.cc of Node 20).
import type { Helper } from "./helper";

export const jsonParseHelpers = {
  json_parse: {
    imports: ["from collections import OrderedDict"],
    needs: ["parse_float"],
    forNull: ['("null", None)', '("null", NULL)'],
    text: `def json_parse(text, revive=None):
    """What a JSON text says; revive may replace each value, given its key."""
    reader = JsonReader(text)
    result = reader.value()
    if reader.next() != "":
        reader.fail("Unexpected non-whitespace character after JSON")
    if revive is None:
        return result
    return revive("", revived(result, revive))


def revived(value, revive):
    """A list or a record, each part of which revive has replaced, the innermost first."""
    if isinstance(value, list):
        for index in range(len(value)):
            value[index] = revive(str(index), revived(value[index], revive))
    elif isinstance(value, dict):
        for key in list(value):
            value[key] = revive(key, revived(value[key], revive))
    return value


class JsonReader:
    """Reads one value after the other, from position on."""

    def __init__(self, text):
        self.text = text
        self.position = 0

    def next(self):
        """The next character that is no space; "" at the end."""
        text = self.text
        while self.position < len(text) and text[self.position] in " \\t\\n\\r":
            self.position += 1
        return text[self.position : self.position + 1]

    def value(self):
        character = self.next()
        if character == "{":
            return self.record()
        if character == "[":
            return self.array()
        if character == '"':
            return self.string()
        if character == "-" or character.isdigit():
            return self.number()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if character == word[0]:
                for expected in word:
                    if self.text[self.position : self.position + 1] != expected:
                        self.unexpected()
                    self.position += 1
                return value
        self.unexpected()

    def record(self):
        result = OrderedDict()
        self.position += 1
        if self.next() == "}":
            self.position += 1
            return result
        while True:
            if self.next() != '"':
                wanted = "double-quoted property name" if result else "property name or '}'"
                self.fail("Expected " + wanted)
            key = self.string()
            if self.next() != ":":
                if result:
                    self.unexpected()
                self.fail("Expected ':' after property name")
            self.position += 1
            result[key] = self.value()
            if self.next() == "}":
                self.position += 1
                return result
            if self.next() != ",":
                self.fail("Expected ',' or '}' after property value")
            self.position += 1

    def array(self):
        result = []
        self.position += 1
        if self.next() == "]":
            self.position += 1
            return result
        while True:
            result.append(self.value())
            if self.next() == "]":
                self.position += 1
                return result
            if self.next() != ",":
                self.fail("Expected ',' or ']' after array element")
            self.position += 1

    def string(self):
        text = self.text
        parts = []
        self.position += 1
        start = self.position
        while True:
            character = text[self.position : self.position + 1]
            if character == "":
                self.fail("Unterminated string")
            if character == '"' or character == "\\\\":
                parts.append(text[start : self.position])
                self.position += 1
                if character == '"':
                    return "".join(parts)
                parts.append(self.escaped())
                start = self.position
            elif character < " ":
                self.fail("Bad control character in string literal")
            else:
                self.position += 1

    def escaped(self):
        character = self.text[self.position : self.position + 1]
        if character == "":
            self.fail("Unterminated string")
        if character == "u":
            code = self.unit()
            follows = self.text[self.position : self.position + 2] == "\\\\u"
            if 0xD800 <= code < 0xDC00 and follows:
                self.position += 1
                code = 0x10000 + (code - 0xD800 << 10) + (self.unit() - 0xDC00)
            return chr(code)
        place = '"\\\\/bfnrt'.find(character)
        if place < 0:
            self.fail("Bad escaped character")
        self.position += 1
        return '"\\\\/\\b\\f\\n\\r\\t'[place]

    def unit(self):
        """The four digits of an escape like \\u00e9, as a number."""
        for _ in range(4):
            self.position += 1
            if not self.text[self.position : self.position + 1].lower() in tuple("0123456789abcdef"):
                self.fail("Bad Unicode escape")
        self.position += 1
        return int(self.text[self.position - 4 : self.position], 16)

    def digits(self, missing):
        """Goes behind the digits; says that they are missing if there is none."""
        if not self.text[self.position : self.position + 1].isdigit():
            self.fail(missing)
        while self.text[self.position : self.position + 1].isdigit():
            self.position += 1

    def number(self):
        text = self.text
        start = self.position
        if text[start] == "-":
            self.position += 1
        first = self.position
        self.digits("No number after minus sign")
        if text[first] == "0" and self.position > first + 1:
            self.position = first + 1
            self.fail("Unexpected number")
        whole = self.position
        if text[self.position : self.position + 1] == ".":
            self.position += 1
            self.digits("Unterminated fractional number")
        if text[self.position : self.position + 1] in ("e", "E"):
            self.position += 1
            if text[self.position : self.position + 1] in ("+", "-"):
                self.position += 1
            self.digits("Exponent part is missing a number")
        number = text[start : self.position]
        if whole == self.position and len(number) < 16 and number != "-0":
            return int(number)
        value = parse_float(number)
        is_int = abs(value) < 9007199254740992 and value == int(value) and number[0] != "-"
        return int(value) if is_int else value

    def fail(self, message):
        if not message.endswith("JSON"):
            message += " in JSON"
        raise SyntaxError(message + " at position %d" % self.position)

    def unexpected(self):
        """Says what stands where no value begins or goes on."""
        text = self.text
        place = self.position
        character = text[place : place + 1]
        if character == "":
            raise SyntaxError("Unexpected end of JSON input")
        if character == '"':
            self.fail("Unexpected string")
        if character == "-" or character.isdigit():
            self.fail("Unexpected number")
        if text in ("NaN", "Infinity", "undefined", "[object Object]"):
            raise SyntaxError('"' + text + '" is not valid JSON')
        before = place - 10 if len(text) > 20 and place >= 10 else 0
        after = place + 10 if len(text) > 20 and place < len(text) - 10 else len(text)
        shown = '"' + text[before:after] + '"'
        shown = ("..." if before > 0 or place >= 10 and len(text) > 20 else "") + shown
        shown += "..." if after < len(text) else ""
        raise SyntaxError("Unexpected token '" + character + "', " + shown + " is not valid JSON")`,
  },
} satisfies Record<string, Helper>;
