import type { Headers } from "./headers";
import type { Request } from "./request";
import { Response } from "./response";
import {
  FOUND_302,
  MOVED_PERMANENTLY_301,
  PERMANENT_REDIRECT_308,
  Status,
  TEMPORARY_REDIRECT_307,
} from "./status";

/** Sends the client to another address. */
export class Redirect extends Response {
  /**
   * @param permanent whether the client may remember it
   * @param preserveMethod whether the client must repeat the method, with the body
   * @param status instead of the one that the two flags choose
   * @throws ValueError `status` together with a flag
   */
  constructor(
    request: Request,
    url: string,
    {
      permanent = false,
      preserveMethod = false,
      status = null,
      headers = null,
      cookies = null,
    }: {
      permanent?: boolean;
      preserveMethod?: boolean;
      status?: Status | null;
      headers?: Headers | Record<string, string> | null;
      cookies?: Record<string, string> | null;
    } = {},
  ) {
    if (status !== null && (permanent || preserveMethod)) {
      throw new ValueError("Cannot specify both status and permanent/preserve_method argument");
    }
    super(request, "", {
      status: status ?? redirectStatus(permanent, preserveMethod),
      headers: headers,
      cookies: cookies,
    });
    this.headers.set("location", url);
  }
}

function redirectStatus(permanent: boolean, preserveMethod: boolean): Status {
  if (preserveMethod) return permanent ? PERMANENT_REDIRECT_308 : TEMPORARY_REDIRECT_307;
  return permanent ? MOVED_PERMANENTLY_301 : FOUND_302;
}
