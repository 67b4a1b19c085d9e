/** An HTTP server for microcontrollers that never waits for a client. */
export { nowMs } from "./clock";
export {
  BackslashInPathError,
  FileNotExistsError,
  InvalidPathError,
  ParentDirectoryReferenceError,
  RequestError,
  ServerStoppedError,
  ServingFilesDisabledError,
} from "./exceptions";
export { FileResponse } from "./file-response";
export { Headers } from "./headers";
export { JSONResponse } from "./json-response";
export { LiveFeed } from "./live-feed";
export { CONNECT, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, TRACE } from "./methods";
export { MIMETypes } from "./mime-types";
export {
  BYTES_MOVED,
  CONNECTION_TIMED_OUT,
  NO_REQUEST,
  REQUEST_HANDLED_NO_RESPONSE,
  REQUEST_HANDLED_RESPONSE_SENT,
} from "./poll-results";
export { QueryParams } from "./query-params";
export { Redirect } from "./redirect";
export { Request } from "./request";
export { Response } from "./response";
export { Route } from "./route";
export type { Handler, PathParameters } from "./route";
export { Server } from "./server";
export {
  ACCEPTED_202,
  BAD_REQUEST_400,
  CONTENT_TOO_LARGE_413,
  CREATED_201,
  FORBIDDEN_403,
  FOUND_302,
  HTTP_VERSION_NOT_SUPPORTED_505,
  INTERNAL_SERVER_ERROR_500,
  LENGTH_REQUIRED_411,
  METHOD_NOT_ALLOWED_405,
  MOVED_PERMANENTLY_301,
  NO_CONTENT_204,
  NOT_FOUND_404,
  NOT_IMPLEMENTED_501,
  OK_200,
  PARTIAL_CONTENT_206,
  PERMANENT_REDIRECT_308,
  REQUEST_HEADER_FIELDS_TOO_LARGE_431,
  REQUEST_TIMEOUT_408,
  SERVICE_UNAVAILABLE_503,
  Status,
  SWITCHING_PROTOCOLS_101,
  TEMPORARY_REDIRECT_307,
  TOO_MANY_REQUESTS_429,
  UNAUTHORIZED_401,
  URI_TOO_LONG_414,
} from "./status";
export { StillResponse } from "./still-response";
export { Viewer } from "./viewer";
export type { ViewerRecord } from "./viewer";
export { XMixedReplaceResponse } from "./x-mixed-replace-response";
