// Timers, and the loop that runs them and the jobs of promises, in Node's order (lib/internal/timers.js).
import type { Helper } from "./helper";

export const eventLoopHelpers = {
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
  queue_microtask: {
    needs: ["EventLoop"],
    text: `def queue_microtask(callback):
    """Calls callback after what runs now."""
    event_loop.jobs.append(callback)`,
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
