# ports/espressif/bindings/espidf: errors of the ESP-IDF, whose one argument is a text.
import builtins


class IDFError(OSError):
    pass


class MemoryError(builtins.MemoryError):
    pass
