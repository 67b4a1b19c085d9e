# Runs a file of the drive as CircuitPython's main.c does (pyexec_file in shared/runtime/pyexec.c).
import traceback
import uos
import _imports


def run(path, working_directory):
    """How it ended, and the traceback that was printed."""
    try:
        with open("/" + path) as file:
            source = file.read()
        uos.chdir(working_directory)
        _imports.install()
        exec(compile(source, path, "exec"), {"__name__": "__main__"})
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
