# What a program may import: the modules that the board's firmware has and the files on its drive.
# The VM brings modules that no board has (utime, uctypes, js), and those of the simulator itself
# lie beside them: the hook that import statements call hides both.
import builtins
import json
import sys
import uos
import _chip
import _garbage
import _lost_tasks
import _system
import _trimmed
from micropython import pystack_use
from _devices import fail as _fail

_import = builtins.__import__
# CircuitPython's own that this VM has built in.
_native = ("array", "binascii", "builtins", "collections", "gc", "io", "json", "math", "micropython")
_native += ("random", "struct")


def _is_on_drive(name):
    for folder in sys.path:
        for ending in ("", ".py", ".mpy"):
            try:
                uos.stat((folder + "/" if folder else "") + name + ending)
                return True
            except OSError:
                pass
    return False


def install():
    """From now on the program runs."""
    missing = json.loads(_chip.missing_modules())
    hidden = [name for name in sys.modules if name[:1] == "_" and name != "_asyncio"]
    for name in missing:
        sys.modules.pop(name, None)

    def import_(name, scope=None, local=None, names=(), level=0):
        if level == 0:
            top = name.split(".")[0]
            if top == "sys":
                return _system
            if top == "gc":
                return _garbage
            if top in _trimmed.modules:
                return _trimmed.modules[top]
            known = top in sys.modules or (top in _native and top not in missing)
            if (top in hidden or not known) and not _is_on_drive(top):
                raise ImportError(_chip.import_error(top))
            if top == "asyncio" and top not in sys.modules:
                _chip.module_begins(pystack_use())
                _lost_tasks.show_with(_import(top))
        _chip.module_begins(pystack_use())
        module = _import(name, scope, local, names, level)
        answer = _chip.heap_collect_if_due()
        if answer < 0:
            _fail(answer)
        return module

    builtins.__import__ = import_
