// Promises, with JavaScript's order of events (ECMAScript 27.2).
import type { Helper } from "./helper";

export const promiseHelpers = {
  Promise: {
    needs: ["EventLoop", "thrown", "thrown_value"],
    text: `class Promise:
    """A value that comes later; its callbacks run in JavaScript's order."""

    def __init__(self, executor=None):
        self.value = None
        self.settled = self.failed = self._decided = self._asked = False
        self._callbacks = []
        if executor is not None:
            try:
                executor(self.resolve, self.reject)
            except Exception as error:
                self.reject(thrown_value(error))

    def __await__(self):
        yield self
        if self.failed:
            raise thrown(self.value)
        return self.value

    __iter__ = __await__  # what MicroPython awaits

    def resolve(self, value=None):
        if self._decided:
            return
        self._decided = True
        if value is self:
            self._settle(TypeError("Chaining cycle detected for promise #<Promise>"), True)
        elif isinstance(value, Promise):
            event_loop.jobs.append(
                lambda: value.listen(lambda: self._settle(value.value, value.failed))
            )
        else:
            self._settle(value, False)

    def reject(self, error=None):
        if not self._decided:
            self._decided = True
            self._settle(error, True)

    def _settle(self, value, failed):
        self.value = value
        self.settled = True
        self.failed = failed
        if failed and not self._asked:
            event_loop.rejected.append(self)
        event_loop.jobs.extend(self._callbacks)
        self._callbacks = []

    def listen(self, callback):
        """Calls callback when there is a value or an error."""
        if not self.settled:
            self._callbacks.append(callback)
        else:
            event_loop.jobs.append(callback)
            if self.failed and not self._asked:
                event_loop.rejected.remove(self)
        self._asked = True

    def then(self, fulfilled=None, rejected=None):
        result = Promise()
        self.listen(lambda: result._follow(self, fulfilled, rejected))
        return result

    def _follow(self, source, fulfilled, rejected):
        callback = rejected if source.failed else fulfilled
        try:
            if callback is not None:
                self.resolve(callback(source.value))
            elif source.failed:
                self.reject(source.value)
            else:
                self.resolve(source.value)
        except Exception as error:
            self.reject(thrown_value(error))

    def catch(self, rejected=None):
        return self.then(None, rejected)

    def finally_(self, callback=None):
        if callback is None:
            return self.then()

        def run():
            value = callback()
            return value if isinstance(value, Promise) else Promise(lambda resolve, _: resolve(value))

        def fail(error):
            def fail_again(_):
                raise thrown(error)

            return run().then(fail_again)

        return self.then(lambda value: run().then(lambda _: value), fail)`,
  },
  promise_all: {
    needs: ["resolved"],
    text: `def promise_all(values):
    """The values of all promises, or the first error."""
    result = Promise()
    promises = [resolved(value) for value in values]
    missing = [len(promises)]

    def listener(promise):
        def take():
            missing[0] -= 1
            if promise.failed:
                result.reject(promise.value)
            elif missing[0] == 0:
                result.resolve([each.value for each in promises])

        return take

    for promise in promises:
        promise.listen(listener(promise))
    if not promises:
        result.resolve([])
    return result`,
  },
  promise_all_settled: {
    needs: ["resolved"],
    imports: ["from collections import OrderedDict"],
    text: `def promise_all_settled(values):
    """How each of the promises ended."""
    result = Promise()
    promises = [resolved(value) for value in values]
    missing = [len(promises)]

    def outcome(promise):
        if promise.failed:
            return OrderedDict((("status", "rejected"), ("reason", promise.value)))
        return OrderedDict((("status", "fulfilled"), ("value", promise.value)))

    def take():
        missing[0] -= 1
        if missing[0] == 0:
            result.resolve([outcome(promise) for promise in promises])

    for promise in promises:
        promise.listen(take)
    if not promises:
        result.resolve([])
    return result`,
  },
  promise_any: {
    needs: ["AggregateError", "resolved"],
    text: `def promise_any(values):
    """The first value of one of the promises; all errors if none has any."""
    result = Promise()
    promises = [resolved(value) for value in values]
    missing = [len(promises)]

    def fail():
        result.reject(AggregateError([each.value for each in promises], "All promises were rejected"))

    def listener(promise):
        def take():
            missing[0] -= 1
            if not promise.failed:
                result.resolve(promise.value)
            elif missing[0] == 0:
                fail()

        return take

    for promise in promises:
        promise.listen(listener(promise))
    if not promises:
        fail()
    return result`,
  },
  promise_race: {
    needs: ["resolved"],
    text: `def promise_race(values):
    """What the first of the promises gives, value or error."""
    result = Promise()

    def listener(promise):
        return lambda: (result.reject if promise.failed else result.resolve)(promise.value)

    for value in values:
        promise = resolved(value)
        promise.listen(listener(promise))
    return result`,
  },
  promised: {
    needs: ["Promise"],
    text: `def promised(function):
    """Makes a coroutine function start when it is called, and give a promise."""

    def start(*args, **keywords):
        coroutine = function(*args, **keywords)
        promise = Promise()

        def step():
            try:
                awaited = coroutine.send(None)
            except StopIteration as stop:
                promise.resolve(stop.value)
            except Exception as error:
                promise.reject(thrown_value(error))
            else:
                awaited.listen(step)

        step()
        return promise

    return start`,
  },
  rejected: {
    needs: ["Promise"],
    text: `def rejected(error=None):
    """A promise with an error."""
    return Promise(lambda _, reject: reject(error))`,
  },
  resolved: {
    needs: ["Promise"],
    text: `def resolved(value=None):
    """A promise of value, or value itself if it is one."""
    if isinstance(value, Promise):
        return value
    return Promise(lambda resolve, _: resolve(value))`,
  },
} satisfies Record<string, Helper>;
