# `sys` as CircuitPython has it (py/modsys.c): without print_exception, ps1 and version_info.
import json
import sys as _sys
from collections import namedtuple
from _chip import board as _board
from _console import stdin  # noqa: F401

__name__ = "sys"
argv = _sys.argv
byteorder = _sys.byteorder
exit = _sys.exit
maxsize = _sys.maxsize
modules = _sys.modules
path = _sys.path
# Both are the one console (shared/runtime/sys_stdio_mphal.c).
stderr = _sys.stdout
stdout = _sys.stdout
platform = "Espressif"
_data = json.loads(_board())
version = "3.4.0; CircuitPython " + _data["version"]
_kind = namedtuple("implementation", ("name", "version", "_machine", "_mpy"))
implementation = _kind("circuitpython", (10, 3, 0, ""), _data["machine"], 2822)
