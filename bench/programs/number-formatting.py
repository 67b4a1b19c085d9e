def two(value):
    return f"{value:02}"


def duration(seconds):
    hours = seconds // 3600
    minutes = seconds % 3600 // 60
    rest = seconds % 60
    return f"{two(hours)}:{two(minutes)}:{two(rest)}"


def size(count):
    if count < 1024:
        return f"{count} B"
    if count < 1024 * 1024:
        return f"{count / 1024:.1f} kB"
    return f"{count / (1024 * 1024):.2f} MB"


def color(red, green, blue):
    return f"#{red << 16 | green << 8 | blue:06x}"


def percent(part, whole):
    return f"{part * 100 // whole} %"


def run():
    parts = []
    for i in range(1, 61):
        parts += (duration(i * 977), size(i * i * 1500), color(i, i * 2, i * 4), percent(i, 60))
    return " ".join(parts)
