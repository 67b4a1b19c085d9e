/**
 * The text between the pictures of a multipart/x-mixed-replace stream.
 *
 * A part is finished for most clients when the boundary behind it has come. Chrome paints a picture
 * only when it has read the whole header block of the next part, so it gets that block at once, and
 * then no Content-Length, which is not known yet. All others get a Content-Length: go2rtc insists
 * on it, and ffmpeg would have to search for the boundary without it.
 */

/** Made of token characters only, so that it needs no quotes (RFC 2046 §5.1.1). */
export const BOUNDARY = "taipan-frame";

/** Whether the client is one that waits for the next header block. */
export function wantsAdvanceHeaders(userAgent: string): boolean {
  return userAgent.includes("Chrome/");
}

/** What comes before the first picture. */
export function opening(contentType: string, advance: boolean): string {
  const boundary = `--${BOUNDARY}\r\n`;
  return advance ? `${boundary}Content-Type: ${contentType}\r\n\r\n` : boundary;
}

/** The header block of a picture of `length` bytes, for clients that do not have it in advance. */
export function partHead(contentType: string, length: int, timestamp: int): string {
  const lines = `Content-Type: ${contentType}\r\nContent-Length: ${length}\r\n`;
  return `${lines}X-Timestamp: ${formatSeconds(timestamp)}\r\n\r\n`;
}

/** The boundary behind a picture, and the next header block for clients that want it in advance. */
export function partTail(contentType: string, timestamp: int, advance: boolean): string {
  const boundary = `\r\n--${BOUNDARY}\r\n`;
  if (!advance) return boundary;
  const lines = `${boundary}Content-Type: ${contentType}\r\n`;
  return `${lines}X-Timestamp: ${formatSeconds(timestamp)}\r\n\r\n`;
}

/** Milliseconds as seconds with three decimals. */
function formatSeconds(milliseconds: int): string {
  const seconds = Math.floor(milliseconds / 1000);
  const fraction = String(1000 + milliseconds - seconds * 1000).slice(1);
  return `${seconds}.${fraction}`;
}
