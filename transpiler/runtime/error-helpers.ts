// Errors of JavaScript that Python has not, and what they say of themselves.
import type { Helper } from "./helper";

const errorClass = (id: string, when: string): Helper => ({
  text: `class ${id}(Exception):
    """${when}"""

    name = "${id}"`,
});

export const errorHelpers = {
  EvalError: errorClass("EvalError", "What nothing of the language throws any more."),
  RangeError: errorClass("RangeError", "A value is outside of what is allowed."),
  ReferenceError: errorClass("ReferenceError", "A variable has no value yet."),
  URIError: errorClass("URIError", "A URI is malformed."),
  caused: {
    text: `def caused(error, cause):
    """Error, that says why it came to be."""
    try:
        error.cause = cause
    except AttributeError:

        class Caused(type(error)):
            pass

        error = Caused(*error.args)
        error.cause = cause
    return error`,
  },
  error_message: {
    text: `def error_message(error):
    """What an error was made of."""
    own = getattr(error, "message", None)
    if own is not None:
        return own
    args = error.args
    if isinstance(error, OSError) and len(args) > 1:
        return args[1]
    return str(args[0] if isinstance(error, KeyError) and args else error)`,
  },
  error_name: {
    text: `def error_name(error):
    """The name of an error: its own, else that of JavaScript's class."""
    if isinstance(error, AttributeError):
        return "TypeError"
    if isinstance(error, NameError):
        return "ReferenceError"
    own = getattr(error, "name", None)
    if own is not None:
        return own
    for kind in (TypeError, SyntaxError):
        if isinstance(error, kind):
            return kind.__name__
    return "Error"`,
  },
  error_text: {
    needs: ["error_message", "error_name"],
    text: `def error_text(error):
    """An error as String() makes it."""
    if hasattr(error, "to_string"):
        return error.to_string()
    name = error_name(error)
    message = error_message(error)
    return name + ": " + message if name and message else name or message`,
  },
  object_text: {
    text: `def object_text(value):
    """An object as String() makes it."""
    return value.to_string() if hasattr(value, "to_string") else "[object Object]"`,
  },
} satisfies Record<string, Helper>;
