/** The routes that the table of HTTP cases (http-cases.ts) asks for. */
import {
  CREATED_201,
  GET,
  Headers,
  JSONResponse,
  NO_CONTENT_204,
  POST,
  PUT,
  Redirect,
  Request,
  Response,
  Route,
  Server,
} from "taipan_http";

export function addTableRoutes(server: Server): void {
  server.route("/hello", GET)((request) => new Response(request, "Hello"));
  server.route("/method", GET)((request) => new Response(request, request.method));
  server.route("/echo", [POST, PUT])(echo);
  server.route("/led/<id>", GET)((request, { id }) => new Response(request, `LED ${id}`));
  server.route("/pair/<first>/and/<second>")(pair);
  server.route("/any/.../end", GET)((request) => new Response(request, request.path));
  server.route("/tree/....", GET)((request) => new Response(request, request.rawPath));
  server.route("/slash", GET, { appendSlash: true })((request) => new Response(request, "slash"));
  server.route("/query", GET)(query);
  server.route("/header", GET)(header);
  server.route("/json", GET)((request) => new JSONResponse(request, { answer: 42 }));
  server.route("/nothing", GET)((request) => new Response(request, "", { status: NO_CONTENT_204 }));
  server.route("/silent", GET)(() => null);
  server.route("/throws", GET)(fail);
  server.route("/inject", GET)(inject);
  server.route("/moved", GET)((request) => new Redirect(request, "hello"));
  server.route("/long", GET)((request) => new Response(request, "0123456789".repeat(2000)));
  server.addRoutes([
    new Route("/both", GET, (request) => new Response(request, "got")),
    new Route("/both", POST, created),
  ]);
}

function echo(request: Request): Response {
  const type = request.headers.get("content-type");
  return new Response(request, request.body, { contentType: type });
}

function pair(request: Request, { first, second }: { first: string; second: string }): Response {
  return new Response(request, `${second} ${first}`);
}

function query(request: Request): Response {
  return new Response(request, request.queryParams.get("name", "no name"));
}

function header(request: Request): Response {
  return new Response(request, request.headers.getList("X-Test").join("|"));
}

function fail(request: Request): Response {
  throw new ValueError(`There is no answer to ${request.path}.`);
}

function inject(request: Request): Response {
  return new Response(request, "", { headers: { "X-Test": "a\r\nX-Injected: b" } });
}

function created(request: Request): Response {
  const headers = new Headers();
  headers.add("X-First", "1");
  headers.add("X-Second", "2");
  return new Response(request, "made", { status: CREATED_201, headers: headers });
}
