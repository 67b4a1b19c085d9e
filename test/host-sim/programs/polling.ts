// A plain loop that polls and sleeps, as hand-written programs have it.
import { GET, Request, Response, Server } from "taipan_http";
import { SocketPool } from "socketpool";
import * as time from "time";
import * as wifi from "wifi";

const server = new Server(new SocketPool(wifi.radio));
server.route(
  "/hello/<name>",
  GET,
)((request: Request, { name }: { name: string }) => new Response(request, `Hello, ${name}!`));
server.start("0.0.0.0", 80);
while (true) {
  server.poll();
  time.sleep(0.01);
}
