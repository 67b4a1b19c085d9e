/** A live feed on a server in memory, and what its parts look like on the wire. */
import type { FakeClient } from "./fake-pool";
import { World, type Feed, type Request, type Server, type Viewer } from "./http-harness";

export const CHROME = "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36\r\n";

export const head = (lines = ""): string =>
  "HTTP/1.1 200 OK\r\n" +
  "cache-control: no-store, no-cache, must-revalidate, proxy-revalidate, pre-check=0, " +
  "post-check=0, max-age=0\r\npragma: no-cache\r\nx-accel-buffering: no\r\n" +
  "content-type: multipart/x-mixed-replace; boundary=taipan-frame\r\n" +
  `connection: close\r\n\r\n--taipan-frame\r\n${lines}`;
export const plainPart = (body: string, time: string): string =>
  `Content-Type: image/jpeg\r\nContent-Length: ${body.length}\r\nX-Timestamp: ${time}\r\n\r\n` +
  `${body}\r\n--taipan-frame\r\n`;
export const advancePart = (body: string, time: string): string =>
  `${body}\r\n--taipan-frame\r\nContent-Type: image/jpeg\r\nX-Timestamp: ${time}\r\n\r\n`;

/** A picture of `length` bytes, told apart from others by its letter. */
export const picture = (letter: string, length = 20_000): Buffer => Buffer.alloc(length, letter);

export interface Stage {
  world: World;
  server: Server;
  feed: Feed;
  /** Joins and leaves, as they were reported. */
  events: string[];
  watch(lines?: string): FakeClient;
}

export function stage(options: { stallTimeout?: number } = {}): Stage {
  const world = new World();
  const server = world.start();
  const feed = new world.library.LiveFeed(options);
  const events: string[] = [];
  feed.onJoin = (viewer: Viewer) => events.push(`${viewer.id} joined ${viewer.address}`);
  feed.onLeave = (viewer: Viewer, reason: string) => events.push(`${viewer.id} left (${reason})`);
  server.route("/stream")((request: Request) => feed.join(request));
  server.route("/still")((request: Request) => feed.joinOnce(request));
  const watch = (lines = ""): FakeClient => {
    const client = world.pool.connect();
    client.send(`GET /stream HTTP/1.1\r\nHost: b\r\n${lines}\r\n`);
    server.poll();
    return client;
  };
  return { world, server, feed, events, watch };
}
