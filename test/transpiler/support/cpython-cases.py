"""Runs one program after the other: reads {"folder", "entry"} as a line of JSON from stdin, answers
{"printed", "error"} on stdout. One process for all cases, since starting Python takes longer than a case.
"""

import contextlib
import importlib
import io
import json
import os
import runpy
import sys
import traceback

sys.dont_write_bytecode = True


def places_of(module):
    """Where a module comes from, as text; a folder without an __init__ has only a path."""
    return str(getattr(module, "__file__", None)) + str(list(getattr(module, "__path__", [])))


answers = sys.stdout
for line in sys.stdin:
    case = json.loads(line)
    printed = io.StringIO()
    error = None
    modules = set(sys.modules)
    sys.path.insert(0, case["folder"])
    # Folders are listed once and remembered for as long as their time stamp (importlib.invalidate_caches).
    importlib.invalidate_caches()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            runpy.run_path(os.path.join(case["folder"], case["entry"]), run_name="__main__")
    except BaseException:
        error = traceback.format_exc()
    # Before any is gone: a folder's path is looked up in the folder above, and in sys.path.
    own = [
        name
        for name in set(sys.modules) - modules
        if case["folder"] in places_of(sys.modules[name])
    ]
    for name in own:
        del sys.modules[name]
    sys.path.remove(case["folder"])
    answers.write(json.dumps({"printed": printed.getvalue(), "error": error}) + "\n")
    answers.flush()
