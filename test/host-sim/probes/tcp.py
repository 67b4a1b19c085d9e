# TCP through sockets that do not wait, in every state that a connection has.
import errno
import select
import peer
import socketpool
import wifi
from probe import show

pool = socketpool.SocketPool(wifi.radio)
buffer = bytearray(16)
listener = pool.socket()


def events(sock):
    """R to be read, W to be written to, and what else the poll says, without waiting."""
    poller = select.poll()
    poller.register(sock, select.POLLIN | select.POLLOUT)
    found = poller.poll(0)
    event = found[0][1] if found else 0
    letters = ((select.POLLIN, "R"), (select.POLLOUT, "W"), (select.POLLERR, "E"), (select.POLLHUP, "H"))
    return "".join([letter for bit, letter in letters if event & bit])


def receive():
    return bytes(buffer[: connection.recv_into(buffer)])


def renew():
    global connection
    connection.close()
    peer.connect()
    connection, _ = listener.accept()
    connection.setblocking(False)


def fill(sock):
    """Sends until there is no room, and none becomes free."""
    sent = 1
    while sent > 0:
        sent = 0
        try:
            while True:
                sent += sock.send(bytes(1000))
        except OSError as error:
            if error.errno != errno.EAGAIN:
                raise
        peer.settle()


def refused(call):
    """The kind of what it raises: the words are each system's own."""
    try:
        return call()
    except Exception as error:
        return type(error).__name__


def look(situation, expressions):
    show(expressions, globals(), situation + ": ")


listener.setblocking(False)
look(
    "a new socket",
    """
listener.recv_into(buffer)
listener.send(b"a")
listener.accept()
listener.recv_into(bytearray(0))
listener.recv_into(buffer, 17)
refused(lambda: listener.settimeout(-1))
refused(lambda: listener.bind((peer.host, -1)))
refused(lambda: listener.bind(peer.host))
refused(lambda: listener.bind((peer.host,)))
listener.bind((peer.host, peer.port))
listener.bind((peer.host, peer.port))
listener.bind((peer.host, peer.port + 1))
""",
)
other = pool.socket()
look(
    "a listener",
    """
listener.listen(2)
listener.listen(2)
listener.bind((peer.host, peer.port))
other.bind((peer.host, peer.port))
listener.accept()
events(listener)
listener.recv_into(buffer)
listener.send(b"a")
listener.connect(("127.0.0.1", peer.port))
listener.settimeout(0.01), listener.accept()
listener.setblocking(False), peer.connect(), events(listener)
""",
)
connection, address = listener.accept()
connection.setblocking(False)
look(
    "a quiet connection",
    """
isinstance(address[0], str), isinstance(address[1], int), len(address)
events(connection), events(listener)
connection.recv_into(buffer)
connection.recv_into(buffer, 0)
connection.recv_into(buffer, 17)
refused(lambda: connection.recv_into(buffer, -1))
refused(lambda: connection.recv_into(b"constant"))
refused(lambda: connection.recv_into("text"))
connection.send(b"")
refused(lambda: connection.send("text"))
refused(lambda: connection.send(5))
connection.send(bytearray(b"ab")), connection.send(memoryview(b"abc")[1:])
connection.accept()
connection.listen(1)
connection.bind((peer.host, peer.port))
connection.connect(("127.0.0.1", peer.port))
connection.settimeout(0.01), connection.recv_into(buffer)
connection.settimeout(0), connection.recv_into(buffer)
""",
)
look(
    "data is there",
    """
peer.send(b"0123456789"), events(connection)
connection.recv_into(buffer, 4), bytes(buffer[:4]), events(connection)
connection.recv_into(memoryview(buffer)[8:10]), bytes(buffer[8:10])
receive(), events(connection)
connection.recv_into(buffer)
peer.send(b"abc"), connection.settimeout(1), receive(), connection.setblocking(False)
""",
)
look(
    "the window is full",
    """
fill(connection)
events(connection)
connection.send(b"a")
connection.send(b"")
connection.sendall(b"a")
connection.recv_into(buffer)
peer.send(b"a"), receive()
peer.drain(), events(connection)
connection.send(b"abc")
0 < connection.send(bytes(1000000)) < 1000000
""",
)
renew()
look(
    "the peer sent FIN",
    """
peer.finish(), events(connection)
connection.send(b"abc")
connection.recv_into(buffer)
connection.recv_into(buffer)
events(connection)
connection.send(b"abc")
connection.settimeout(1), connection.recv_into(buffer)
""",
)
renew()
look(
    "the peer sent data and FIN",
    """
peer.send(b"abc"), peer.finish(), events(connection)
receive()
connection.recv_into(buffer)
""",
)
renew()
look(
    "the peer has closed",
    """
peer.close(), events(connection)
connection.send(b"abc")
peer.settle(), events(connection)
connection.send(b"abc")
connection.recv_into(buffer)
""",
)
renew()
look(
    "the peer sent RST, and the program receives",
    """
peer.reset(), events(connection)
connection.recv_into(buffer)
events(connection)
connection.recv_into(buffer)
connection.send(b"abc")
""",
)
renew()
look(
    "the peer sent RST, and the program sends",
    """
peer.reset(), connection.send(b"abc")
connection.recv_into(buffer)
events(connection)
""",
)
renew()
look(
    "the peer sent data and RST",
    """
peer.send(b"abc"), peer.reset(), events(connection)
connection.recv_into(buffer)
connection.recv_into(buffer)
""",
)
connection.close()
look(
    "the peer left before accept",
    """
peer.connect(), peer.send(b"abc"), peer.finish(), events(listener)
listener.accept()[0].recv_into(bytearray(3))
peer.connect(), peer.reset(), events(listener)
listener.accept()[0].recv_into(buffer)
""",
)
renew()
connection.close()
look(
    "closed",
    """
connection.close()
connection.recv_into(buffer)
connection.recv_into(bytearray(0))
connection.send(b"")
connection.setblocking(True), connection.settimeout(0)
connection.accept()
connection.listen(1)
connection.bind((peer.host, peer.port))
connection.connect(("127.0.0.1", peer.port))
events(connection)
peer.ending()
""",
)
renew()
peer.send(b"unread")
connection.close()
look(
    "closed with bytes unread",
    """
peer.ending()
listener.close(), listener.accept()
peer.is_refused()
other.bind((peer.host, peer.port))
other.listen(1)
""",
)
