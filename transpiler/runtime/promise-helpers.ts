// Promises and timers, with JavaScript's order of events (ECMAScript §27.2, Node's lib/internal/timers.js).
import type { Helper } from "./helper";

export const promiseHelpers = {
  EventLoop: {
    needs: ["monotonic_ms", "thrown"],
    imports: ["import time"],
    text: `class EventLoop:
    """What is to run: jobs of promises at once, then the callbacks of timers when they are due."""

    def __init__(self):
        self.jobs = []
        self.timers = []
        self.rejected = []  # promises whose error nobody has asked for
        self.started = None
        self.now = 0  # when the current callback was due: what it starts counts from here

    def add_timer(self, timer):
        if self.started is None:
            self.started = monotonic_ms()
        timer.due = self.now + timer.delay
        index = len(self.timers)
        while index > 0 and self.timers[index - 1].due > timer.due:
            index -= 1
        self.timers.insert(index, timer)

    def step(self):
        """Runs one thing; whether there was any."""
        if self.jobs:
            self.jobs.pop(0)()
        elif self.rejected:
            raise thrown(self.rejected[0].value)
        elif self.timers:
            self.run_timer(self.timers.pop(0))
        else:
            return False
        return True

    def run_timer(self, timer):
        missing = timer.due - (monotonic_ms() - self.started)
        if missing > 0:
            time.sleep(missing / 1000)
        self.now = timer.due
        timer.callback(*timer.args)
        if timer.repeats:
            self.add_timer(timer)


event_loop = EventLoop()`,
  },
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
  Timer: {
    needs: ["EventLoop"],
    text: `class Timer:
    """What setTimeout and setInterval give."""

    def __init__(self, callback, delay, args, repeats):
        self.callback = callback
        self.delay = int(delay) if delay is not None and 1 <= delay < 0x80000000 else 1
        self.args = args
        self.repeats = repeats
        self.due = 0
        event_loop.add_timer(self)`,
  },
  clear_timer: {
    needs: ["EventLoop"],
    text: `def clear_timer(timer):
    """Makes timer call nobody any more."""
    if timer is not None:
        timer.repeats = False
        if timer in event_loop.timers:
            event_loop.timers.remove(timer)`,
  },
  monotonic_ms: {
    imports: ["import time"],
    text: `def monotonic_ms():
    """Milliseconds from some moment on."""
    return (time.monotonic_ns if hasattr(time, "monotonic_ns") else time.time_ns)() // 1000000`,
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
  queue_microtask: {
    needs: ["EventLoop"],
    text: `def queue_microtask(callback):
    """Calls callback after what runs now."""
    event_loop.jobs.append(callback)`,
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
  run_loop: {
    needs: ["EventLoop"],
    text: `def run_loop():
    """Runs what promises and timers have to do, until nothing is left."""
    while event_loop.step():
        pass`,
  },
  set_interval: {
    needs: ["Timer"],
    text: `def set_interval(callback, delay=0, *args):
    """Calls callback every delay milliseconds."""
    return Timer(callback, delay, args, True)`,
  },
  set_timeout: {
    needs: ["Timer"],
    text: `def set_timeout(callback, delay=0, *args):
    """Calls callback after delay milliseconds."""
    return Timer(callback, delay, args, False)`,
  },
  wait_for: {
    needs: ["EventLoop", "resolved"],
    text: `def wait_for(value):
    """Runs other things until the promise has its value: \`await\` outside of functions."""
    promise = resolved(value)
    done = []
    promise.listen(lambda: done.append(True))
    while not done:
        if not event_loop.step():
            raise SystemExit(13)
    if promise.failed:
        raise thrown(promise.value)
    return promise.value`,
  },
} satisfies Record<string, Helper>;
