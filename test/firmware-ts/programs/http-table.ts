/** Serves the table of HTTP cases on a board. */
import { SocketPool } from "socketpool";
import { NO_REQUEST, Server } from "taipan_http";
import * as time from "time";
import * as wifi from "wifi";
import { addTableRoutes } from "./http-table-routes";

const HTTP_PORT = 80;
/** Seconds. */
const IDLE_INTERVAL = 0.002;

const server = new Server(new SocketPool(wifi.radio), "/www");
addTableRoutes(server);
server.start("0.0.0.0", HTTP_PORT);
while (true) {
  if (server.poll() === NO_REQUEST) time.sleep(IDLE_INTERVAL);
}
