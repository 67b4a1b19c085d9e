# extmod/modselect.c on sockets: polling stops the program, never the hardware.
from array import array
from uctypes import addressof as _addressof
from _chip import poll as _poll
from _devices import fail as _fail

POLLIN = 1
POLLOUT = 4
POLLERR = 8
POLLHUP = 16


class _Poll:
    def __init__(self):
        self._objects = []
        # For each object its number, what is asked, what has come: the layout that the chip reads.
        self._cells = array("h")

    def register(self, obj, eventmask=POLLIN | POLLOUT):
        if obj in self._objects:
            self.modify(obj, eventmask)
            return
        if not hasattr(obj, "_number"):
            # mp_get_stream_raise in py/stream.c
            raise OSError("stream operation not supported")
        self._objects.append(obj)
        self._cells.extend(array("h", (-1, eventmask, 0)))

    def unregister(self, obj):
        if obj not in self._objects:
            return
        at = self._objects.index(obj)
        self._objects.pop(at)
        cells = list(self._cells)
        self._cells = array("h", cells[: 3 * at] + cells[3 * at + 3 :])

    def modify(self, obj, eventmask):
        if obj not in self._objects:
            raise OSError(2)
        self._cells[3 * self._objects.index(obj) + 1] = eventmask

    def poll(self, timeout=-1):
        return list(self.ipoll(timeout))

    def ipoll(self, timeout=-1, flags=0):
        objects = self._objects
        count = len(objects)
        if timeout is None:
            timeout = -1
        elif type(timeout) is not int:
            # Says of anything else what mp_obj_get_int says.
            range(timeout)
        if count == 0:
            ready = _poll(0, 0, timeout)
            if ready < 0:
                _fail(ready)
            return ()
        cells = self._cells
        for at in range(count):
            cells[3 * at] = objects[at]._number
        ready = _poll(_addressof(cells), count, timeout)
        if ready < 0:
            _fail(ready)
        if ready == 0:
            return ()
        return [
            (objects[at], cells[3 * at + 2]) for at in range(count) if cells[3 * at + 2] != 0
        ]


def poll():
    return _Poll()


def select(rlist, wlist, xlist, timeout=None):
    poller = _Poll()
    for obj in rlist:
        poller.register(obj, POLLIN | (POLLOUT if obj in wlist else 0))
    for obj in wlist:
        if obj not in rlist:
            poller.register(obj, POLLOUT)
    events = poller.ipoll(-1 if timeout is None else int(timeout * 1000))
    readable = [obj for obj, event in events if event & POLLIN]
    return readable, [obj for obj, event in events if event & POLLOUT], []
