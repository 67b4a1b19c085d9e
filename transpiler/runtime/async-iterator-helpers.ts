// Asynchronous generators and what runs over them (ECMAScript 27.6, 7.4).
import type { Helper } from "./helper";

export const asyncIteratorHelpers = {
  AsyncGenerator: {
    needs: ["Promise", "iterator_result", "resolved"],
    text: `class AsyncGenerator:
    """Runs a generator that gives promises to wait for, and values for those who ask."""

    def __init__(self, generator):
        self._generator = generator
        self._requests = []
        self._started = self._running = self._done = False
        self._returned = None

    def __aiter__(self):
        return self

    def next(self, value=None):
        return self._ask("next", value)

    def return_(self, value=None):
        return self._ask("return", value)

    def throw(self, error=None):
        return self._ask("throw", error)

    def _ask(self, how, value):
        promise = Promise()
        self._requests.append((how, value, promise))
        if not self._running:
            self._resume()
        return promise

    def _resume(self):
        how, value, _ = self._requests[0]
        if how != "next" and not self._started:
            self._done = True
        if how == "return":
            self._running = True
            promise = resolved(value)
            promise.listen(lambda: self._leave(promise))
        elif self._done:
            self._answer(value if how == "throw" else None, how == "throw")
        elif how == "throw":
            self._step(lambda: self._generator.throw(thrown(value)))
        else:
            sent = value if self._started else None
            self._step(lambda: self._generator.send(sent))

    def _leave(self, promise):
        if self._done:
            self._returned = promise.value
            self._answer(promise.value, promise.failed)
        elif promise.failed:
            self._step(lambda: self._generator.throw(thrown(promise.value)))
        else:
            self._returned = promise.value
            self._step(lambda: self._generator.throw(GeneratorExit()))

    def _step(self, run):
        self._started = self._running = True
        try:
            given = run()
        except StopIteration as stop:
            self._end(stop.value, False)
        except GeneratorExit:
            self._end(self._returned, False)
        except Exception as error:
            self._end(thrown_value(error), True)
        else:
            if isinstance(given, Promise):
                given.listen(lambda: self._step(lambda: self._generator.send(None)))
            else:
                self._answer(given, False)

    def _end(self, value, failed):
        self._done = True
        self._returned = value
        self._answer(value, failed)

    def _answer(self, value, failed):
        self._running = False
        promise = self._requests.pop(0)[2]
        if failed:
            promise.reject(value)
        else:
            promise.resolve(iterator_result(value, self._done))
        if self._requests and not self._running:
            self._resume()`,
  },
  AsyncValues: {
    needs: ["async_iterator"],
    text: `class AsyncValues:
    """The values of an asynchronous iteration, one after the other."""

    def __init__(self, values):
        self._iterator = async_iterator(values)
        self.is_open = False
        self.value = None

    def next(self):
        self.is_open = False
        return resolved(self._iterator.next())

    def take(self, result):
        self.is_open = not result.get("done")
        self.value = result.get("value")
        return self.is_open

    def close(self):
        if hasattr(self._iterator, "return_"):
            return resolved(self._iterator.return_())
        return resolved()`,
  },
  SyncValues: {
    needs: ["iterator_result", "resolved"],
    text: `class SyncValues:
    """An iterator whose values, or the promises it gives, are waited for."""

    def __init__(self, values):
        self._iterator = iter(values)

    def next(self, _=None):
        try:
            value = next(self._iterator)
        except StopIteration as stop:
            return resolved(stop.value).then(lambda last: iterator_result(last, True))
        return resolved(value).then(lambda given: iterator_result(given, False))

    def return_(self, value=None):
        if hasattr(self._iterator, "close"):
            self._iterator.close()
        return resolved(iterator_result(value, True))`,
  },
  async_generator: {
    needs: ["AsyncGenerator"],
    text: `def async_generator(function):
    """Makes an asynchronous generator of what a generator function gives."""
    return lambda *args, **keywords: AsyncGenerator(function(*args, **keywords))`,
  },
  async_iterator: {
    needs: ["SyncValues"],
    text: `def async_iterator(values):
    """What gives promises of values."""
    return values.__aiter__() if hasattr(values, "__aiter__") else SyncValues(values)`,
  },
  async_yield_all: {
    needs: ["async_iterator", "resolved"],
    text: `def async_yield_all(values):
    """\`yield*\` of an asynchronous generator."""
    iterator = async_iterator(values)
    result = yield from resolved(iterator.next())
    while not result.get("done"):
        sent = yield result.get("value")
        result = yield from resolved(iterator.next(sent))
    return result.get("value")`,
  },
} satisfies Record<string, Helper>;
