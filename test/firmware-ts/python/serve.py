"""Serves the table of HTTP cases on CPython: the emitted library, with the socket module as its pool.

python3 serve.py FOLDER_OF_THE_EMITTED_FILES ROOT_PATH; prints the port that it listens on.
"""

import socket
import sys
import time

sys.path.insert(0, sys.argv[1])

from http_table_routes import add_table_routes
from taipan_http import GET, NO_REQUEST, LiveFeed, Server

FRAME_BYTES = 20000


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


server = Server(socket, sys.argv[2])
feed = LiveFeed()
add_table_routes(server)


@server.route("/stream", GET)
def stream(request):
    return feed.join(request)


server.start("127.0.0.1", free_port())
print(server.port, flush=True)

# Like a camera's buffer: signed, and overwritten by the next picture.
frame = bytearray(FRAME_BYTES)
picture = memoryview(frame).cast("b")
count = 0
while True:
    if feed.ready:
        feed.release()
        count += 1
        frame[:] = bytes([count % 256]) * FRAME_BYTES
        feed.publish(picture, count * 1000)
    if server.poll() == NO_REQUEST:
        time.sleep(0.001)
