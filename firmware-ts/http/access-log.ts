import type { Request } from "./request";
import type { Status } from "./status";

/** Prints one line about an answer, as adafruit_httpserver does in debug mode. */
export function logAnswer(
  request: Request,
  received: int,
  status: Status,
  sent: int,
  milliseconds: int,
): void {
  const query = request.queryString === "" ? "" : `?${request.queryString}`;
  const asked = `"${request.method} ${request.rawPath}${query}" ${received}`;
  const answered = `"${status.code} ${status.text}" ${sent}`;
  console.log(`${request.clientAddress[0]} -- ${asked} -- ${answered} -- ${milliseconds}ms`);
}
