# A server as its documentation shows it, with the camera in place of its board's: what a maker has
# today. The library is the published one, unchanged.
from asyncio import create_task, gather, run, sleep
import board
import busio
import espcamera
import socketpool
import wifi
from adafruit_httpserver import (
    GET, POST, ChunkedResponse, FileResponse, JSONResponse, NOT_FOUND_404, Redirect, Request,
    Response, Server, SSEResponse, Websocket,
)

server = Server(socketpool.SocketPool(wifi.radio), "/www", debug=True)
events = None
socket = None
viewers = []


class Pictures(Response):
    def __init__(self, request):
        super().__init__(request)
        self._headers.setdefault("Content-Type", "multipart/x-mixed-replace; boundary=--picture")

    def send_picture(self, picture):
        connection = self._request.connection
        self._send_bytes(connection, b"--picture\r\nContent-Type: image/jpeg\r\n\r\n")
        self._send_bytes(connection, picture)
        self._send_bytes(connection, b"\r\n")

    def _send(self):
        self._send_headers()

    def close(self):
        self._close_connection()


@server.route("/hello/<name>")
def hello(request: Request, name: str):
    return Response(request, "Hello, " + name + "! " + request.query_params.get("more", "no more"))


@server.route("/form", [POST])
def form(request: Request):
    return JSONResponse(request, {"name": request.form_data.get("name")})


@server.route("/json", [POST])
def json(request: Request):
    return JSONResponse(request, {"sum": sum(request.json()["numbers"])})


@server.route("/chunked")
def chunked(request: Request):
    def body():
        yield "Adaf"
        yield "ruit"
    return ChunkedResponse(request, body)


@server.route("/away")
def away(request: Request):
    return Redirect(request, "/hello/again")


@server.route("/cookies", GET)
def cookies(request: Request):
    seen = request.cookies.get("theme", "none")
    return Response(request, seen, cookies={"theme": "dark"})


@server.route("/events")
def connect_events(request: Request):
    global events
    events = SSEResponse(request)
    return events


@server.route("/socket")
def connect_socket(request: Request):
    global socket
    socket = Websocket(request)
    return socket


@server.route("/stream")
def stream(request: Request):
    response = Pictures(request)
    viewers.append(response)
    return response


camera = espcamera.Camera(
    data_pins=board.CAM_DATA, pixel_clock_pin=board.CAM_PCLK, vsync_pin=board.CAM_VSYNC,
    href_pin=board.CAM_HREF, i2c=busio.I2C(board.CAM_SCL, board.CAM_SDA),
    external_clock_pin=board.CAM_XCLK, pixel_format=espcamera.PixelFormat.JPEG,
    frame_size=espcamera.FrameSize.QVGA, framebuffer_count=2,
)


async def show():
    count = 0
    while True:
        await sleep(0.1)
        count += 1
        if events is not None:
            events.send_event(str(count), event="tick")
        if socket is not None:
            said = socket.receive(fail_silently=True)
            if said is not None:
                socket.send_message("you said " + said, fail_silently=True)
        if not viewers:
            continue
        picture = bytes(camera.take())
        for viewer in list(viewers):
            try:
                viewer.send_picture(picture)
            except BrokenPipeError:
                viewer.close()
                viewers.remove(viewer)


async def serve():
    server.start(str(wifi.radio.ipv4_address), port=80)
    while True:
        server.poll()
        await sleep(0)


async def main():
    await gather(create_task(show()), create_task(serve()))


run(main())
