/** A started server with the routes of the wire table, and what the tests ask of it. */
import { answer } from "./http-case";
import { World, type Server } from "./http-harness";

export const GET_HELLO = "GET /hello HTTP/1.1\r\nHost: board\r\n\r\n";
export const HELLO = answer("200 OK", "Hello");

export function serveTable(options: { debug?: boolean; rootPath?: string | null } = {}): {
  world: World;
  server: Server;
} {
  const world = new World();
  const server = world.start(options);
  world.library.addTableRoutes(server);
  return { world, server };
}
