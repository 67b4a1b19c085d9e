# What the probes print: a line for each expression, with its value or what it raised.
import errno

# CircuitPython's errno has no names for these (py/moderrno.c).
_NAMES = {32: "EPIPE", 127: "EISCONN"}
_NAMES.update(errno.errorcode)


def show(expressions, scope, situation=""):
    """A line for each line of `expressions`, which sees the names of `scope`."""
    for expression in expressions.strip().split("\n"):
        print(situation + expression, "->", _outcome(expression, scope))


def _outcome(expression, scope):
    try:
        return repr(eval(expression, scope))
    except OSError as error:
        number = error.args[0] if error.args else None
        # The numbers are those of the system: a board's are not Linux's.
        if isinstance(number, int):
            return "OSError " + _NAMES.get(number, str(number))
        return type(error).__name__ + " " + str(error)
    except Exception as error:
        return type(error).__name__ + " " + str(error)
