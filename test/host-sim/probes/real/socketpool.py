# CPython's own sockets by socketpool's name.
import socket


class SocketPool:
    def __init__(self, radio):
        pass

    def socket(self):
        made = socket.socket()
        # Linux takes megabytes without a reader. Accepted sockets inherit this.
        made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
        return made
