# The other end of a connection, in the same process on the loopback interface. For CPython and, as far
# as it has the calls, for MicroPython's unix VM.
import errno
import socket
import struct
import time

host = "127.0.0.1"
_end = None
# Linux's own numbers, which MicroPython has no names for.
_SOL_SOCKET = 1
_SO_RCVBUF = 8
_SO_LINGER = 13


def _address(number):
    return socket.getaddrinfo(host, number)[0][-1]


def _free_port():
    number = 20000 + int(time.time() * 1000) % 20000
    while True:
        trial = socket.socket()
        try:
            trial.bind(_address(number))
            return number
        except OSError:
            number += 1
        finally:
            trial.close()


port = _free_port()


def listener():
    sock = socket.socket()
    sock.setblocking(False)
    sock.bind(_address(port))
    sock.listen(2)
    return sock


def settle():
    # The loopback interface delivers at once; another thread of the kernel may have to run first.
    time.sleep(0.01)


def connect():
    global _end
    _end = socket.socket()
    # A window that is full soon.
    _end.setsockopt(_SOL_SOCKET, _SO_RCVBUF, 8192)
    _end.connect(_address(port))
    settle()


def send(data):
    _end.send(data)
    settle()


def drain():
    _end.setblocking(False)
    _read_all()
    _end.setblocking(True)


def _read_all():
    while True:
        try:
            if _end.recv(65536) == b"":
                return
        except OSError as error:
            if error.errno != errno.EAGAIN:
                raise
            return
        settle()


def finish():
    _end.shutdown(socket.SHUT_WR)
    settle()


def close():
    drain()
    _end.close()
    settle()


def reset():
    _end.setsockopt(_SOL_SOCKET, _SO_LINGER, struct.pack("ii", 1, 0))
    _end.close()
    settle()


def ending():
    """How the program's side has ended the connection, as the peer sees it."""
    _end.settimeout(1)
    try:
        while _end.recv(65536) != b"":
            pass
        return "finish"
    except ConnectionResetError:
        return "reset"


def is_refused():
    try:
        connect()
        return False
    except ConnectionRefusedError:
        return True
