/** Bytes of a request's head (400, 414, 431 beyond). Browsers behind a proxy send 1 to 2 kB. */
export const HEAD_LIMIT = 4096;
/** Bytes of a connection's buffer at least: the text between two pictures of a stream fits. */
export const SMALLEST_BUFFER = 256;
/** Characters of a request's target (414 beyond). */
export const TARGET_LIMIT = 2048;
/** Header lines of a request (431 beyond). Browsers send 15 to 20, proxies add up to ten. */
export const HEADER_COUNT_LIMIT = 64;
/** Bytes of a request's body (413 beyond): it is kept in memory, beside a camera's buffers. */
export const BODY_LIMIT = 16384;

/** An ESP32-S3 has 8 sockets (CONFIG_LWIP_MAX_SOCKETS), one of which listens. */
export const MAXIMUM_CONNECTIONS = 7;
/** Newcomers that the network stack keeps while no socket is free. */
export const BACKLOG = 10;

/** From the first byte on, or from the connection without one, until the head is complete. */
export const HEAD_TIMEOUT_MS = 10000;
/** From the end of the head until the body is complete: 16 kB at modem speed. */
export const BODY_TIMEOUT_MS = 30000;
/** How long a client may take nothing of its answer before it counts as stalled. */
export const STALL_TIMEOUT_MS = 10000;
/**
 * What is left of a request after this long makes its client give way when every place is taken,
 * however often it sends a byte. The largest that is taken, head and body, needs 10 kB/s for that.
 */
export const SLOW_REQUEST_MS = 2000;
/**
 * A client that has sent nothing at all for this long gives way when every place is taken. The first
 * bytes follow the end of the handshake at once, so the distance does not count, only a loss. A
 * browser's spare connection may be closed at any time (RFC 9112 §9.5): it opens another when it
 * needs one, and asks again by itself if it had just begun to (IsConnectionReused in Chromium's
 * net/http/http_basic_state.cc).
 */
export const SILENT_MS = 200;
/**
 * After a request that was not read to its end, what still arrives is read for this long at most,
 * because closing at once would reset the connection and lose the answer (RFC 9112 §9.6).
 */
export const LINGER_MS = 2000;
/** A client that sends nothing for this long has nothing more to send. */
export const LINGER_SILENCE_MS = 200;
/** How often a stream that only sends looks whether its viewer has closed. */
export const PROBE_INTERVAL_MS = 50;

/** Bytes of a file sent in one poll, so that a fast client does not starve the rest. */
export const FILE_BUDGET = 8192;
