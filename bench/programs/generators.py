def steps(start, end, step=1):
    value = start
    while value < end:
        yield value
        value += step


def windows(values, size):
    window = []
    for value in values:
        window.append(value)
        if len(window) == size:
            yield window
            window = []


def lines(text):
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        if end == -1:
            yield text[start:]
            return
        yield text[start:end]
        start = end + 1


def run():
    total = 0
    for value in steps(0, 900, 3):
        total += value
    products = 0
    for window in windows(steps(0, 300), 4):
        products += window[0] * window[3]
    longest = ""
    for line in lines("alpha\nbe\ngamma delta\n" * 40):
        if len(line) > len(longest):
            longest = line
    return f"{total} {products} {longest}"
