/** A status code with its reason phrase. */
export class Status {
  constructor(
    readonly code: int,
    readonly text: string,
  ) {}

  toString(): string {
    return `${this.code} ${this.text}`;
  }
}

export const SWITCHING_PROTOCOLS_101 = new Status(101, "Switching Protocols");
export const OK_200 = new Status(200, "OK");
export const CREATED_201 = new Status(201, "Created");
export const ACCEPTED_202 = new Status(202, "Accepted");
export const NO_CONTENT_204 = new Status(204, "No Content");
export const PARTIAL_CONTENT_206 = new Status(206, "Partial Content");
export const MOVED_PERMANENTLY_301 = new Status(301, "Moved Permanently");
export const FOUND_302 = new Status(302, "Found");
export const TEMPORARY_REDIRECT_307 = new Status(307, "Temporary Redirect");
export const PERMANENT_REDIRECT_308 = new Status(308, "Permanent Redirect");
export const BAD_REQUEST_400 = new Status(400, "Bad Request");
export const UNAUTHORIZED_401 = new Status(401, "Unauthorized");
export const FORBIDDEN_403 = new Status(403, "Forbidden");
export const NOT_FOUND_404 = new Status(404, "Not Found");
export const METHOD_NOT_ALLOWED_405 = new Status(405, "Method Not Allowed");
export const REQUEST_TIMEOUT_408 = new Status(408, "Request Timeout");
export const LENGTH_REQUIRED_411 = new Status(411, "Length Required");
export const CONTENT_TOO_LARGE_413 = new Status(413, "Content Too Large");
export const URI_TOO_LONG_414 = new Status(414, "URI Too Long");
export const TOO_MANY_REQUESTS_429 = new Status(429, "Too Many Requests");
export const REQUEST_HEADER_FIELDS_TOO_LARGE_431 = new Status(
  431,
  "Request Header Fields Too Large",
);
export const INTERNAL_SERVER_ERROR_500 = new Status(500, "Internal Server Error");
export const NOT_IMPLEMENTED_501 = new Status(501, "Not Implemented");
export const SERVICE_UNAVAILABLE_503 = new Status(503, "Service Unavailable");
export const HTTP_VERSION_NOT_SUPPORTED_505 = new Status(505, "HTTP Version Not Supported");
