// A request to a virtual board, and its answer.
import type { LinkOptions } from "../world/link";
import { ResponseReader, type ResponseHead } from "./response-reader";
import type { VirtualClient } from "./virtual-client";

export interface RequestOptions {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  link?: LinkOptions;
  /** The port on which the program listens; the first unless given. */
  port?: number;
}

export class VirtualResponse implements ResponseHead {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    head: ResponseHead,
    readonly bytes: Uint8Array,
  ) {
    this.status = head.status;
    this.reason = head.reason;
    this.headers = head.headers;
  }

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  get json(): unknown {
    return JSON.parse(this.text);
  }
}

/** Sends a request over `client`, and closes it when the answer is complete. */
export async function exchange(
  client: VirtualClient,
  path: string,
  { method = "GET", headers = {}, body = "" }: RequestOptions,
): Promise<VirtualResponse> {
  let head: ResponseHead | null = null;
  let complete = false;
  const parts: Uint8Array[] = [];
  const reader = new ResponseReader(
    {
      head: (came) => (head = came),
      body: (bytes) => parts.push(bytes.slice()),
      // What comes before the final answer (100 Continue) is none.
      complete: () => (complete = head !== null && head.status >= 200),
    },
    method === "HEAD",
  );
  client.onArrival(({ bytes }) => void reader.push(bytes));
  client.send(requestOf(path, method, headers, body));
  const isOver = () => complete || client.endedBy !== null;
  await client.until(isOver, `the answer to ${method} ${path}`);
  if (!complete && client.endedBy === "finish") reader.finish();
  client.close();
  // Read through a function: the callbacks above assign it, which control flow can't see.
  const found = ((): ResponseHead | null => head)();
  if (found === null || !complete)
    throw new Error(
      `The board ended the connection before its answer to ${method} ${path} was complete.`,
    );
  return new VirtualResponse(found, Buffer.concat(parts));
}

function requestOf(
  path: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): Uint8Array {
  const content = Buffer.from(body);
  const length = content.length > 0 ? { "Content-Length": String(content.length) } : {};
  const fields = { Host: "taipan.local", ...length, ...headers };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), content]);
}
