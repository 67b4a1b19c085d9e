# ports/espressif/common-hal/socketpool/Socket.c: lwIP's sockets never wait by themselves; accept
# and recv_into wait in a loop where the socket has a timeout, send never does.
from uctypes import addressof as _addressof
import wifi as _wifi
import _chip
from _chip import socket_receive as _receive, socket_send as _send, socket_accept as _accept
from _buffers import need_writable as _need_writable, size_of as _size_of
from _devices import checked as _checked, failure as _failure

_EBADF = 9
_ENFILE = 23


class Socket:
    def __init__(self, number, timeout):
        self._number = number
        # In milliseconds, -1 waits without end. A closed socket still has it.
        self._timeout = timeout

    def __hash__(self):
        return id(self)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    @property
    def type(self):
        return SocketPool.SOCK_STREAM

    def accept(self):
        number = _accept(self._number, self._timeout)
        if number < 0:
            raise _failure(number)
        return Socket(number, 0), (_chip.socket_host(number), _chip.socket_port(number))

    def bind(self, address):
        host, port = _pair(address)
        if port < 0:
            raise ValueError("port must be >= 0")
        if host not in ("", "<broadcast>"):
            _resolve(host)
        answer = _chip.socket_bind(self._number, port & 0xFFFF)
        if answer < 0:
            raise _failure(answer)

    def listen(self, backlog):
        # What lwIP answers is ignored.
        _chip.socket_listen(self._number, backlog)

    def recv_into(self, buffer, bufsize=0):
        if self._number < 0:
            raise OSError(_EBADF)
        _need_writable(buffer)
        size = _size_of(buffer)
        if bufsize > size:
            raise ValueError("buffer too small for requested bytes")
        if bufsize > 0:
            size = bufsize
        received = _receive(self._number, _addressof(buffer), size)
        if received < 0:
            raise _failure(received)
        return received

    def send(self, data):
        sent = _send(self._number, _addressof(data), _size_of(data))
        if sent < 0:
            raise _failure(sent)
        return sent

    def sendall(self, data):
        # As on the board: a full buffer ends it, and nobody knows how much was sent.
        rest = memoryview(data)
        rest = rest[self.send(rest) :]
        while len(rest) > 0:
            rest = rest[self.send(rest) :]

    def setblocking(self, flag):
        self.settimeout(None if flag else 0)

    def settimeout(self, value):
        if value is not None and value < 0:
            raise ValueError("timeout must be >= 0")
        self._timeout = -1 if value is None else int(value * 1000)
        _chip.socket_timeout(self._number, self._timeout)

    def setsockopt(self, level, optname, value):
        answer = _chip.socket_option(self._number, level, optname)
        if answer < 0:
            raise _failure(answer)

    def close(self):
        number = self._number
        self._number = -1
        _chip.socket_close(number)

    def connect(self, address):
        host, port = _checked_address(address)
        answer = _checked(_chip.socket_connect(self._number, host, port))
        if answer < 0:
            raise _failure(answer)

    # On a connected TCP socket lwIP sends to whom it is connected to (lwip_sendto, lwip_recvfrom).
    def sendto(self, data, address):
        _resolve(address[0])
        return self.send(data)

    def recvfrom_into(self, buffer):
        received = self.recv_into(buffer)
        return received, (_chip.socket_host(self._number), _chip.socket_port(self._number))


def _taken(answer):
    if answer < 0:
        raise _failure(answer)
    return answer


class _DatagramSocket(Socket):
    @property
    def type(self):
        return SocketPool.SOCK_DGRAM

    def connect(self, address):
        host, port = _checked_address(address)
        _taken(_chip.datagram_connect(self._number, host, port))

    def send(self, data):
        return _taken(_chip.datagram_send(self._number, _addressof(data), _size_of(data)))

    def sendto(self, data, address):
        host, port = _checked_address(address)
        return _taken(
            _chip.datagram_send_to(self._number, host, port, _addressof(data), _size_of(data))
        )

    def recv_into(self, buffer, bufsize=0):
        if self._number < 0:
            raise OSError(_EBADF)
        _need_writable(buffer)
        size = _size_of(buffer)
        if bufsize > size:
            raise ValueError("buffer too small for requested bytes")
        if bufsize > 0:
            size = bufsize
        return _taken(_chip.datagram_receive(self._number, _addressof(buffer), size))

    def recvfrom_into(self, buffer):
        received = self.recv_into(buffer)
        return received, (_chip.datagram_host(), _chip.datagram_port())


class SocketPool:
    AF_INET = 2
    AF_INET6 = 10
    SOCK_STREAM = 1
    SOCK_DGRAM = 2
    SOCK_RAW = 3
    SOL_SOCKET = 0xFFF
    SO_REUSEADDR = 4
    IPPROTO_IP = 0
    IPPROTO_TCP = 6
    TCP_NODELAY = 1
    EAI_NONAME = -2

    class gaierror(OSError):
        pass

    def __init__(self, radio):
        if radio is not _wifi.radio:
            raise ValueError("SocketPool can only be used with wifi.radio")

    def socket(self, family=AF_INET, type=SOCK_STREAM, proto=IPPROTO_IP):
        if family != self.AF_INET or type not in (self.SOCK_STREAM, self.SOCK_DGRAM):
            raise NotImplementedError("only TCP and UDP over IPv4 are simulated")
        is_tcp = type == self.SOCK_STREAM
        number = _checked(_chip.socket_create() if is_tcp else _chip.datagram_create())
        if number == -_ENFILE:
            raise RuntimeError("Out of sockets")
        return Socket(number, -1) if is_tcp else _DatagramSocket(number, -1)

    def getaddrinfo(self, host, port, family=0, type=0, proto=0, flags=0):
        return [(self.AF_INET, self.SOCK_STREAM, self.IPPROTO_TCP, "", (_resolve(host), port))]


def _pair(address):
    """mp_obj_get_array_fixed_n (py/obj.c): what else could be unpacked is refused."""
    if not isinstance(address, (tuple, list)):
        raise TypeError("object '%s' isn't a tuple or list" % type(address).__name__)
    if len(address) != 2:
        raise ValueError("requested length 2 but object has length %d" % len(address))
    return address


def _checked_address(address):
    host, port = _pair(address)
    if port < 0:
        raise ValueError("port must be >= 0")
    return _resolve(host), port & 0xFFFF


def _resolve(host):
    address = _chip.socket_resolve(host)
    if address == "":
        raise SocketPool.gaierror(SocketPool.EAI_NONAME, "Name or service not known")
    return address
