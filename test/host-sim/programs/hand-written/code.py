# Written by hand, on the library that Taipan emits: a plain loop that polls and sleeps.
import time

import socketpool
import wifi
from taipan_http import GET, Response, Server

import greeting

server = Server(socketpool.SocketPool(wifi.radio))


@server.route("/hello/<name>", GET)
def hello(request, name):
    return Response(request, greeting.text(name))


server.start("0.0.0.0", 80)
while True:
    server.poll()
    time.sleep(0.01)
