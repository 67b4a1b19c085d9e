# shared-bindings/traceback. Frames of the simulator itself are left out: on a board they are C.
import io
import sys


def _text(error):
    out = io.StringIO()
    sys.print_exception(error, out)
    lines = out.getvalue().split("\n")
    return "\n".join(
        line
        for line in lines
        if not line.startswith('  File "/.sim/') and not line.startswith('  File "<stdin>"')
    )


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    print(_text(exc if value is None else value), end="", file=sys.stdout if file is None else file)


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    return [line + "\n" for line in _text(exc if value is None else value).split("\n") if line]
