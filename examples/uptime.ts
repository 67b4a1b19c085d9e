// Counts its visitors: a page at / and the same figures as JSON at /status.
import { BOARD_ID } from "taipan_board";
import { GET, JSONResponse, Request, Response, Server } from "taipan_http";
import { SocketPool } from "socketpool";
import * as time from "time";
import * as wifi from "wifi";

const startedAt = time.monotonic();
let visits = 0;

function uptime(): float {
  return time.monotonic() - startedAt;
}

const server = new Server(new SocketPool(wifi.radio));

server.route("/", GET)((request: Request) => {
  visits += 1;
  const text = `Visit ${visits}, ${Math.floor(uptime())} seconds after start.`;
  return new Response(request, text);
});

server.route("/status", GET)(
  (request: Request) =>
    new JSONResponse(request, { board: BOARD_ID, uptime: uptime(), visits: visits }),
);

server.serveForever("0.0.0.0", 80);
