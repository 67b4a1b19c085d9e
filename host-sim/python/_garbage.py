# `gc` as CircuitPython has it (py/modgc.c, without threshold: MICROPY_GC_ALLOC_THRESHOLD is 0 in
# circuitpy_mpconfig.h). What the simulator's own modules have taken is not the program's: they are C
# on a board.
import gc as _gc
import _chip
from _devices import fail as _fail

__name__ = "gc"
enable = _gc.enable
disable = _gc.disable
isenabled = _gc.isenabled
is_bounded = _chip.heap_bytes() > 0


def collect():
    answer = _chip.heap_collect()
    if answer < 0:
        _fail(answer)


def mem_alloc():
    return _gc.mem_alloc() - _chip.heap_own_bytes()


def mem_free():
    return _chip.heap_bytes() - mem_alloc() if is_bounded else _gc.mem_free()
