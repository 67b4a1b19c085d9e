# The other end of a connection, as the test plays it on the virtual network: it does what a line
# that begins with ">" says, while the program sleeps or waits for the answer.
import time
import socketpool
import wifi

host = ""
port = 8080


def listener():
    sock = socketpool.SocketPool(wifi.radio).socket()
    sock.setblocking(False)
    sock.bind((host, port))
    sock.listen(2)
    return sock


def settle():
    time.sleep(1)


def _tell(command):
    print(">", command)
    settle()


def connect():
    _tell("connect")


def send(data):
    _tell("send " + data.decode())


def drain():
    _tell("drain")


def finish():
    _tell("finish")


def close():
    _tell("close")


def reset():
    _tell("reset")


def ending():
    """How the program's side has ended the connection, as the peer sees it."""
    settle()
    print("> ending")
    return input()


def is_refused():
    connect()
    return ending() == "reset"
