# What exceptions say, and what becomes of them on their way.
from probe import show


class Mine(ValueError):
    def __init__(self, code):
        super().__init__("mine", code)
        self.code = code


class Thing:
    limit = 3

    def __init__(self):
        self._size = 1

    @property
    def size(self):
        return self._size

    def method(self, needed):
        return needed


class Counting:
    def __enter__(self):
        steps.append("enter")
        return self

    def __exit__(self, kind, error, trace):
        steps.append(kind.__name__ if kind else "exit")
        return kind is KeyError


steps = []
thing = Thing()


def caught(action):
    try:
        action()
    except Exception as error:
        return type(error).__name__, error.args, str(error), repr(error)


def throw(error):
    raise error


def chained():
    try:
        try:
            throw(KeyError("first"))
        except KeyError as error:
            raise ValueError("second") from error
    except ValueError as error:
        return repr(error.__cause__)


def finals():
    for number in range(3):
        try:
            if number == 1:
                continue
            if number == 2:
                return "returned"
        except ValueError:
            steps.append("never")
        else:
            steps.append("else")
        finally:
            steps.append(number)


def within(error):
    with Counting():
        if error:
            raise error
    return "after"


def reraised():
    try:
        throw(ValueError("again"))
    except ValueError:
        raise


def unbound():
    print(later)
    later = 1


def deep(n):
    return deep(n + 1)


def asserted(value):
    assert value, "told"


def exhausted():
    raise StopIteration(7)
    yield


def unpacked(values):
    a, b = values


def starred(values):
    a, *b = values
    return a, b


show(
    """
caught(lambda: throw(ValueError))
caught(lambda: throw(ValueError("one")))
caught(lambda: throw(ValueError("one", 2)))
caught(lambda: throw(Mine(7)))
caught(lambda: throw(OSError(5)))
caught(lambda: throw(OSError(5, "told")))
caught(lambda: throw(OSError("text")))
caught(lambda: throw(KeyError("k")))
caught(lambda: throw("text"))
caught(lambda: throw(1))
OSError(5).errno, OSError(5, "told").errno, OSError().errno
ValueError("a").errno
StopIteration(3).value, StopIteration().value
ValueError("a") == ValueError("a"), isinstance(Mine(1), ValueError), Mine(1).code
issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError)
issubclass(OSError, Exception), issubclass(KeyboardInterrupt, Exception)
issubclass(UnicodeError, ValueError), issubclass(NotImplementedError, RuntimeError)
chained()
finals(), steps
within(None), steps[-2:]
within(KeyError("swallowed")), steps[-2:]
within(ValueError("passed"))
reraised()
unbound()
nowhere
asserted(1), caught(lambda: asserted(0))
thing.size, thing.method(2), Thing.limit
thing.nothing
thing.size()
thing.method()
thing.method(1, 2)
Thing.method()
Thing(1)
setattr(thing, "size", 2)
setattr(1, "a", 2)
delattr(thing, "nothing")
getattr(thing, "nothing", 5), hasattr(thing, "size"), getattr(thing, "_size")
hasattr(Thing, "__name__"), Thing.__name__, type(thing) is Thing, callable(thing), callable(Thing)
thing + 1
thing[0]
len(thing)
thing()
thing < 1
list(thing)
int(thing)
deep(0)
list(exhausted())
unpacked([1])
unpacked([1, 2, 3])
unpacked(1)
starred([1]), starred("abc")
starred([])
eval("1 +")
eval("x y")
eval("'a")
eval("break")
exec("if 1:\\nx")
exec("  x = 1")
exec("x = (")
exec("return 1")
exec("def f(a, a): pass")
exec("1 = 2")
exec("import nowhere")
exec("from errno import NOTHING")
super().x
open("/nowhere/file")
print(1, end="", sep=5)
""",
    globals(),
)
