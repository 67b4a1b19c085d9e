# Runs a file of the drive as CircuitPython's main.c does (pyexec_file in shared/runtime/pyexec.c).
import traceback
import uos
import _imports
from micropython import pystack_use
from _chip import program_begins as _program_begins
from _chip import program_ended as _program_ended
from _devices import fail as _fail


def run(path, working_directory):
    """How it ended, and the traceback that was printed."""
    try:
        try:
            with open("/" + path) as file:
                program = compile(file.read(), path, "exec")
            uos.chdir(working_directory)
            _imports.install()
            scope = {"__name__": "__main__"}
            _program_begins(pystack_use(), id(run))
            exec(program, scope)
        finally:
            # Bound above: where no memory is left, looking it up would fail.
            answer = _program_ended()
        if answer < 0:
            _fail(answer)
    except ReloadException:
        return "reload", ""
    except SystemExit:
        return "success", ""
    except KeyboardInterrupt as error:
        return "interrupted", "".join(traceback.format_exception(error))
    except BaseException as error:
        traceback.print_exception(error)
        return "error", "".join(traceback.format_exception(error))
    return "success", ""
