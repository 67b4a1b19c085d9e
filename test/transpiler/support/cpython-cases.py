"""Runs one program after the other: reads {"folder", "entry"} as a line of JSON from stdin, answers
{"printed", "error"} on stdout. One process for all cases, since starting Python takes longer than a case.
"""

import contextlib
import io
import json
import os
import runpy
import sys
import traceback

sys.dont_write_bytecode = True
answers = sys.stdout
for line in sys.stdin:
    case = json.loads(line)
    printed = io.StringIO()
    error = None
    modules = set(sys.modules)
    sys.path.insert(0, case["folder"])
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            runpy.run_path(os.path.join(case["folder"], case["entry"]), run_name="__main__")
    except BaseException:
        error = traceback.format_exc()
    sys.path.remove(case["folder"])
    for module in set(sys.modules) - modules:
        if getattr(sys.modules[module], "__file__", "") and case["folder"] in str(
            getattr(sys.modules[module], "__file__", "")
        ):
            del sys.modules[module]
    answers.write(json.dumps({"printed": printed.getvalue(), "error": error}) + "\n")
    answers.flush()
