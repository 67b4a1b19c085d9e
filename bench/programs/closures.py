def make_counter(step):
    count = 0

    def counter():
        nonlocal count
        count += step
        return count

    return counter


def debounce(ticks, handler):
    last = -ticks

    def debounced(now, value):
        nonlocal last
        if now - last < ticks:
            return 0
        last = now
        return handler(value)

    return debounced


def make_handler(i):
    return lambda value: value * i + 1


def make_handlers(count):
    return [make_handler(i) for i in range(count)]


def compose(outer, inner):
    return lambda value: outer(inner(value))


def run():
    counter = make_counter(3)
    total = 0
    for i in range(400):
        total += counter()
    handlers = make_handlers(20)
    composed = compose(handlers[2], handlers[5])
    press = debounce(5, lambda value: composed(value) + 1)
    pressed = 0
    for now in range(500):
        pressed += press(now, now % 7)
    for handler in handlers:
        total += handler(total % 11)
    return f"{total} {pressed}"
