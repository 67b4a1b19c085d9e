import { FileNotExistsError, InvalidPathError, ServingFilesDisabledError } from "./exceptions";
import { FileResponse } from "./file-response";
import { GET, HEAD, OPTIONS } from "./methods";
import type { Request } from "./request";
import { Response } from "./response";
import type { Route } from "./route";
import { FORBIDDEN_403, METHOD_NOT_ALLOWED_405, NO_CONTENT_204, NOT_FOUND_404 } from "./status";

/** The target of a request that is about the server and not about any of its addresses. */
const WHOLE_SERVER = "*";

/** Finds who answers a request: the first route that fits, otherwise a file. */
export class Router {
  private readonly routes: Route[] = [];

  add(route: Route): void {
    this.routes.push(route);
  }

  /** Whether a handler is to see the request. If not, its body changes nothing about the answer. */
  handles(request: Request): boolean {
    for (const route of this.routes) {
      if (accepts(route, request) && route.matchSegments(request.segments) !== null) return true;
    }
    return false;
  }

  /** The answer, or nothing where the handler wants none. What a handler throws passes through. */
  answer(request: Request): Response | null {
    const debug = request.server.debug;
    try {
      return this.dispatch(request);
    } catch (error) {
      if (error instanceof InvalidPathError) {
        const text = debug ? error.message : "Invalid path";
        return new Response(request, text, { status: FORBIDDEN_403 });
      } else if (error instanceof FileNotExistsError) {
        const text = debug ? error.message : "File not found";
        return new Response(request, text, { status: NOT_FOUND_404 });
      } else if (error instanceof ServingFilesDisabledError) {
        return new Response(request, "File not found", { status: NOT_FOUND_404 });
      }
      throw error;
    }
  }

  private dispatch(request: Request): Response | null {
    if (request.path === WHOLE_SERVER) return this.listMethods(request);
    const allowed: string[] = [];
    for (const route of this.routes) {
      const parameters = route.matchSegments(request.segments);
      if (parameters === null || route.handler === null) continue;
      if (accepts(route, request)) return route.handler(request, parameters);
      allowed.push(...route.methods);
    }
    return allowed.length > 0 ? refuseMethod(request, allowed) : this.serveFile(request);
  }

  /** The answer to `OPTIONS *` (RFC 9110 §9.3.7): what some address or other understands. */
  private listMethods(request: Request): Response {
    const methods = [OPTIONS];
    if (request.server.rootPath !== null) methods.push(GET);
    for (const route of this.routes) methods.push(...route.methods);
    return new Response(request, "", {
      status: NO_CONTENT_204,
      headers: { Allow: listOnce(methods) },
    });
  }

  private serveFile(request: Request): Response {
    if (request.server.rootPath === null) throw new ServingFilesDisabledError();
    // Clients resolve these (RFC 3986 §5.2.4). To a file system they are one more name of a file.
    if (request.path.split("/").includes(".")) throw new FileNotExistsError(request.path);
    // Made first: where there is no file the answer is 404, whatever the method.
    const file = new FileResponse(request, request.path);
    if (request.method !== GET && request.method !== HEAD) return refuseMethod(request, [GET]);
    return file;
  }
}

/** Whether the request's method is one of the route's: HEAD is GET without a body (RFC 9110 §9.3.2). */
function accepts(route: Route, request: Request): boolean {
  if (route.handler === null) return false;
  if (request.method === HEAD && route.methods.includes(GET)) return true;
  return route.methods.includes(request.method);
}

/** 405, with the methods that the address does have. */
function refuseMethod(request: Request, methods: string[]): Response {
  return new Response(request, "Method not allowed", {
    status: METHOD_NOT_ALLOWED_405,
    headers: { Allow: listOnce(methods) },
  });
}

/** The value of an Allow header: each method once, and HEAD wherever there is GET. */
function listOnce(methods: string[]): string {
  const allowed: string[] = [];
  for (const method of methods) {
    if (!allowed.includes(method)) allowed.push(method);
    if (method === GET && !allowed.includes(HEAD)) allowed.push(HEAD);
  }
  return allowed.join(", ");
}
