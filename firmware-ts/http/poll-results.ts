/** Nothing moved and nothing is due: a good moment to sleep. */
export const NO_REQUEST = "no_request";
/** Bytes came or went, or a connection opened or ended, but no request was finished. */
export const BYTES_MOVED = "bytes_moved";
/** A client took too long with its request, or to take its answer, and was let go. */
export const CONNECTION_TIMED_OUT = "connection_timed_out";
/** A handler wanted no answer: the connection was closed without a byte. */
export const REQUEST_HANDLED_NO_RESPONSE = "request_handled_no_response";
/** The answer to a request has been handed over, or a stream has begun. */
export const REQUEST_HANDLED_RESPONSE_SENT = "request_handled_response_sent";

/** A poll that served several connections answers the one that comes last here. */
const RANKING = [
  NO_REQUEST,
  BYTES_MOVED,
  CONNECTION_TIMED_OUT,
  REQUEST_HANDLED_NO_RESPONSE,
  REQUEST_HANDLED_RESPONSE_SENT,
];

/** The one of two results that says more. */
export function moreTelling(first: string, second: string): string {
  return RANKING.indexOf(second) > RANKING.indexOf(first) ? second : first;
}
