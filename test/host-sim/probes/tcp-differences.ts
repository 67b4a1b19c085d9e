// socketpool over lwIP beside CPython's sockets over Linux. common-hal Socket.c is that of
// ports/espressif; the figures of errors are names here, because each system has its own.
import type { Difference } from "./differences";

export const tcpDifferences: readonly Difference[] = [
  {
    why: "lwip_accept's failures are all 'nobody yet' to socketpool_socket_accept (common-hal Socket.c)",
    lines: {
      "a new socket: listener.accept()": ["OSError EAGAIN", "OSError EINVAL"],
      "a quiet connection: connection.accept()": ["OSError EAGAIN", "OSError EINVAL"],
      "closed: connection.accept()": ["OSError EAGAIN", "OSError EBADF"],
      "closed with bytes unread: listener.close(), listener.accept()": [
        "OSError EAGAIN",
        "OSError EBADF",
      ],
    },
  },
  {
    why: "a socket without a connection has an empty mailbox in lwIP (api_lib.c)",
    lines: { "a new socket: listener.recv_into(buffer)": ["OSError EAGAIN", "OSError ENOTCONN"] },
  },
  {
    why: "socketpool checks addresses itself, in its own words (shared-bindings Socket.c)",
    lines: {
      "a new socket: refused(lambda: listener.bind((peer.host, -1)))": [
        "'ValueError'",
        "'OverflowError'",
      ],
      "a new socket: refused(lambda: listener.bind((peer.host,)))": ["'ValueError'", "'TypeError'"],
    },
  },
  {
    why: "a wait that is over is an OSError of its own in socketpool: ETIMEDOUT, no TimeoutError",
    lines: {
      "a listener: listener.settimeout(0.01), listener.accept()": [
        "OSError ETIMEDOUT",
        "TimeoutError timed out",
      ],
      "a quiet connection: connection.settimeout(0.01), connection.recv_into(buffer)": [
        "OSError ETIMEDOUT",
        "TimeoutError timed out",
      ],
    },
  },
  {
    why: "recv_into takes a size of 0 or less for none given (shared-bindings Socket.c)",
    lines: {
      "a quiet connection: refused(lambda: connection.recv_into(buffer, -1))": [
        "'OSError'",
        "'ValueError'",
      ],
    },
  },
  {
    why: "a str has the buffer protocol in CircuitPython",
    lines: { 'a quiet connection: refused(lambda: connection.send("text"))': ["4", "'TypeError'"] },
  },
  {
    why: "socketpool ignores what lwip_listen answers",
    lines: {
      "a quiet connection: connection.listen(1)": ["None", "OSError EINVAL"],
      "closed: connection.listen(1)": ["None", "OSError EBADF"],
    },
  },
  {
    why: "a recv_into that does not wait says ENOTCONN for the peer's FIN, and the next send is a broken pipe (common-hal Socket.c)",
    lines: {
      "the peer sent FIN: connection.recv_into(buffer)": ["OSError ENOTCONN", "0"],
      "the peer sent FIN: connection.recv_into(buffer) again": ["OSError ENOTCONN", "0"],
      'the peer sent FIN: connection.send(b"abc") again': ["OSError EPIPE", "3"],
      "the peer sent data and FIN: connection.recv_into(buffer)": ["OSError ENOTCONN", "0"],
    },
  },
  {
    why: "socketpool polls with select, which knows readable and writable alone; errors are both",
    lines: {
      "the peer has closed: peer.settle(), events(connection)": ["(None, 'RW')", "(None, 'RWEH')"],
      "the peer sent RST, and the program receives: peer.reset(), events(connection)": [
        "(None, 'RW')",
        "(None, 'RWEH')",
      ],
      "the peer sent RST, and the program receives: events(connection)": ["'RW'", "'RWH'"],
      "the peer sent RST, and the program sends: events(connection)": ["'RW'", "'RWH'"],
      'the peer sent data and RST: peer.send(b"abc"), peer.reset(), events(connection)': [
        "(None, None, 'RW')",
        "(None, None, 'RWEH')",
      ],
    },
  },
  {
    why: "the first call that meets lwIP's error of a connection takes it: a recv_into says EAGAIN for it, then ENOTCONN, a send ECONNRESET, then EPIPE",
    lines: {
      'the peer has closed: connection.send(b"abc") again': ["OSError ECONNRESET", "OSError EPIPE"],
      "the peer has closed: connection.recv_into(buffer)": ["OSError ENOTCONN", "0"],
      "the peer sent RST, and the program receives: connection.recv_into(buffer)": [
        "OSError EAGAIN",
        "OSError ECONNRESET",
      ],
      "the peer sent RST, and the program receives: connection.recv_into(buffer) again": [
        "OSError ENOTCONN",
        "0",
      ],
      "the peer sent RST, and the program sends: connection.recv_into(buffer)": [
        "OSError ENOTCONN",
        "0",
      ],
      "the peer sent data and RST: connection.recv_into(buffer) again": [
        "OSError EAGAIN",
        "OSError ECONNRESET",
      ],
    },
  },
  {
    why: "lwIP takes a connection that was reset out of the backlog",
    lines: {
      "the peer left before accept: peer.connect(), peer.reset(), events(listener)": [
        "(None, None, '')",
        "(None, None, 'R')",
      ],
      "the peer left before accept: listener.accept()[0].recv_into(buffer)": [
        "OSError EAGAIN",
        "OSError ECONNRESET",
      ],
    },
  },
  {
    why: "recv_into asks first whether the socket is open, settimeout never does (shared-bindings Socket.c)",
    lines: {
      "closed: connection.recv_into(bytearray(0))": ["OSError EBADF", "0"],
      "closed: connection.setblocking(True), connection.settimeout(0)": [
        "(None, None)",
        "OSError EBADF",
      ],
    },
  },
  {
    why: "a closed socket reads as both (common_hal_socketpool_readable and _writable)",
    lines: {
      "closed: events(connection)": [
        "'RW'",
        "ValueError file descriptor cannot be a negative integer (-1)",
      ],
    },
  },
  {
    why: "Linux keeps the port while its connections linger; lwIP does so, too, without SO_REUSEADDR, which is not simulated",
    lines: {
      "closed with bytes unread: other.bind((peer.host, peer.port))": [
        "None",
        "OSError EADDRINUSE",
      ],
    },
  },
];
