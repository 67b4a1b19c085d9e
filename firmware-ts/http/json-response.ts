import * as json from "json";
import type { Headers } from "./headers";
import type { Request } from "./request";
import { Response } from "./response";
import { OK_200, Status } from "./status";

/** An answer in JSON. */
export class JSONResponse extends Response {
  constructor(
    request: Request,
    data: unknown,
    {
      headers = null,
      cookies = null,
      status = OK_200,
    }: {
      headers?: Headers | Record<string, string> | null;
      cookies?: Record<string, string> | null;
      status?: Status;
    } = {},
  ) {
    super(request, json.dumps(data), {
      status: status,
      headers: headers,
      cookies: cookies,
      contentType: "application/json",
    });
  }
}
