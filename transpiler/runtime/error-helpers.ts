// Errors of JavaScript that Python has not, and what they say of themselves.
import type { Helper } from "./helper";

const errorClass = (id: string, when: string): Helper => ({
  text: `class ${id}(Exception):
    """${when}"""

    name = "${id}"`,
});

export const errorHelpers = {
  AggregateError: {
    text: `class AggregateError(Exception):
    """Several errors in one: nothing that was waited for succeeded."""

    name = "AggregateError"

    def __init__(self, errors, message=""):
        super().__init__(message)
        self.errors = errors`,
  },
  Error: {
    text: `class Error(Exception):
    """JavaScript's Error, which takes members."""`,
  },
  Thrown: {
    text: `class Thrown(Exception):
    """Carries what was thrown and is no error: Python raises exceptions only."""

    def __init__(self, value):
        super().__init__(value)
        self.value = value`,
  },
  EvalError: errorClass(
    "EvalError",
    "JavaScript's own: nothing in the language throws it any more.",
  ),
  RangeError: errorClass("RangeError", "A value is outside of what is allowed."),
  ReferenceError: errorClass("ReferenceError", "A variable has no value yet."),
  URIError: errorClass("URIError", "A URI is malformed."),
  any_text: {
    needs: ["error_text", "object_text", "text_of"],
    text: `def any_text(value, nothing="undefined"):
    """A value of any kind as String() makes it."""
    if isinstance(value, Exception):
        return error_text(value)
    if isinstance(value, (list, tuple)):
        return ",".join(["" if each is None else any_text(each) for each in value])
    if value is None or isinstance(value, (bool, int, float, str)):
        return text_of(value, nothing)
    return object_text(value)`,
  },
  class_name: {
    text: `def class_name(value):
    """What JavaScript calls the class of value."""
    if isinstance(value, AttributeError):
        return "TypeError"
    own = type(value).__name__
    if own == "Caused":
        return "TypeError" if isinstance(value, TypeError) else "Error"
    return {"Exception": "Error", "NameError": "ReferenceError"}.get(own, own)`,
  },
  caused: {
    text: `def caused(error, cause):
    """error with its cause; one that takes no attributes is made again of a class that does."""
    try:
        error.cause = cause
    except AttributeError:

        class Caused(type(error)):
            pass

        error = Caused(*error.args)
        error.cause = cause
    return error`,
  },
  dispose: {
    text: `class SuppressedError(Exception):
    """Two errors: one of a block, and one of what was disposed of behind it."""

    name = "SuppressedError"

    def __init__(self, error, suppressed):
        super().__init__("An error was suppressed during disposal")
        self.error = error
        self.suppressed = suppressed


def dispose(method, failure):
    """Disposes of something behind a block that threw failure, if that is not None."""
    try:
        method()
    except Exception as error:
        if failure is None:
            raise
        raise SuppressedError(error, failure)`,
  },
  error_message: {
    text: `def error_message(error):
    """What an error was made of."""
    own = getattr(error, "message", None)
    if own is not None:
        return own
    args = error.args
    if isinstance(error, RuntimeError):
        return "Maximum call stack size exceeded"
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
    if isinstance(error, RuntimeError):
        return "RangeError"
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
  present: {
    forNull: [
      "    if value is None:",
      '    if value is NULL:\n        raise TypeError(message.replace(" of undefined (", " of null (").replace("as it is undefined", "as it is null"))\n    if value is None:',
    ],
    text: `def present(value, message):
    """value, which has to be there; a TypeError with message if it is not."""
    if value is None:
        raise TypeError(message)
    return value`,
  },
  thrown: {
    needs: ["Thrown"],
    text: `def thrown(value):
    """What Python can raise for value."""
    return value if isinstance(value, Exception) else Thrown(value)`,
  },
  thrown_value: {
    needs: ["Thrown"],
    text: `def thrown_value(error):
    """What was thrown."""
    return error.value if isinstance(error, Thrown) else error`,
  },
  object_text: {
    text: `def object_text(value):
    """An object as String() makes it."""
    return value.to_string() if hasattr(value, "to_string") else "[object Object]"`,
  },
} satisfies Record<string, Helper>;
