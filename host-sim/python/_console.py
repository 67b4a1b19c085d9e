# What is typed at the console, as input() and sys.stdin see it.
import builtins
import _chip
from _devices import fail as _fail


def _byte():
    byte = _chip.serial_read()
    return byte if byte >= 0 else _fail(byte)


def _character():
    first = _byte()
    length = 1 if first < 0xC0 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    return bytes([first] + [_byte() for _ in range(length - 1)]).decode()


class _Input:
    """sys.stdin: a stream of text, without end."""

    def read(self, size=-1):
        text = ""
        while len(text) != size:
            text += _character()
        return text

    def readline(self, size=-1):
        line = ""
        while len(line) != size and line[-1:] != "\n":
            line += _character().replace("\r", "\n")
        return line


stdin = _Input()


# py/modbuiltins.c with readline of shared/readline: what is typed appears, and can be taken back.
def _input(prompt=""):
    print(prompt, end="")
    line = ""
    while True:
        character = _character()
        if character in "\r\n":
            print(line)
            return line
        if character == "\x03":
            raise KeyboardInterrupt
        if character == "\x04" and not line:
            raise EOFError
        line = line[:-1] if character in "\x08\x7f" else line + character


builtins.input = _input
