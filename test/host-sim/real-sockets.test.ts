// Real loopback connections against firmware that serves, on both engines.
import { afterEach, describe, expect, test } from "vitest";
import { RawClient } from "./support/raw-client";
import { engines, RunningBoard, type TwoTexts } from "./support/running-board";
import * as programs from "./support/socket-programs";

let running: RunningBoard | null = null;
const clients: RawClient[] = [];

async function client(): Promise<RawClient> {
  const made = await RawClient.connect(await running!.port());
  clients.push(made);
  return made;
}

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.destroy();
  await running?.stop();
});

describe.each(engines)("the %s engine", (engine) => {
  const start = async (texts: TwoTexts) => (running = await RunningBoard.start(engine, texts));

  test("echoes, and sees the client's end of stream as ENOTCONN, then BrokenPipeError", async () => {
    const { lines } = await start(programs.echo);
    const echoed = await client();
    echoed.send("hello, this is longer than sixteen bytes");
    expect((await echoed.bytes(40)).toString()).toBe("hello, this is longer than sixteen bytes");
    echoed.socket.end();
    expect(await echoed.ended()).toBe("finished");
    expect(await running!.end()).toBe(0);
    expect(lines).toEqual(["127.0.0.1", "128", "BrokenPipeError 32"]);
  });

  test("a client that does not read fills the send buffer; when it reads, all of it comes", async () => {
    const { lines } = await start(programs.flood);
    const reader = await client();
    reader.socket.pause();
    await running!.line(/^stalled/);
    expect(lines[0]).toBe("5760");
    const total = Number(lines[1]?.split(" ")[1]);
    // The client's own kernel takes its receive buffer; without the bound it would be megabytes.
    expect(total).toBeLessThan(1_000_000);
    reader.socket.resume();
    expect(await running!.end()).toBe(0);
    const last = Number(lines[2]);
    await reader.ended();
    expect(reader.received.length).toBe(total + last);
  });

  test("a client's reset: EAGAIN, ENOTCONN, then sends fail as on the board", async () => {
    const { lines } = await start(programs.receives);
    const breaking = await client();
    await running!.line(/accepted/);
    breaking.socket.resetAndDestroy();
    expect(await running!.end()).toBe(0);
    expect(lines.slice(1)).toEqual([
      "OSError 128",
      "OSError 128",
      "BrokenPipeError 32",
      "BrokenPipeError 32",
    ]);
  });

  test("a client's reset that only sends meet: ECONNRESET first, BrokenPipeError after", async () => {
    const { lines } = await start(programs.sendsUntilGone);
    const breaking = await client();
    await breaking.bytes(1);
    breaking.socket.resetAndDestroy();
    expect(await running!.end()).toBe(0);
    expect(lines).toEqual(["OSError 104", "BrokenPipeError 32"]);
  });

  test("close finishes a connection that was read, resets one with bytes unread", async () => {
    const { lines } = await start(programs.closes);
    const polite = await client();
    polite.send("hello");
    expect(await polite.ended()).toBe("finished");
    expect(polite.received.toString()).toBe("bye");
    const rude = await client();
    rude.send("read no further than its first letter");
    expect(await rude.ended()).toBe("reset");
    expect(lines).toEqual(["5", "1", "closed"]);
  });

  test("while the program sleeps its full time, the network goes on", async () => {
    const { lines } = await start(programs.sleeps);
    (await client()).send("news");
    expect(await running!.end()).toBe(0);
    expect(lines).toEqual(["False", "4 news"]);
  });

  test("connections that nobody accepts wait unread", async () => {
    const { lines } = await start(programs.sleeps);
    (await client()).send("news");
    const waiting = await client();
    waiting.send("x".repeat(200_000));
    expect(await running!.end()).toBe(0);
    expect(lines).toEqual(["False", "4 news"]);
    expect(await waiting.ended()).toBe("reset");
  });

  test("the link's rate is all connections' together", async () => {
    running = await RunningBoard.start(engine, programs.floodsTwo, { linkKilobytesPerSecond: 100 });
    await client();
    await client();
    const sent = Number(await running!.line(/^\d+$/));
    // In a second 100 kB leave, and two send buffers are full; a slow machine sends less, never more.
    expect(sent).toBeLessThanOrEqual(125_000);
    // More than the two buffers: what was in them has left.
    expect(sent).toBeGreaterThan(2 * 5760);
  });
});
