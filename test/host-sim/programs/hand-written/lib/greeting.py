import os


def text(name):
    return os.getenv("GREETING") + ", " + name + "!"
