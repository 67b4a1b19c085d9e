/** One exchange over the wire, and what most of them are made of. */
export interface HttpCase {
  name: string;
  /** Sent in these pieces, each as soon as the one before it has been taken. */
  request: string[];
  /** Everything that comes back, to the last byte, one character for each. */
  response: string;
}

export const HOST = "Host: board\r\n";

/** A whole answer; `headers` come before those that the library adds. */
export function answer(status: string, body: string, headers = ""): string {
  return (
    `HTTP/1.1 ${status}\r\n${headers}content-type: text/plain\r\n` +
    `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`
  );
}

export const ok = (body: string): string => answer("200 OK", body);
export const get = (target: string, lines = ""): string[] => [
  `GET ${target} HTTP/1.1\r\n${HOST}${lines}\r\n`,
];
export const post = (target: string, body: string, lines = ""): string[] => [
  `POST ${target} HTTP/1.1\r\n${HOST}${lines}Content-Length: ${body.length}\r\n\r\n${body}`,
];
