import { GET, Request, Response, Server } from "taipan_http";
import { SocketPool } from "socketpool";
import * as wifi from "wifi";

const server = new Server(new SocketPool(wifi.radio));
server.route("/hello/<name>", GET)(
  (request: Request, { name }: { name: string }) => new Response(request, `Hello, ${name}!`),
);
server.serveForever("0.0.0.0", 80);
