# Runs code.py as CircuitPython's main.c does.
import traceback
import microcontroller
import _imports


def run():
    """0: done or interrupted; 1: ended by an exception, which was printed; 2: restart."""
    try:
        with open("/code.py") as file:
            source = file.read()
        _imports.install()
        exec(compile(source, "code.py", "exec"), {"__name__": "__main__"})
    except microcontroller.Restart:
        return 2
    except (SystemExit, KeyboardInterrupt):
        return 0
    except BaseException as error:
        traceback.print_exception(error)
        return 1
    return 0
