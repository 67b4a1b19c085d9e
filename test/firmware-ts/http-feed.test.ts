import { describe, expect, test } from "vitest";
import type { FakeClient } from "./fake-pool";
import { answer } from "./http-case";
import { head, picture, plainPart, stage, type Stage } from "./stream-stage";

describe("a feed", () => {
  test("gives each viewer the newest picture when it is ready, and nobody waits", () => {
    const { world, server, feed, watch } = stage();
    const fast = watch();
    const slow = watch();
    fast.read();
    slow.read();
    const letters = "abcdefghijklmnopqrst";
    for (const letter of letters) {
      feed.release();
      feed.publish(picture(letter));
      // The camera writes its next picture over the last once that has been released.
      for (let turn = 0; turn < 10; turn++) {
        server.poll();
        fast.drain();
        world.now += 4;
      }
      if (letters.indexOf(letter) % 2 === 0) slow.read();
    }
    world.pollUntil(
      server,
      () => feed.viewers.every((viewer) => viewer.sent + viewer.skipped === 20),
      fast,
      slow,
    );
    expect(feed.viewers.map((viewer) => viewer.sent)).toEqual([20, expect.any(Number)]);
    expect(feed.viewers[1]!.sent).toBeGreaterThan(2);
    expect(feed.viewers[1]!.skipped).toBeGreaterThan(10);
    const times = pictures(slow.read());
    expect(times).toEqual([...times].sort());
  });

  test("a viewer in the middle of a picture keeps it when the camera takes its buffer back", () => {
    const { world, server, feed, watch } = stage();
    const quick = watch();
    const slow = watch();
    quick.window = 1_000_000;
    slow.read();
    const buffer = picture("a");
    feed.publish(buffer, 1000);
    feed.release();
    buffer.fill("b");
    feed.publish(buffer, 2000);
    feed.release();
    buffer.fill("x");
    const both = plainPart("a".repeat(20_000), "1.000") + plainPart("b".repeat(20_000), "2.000");
    expect(quick.read()).toBe(head() + both);
    world.pollUntil(server, () => feed.viewers[1]!.sent === 1, slow);
    expect(slow.read()).toBe(head() + plainPart("a".repeat(20_000), "1.000"));
    expect(feed.viewers[1]!.skipped).toBe(1);
  });

  test("is ready while somebody can take a picture", () => {
    const { world, server, feed, watch } = stage();
    expect([feed.ready, feed.watched]).toEqual([false, false]);
    const client = watch();
    expect([feed.ready, feed.watched]).toEqual([true, true]);
    feed.publish(picture("a"));
    expect([feed.ready, feed.watched]).toEqual([false, true]);
    world.pollUntil(server, () => feed.ready, client);
  });

  test("tells of each viewer", () => {
    const { world, server, feed, watch } = stage();
    const client = watch();
    feed.publish(Buffer.from("one"));
    world.now += 40;
    feed.publish(picture("a"));
    world.pollUntil(server, () => feed.viewers[0]!.sent === 2, client);
    world.now = 1_002_000;
    expect(feed.viewers[0]!.record(world.now)).toEqual({
      id: 1,
      address: client.address.join(":"),
      kind: "multipart",
      fps: 1,
      sent: 2,
      skipped: 0,
      bytes: client.read().length,
      age: expect.any(Number),
      since: 1000,
    });
  });

  test("close ends every stream", () => {
    const { server, feed, events, watch } = stage();
    const clients = [watch(), watch()];
    feed.close();
    server.poll();
    expect(clients.every((client) => client.closedByServer)).toBe(true);
    expect(events.slice(2)).toEqual(["1 left (stopped)", "2 left (stopped)"]);
    expect([feed.watched, server.connections]).toEqual([false, 0]);
  });
});

describe("a viewer leaves", () => {
  test.each<[string, (client: FakeClient, stage: Stage) => void]>([
    ["closed", (client) => client.close()],
    ["closed", (client, { feed }) => (feed.publish(picture("a")), client.close())],
    [
      "reset",
      (client, { feed }) => {
        client.reset();
        feed.publish(picture("a"));
      },
    ],
    ["stopped", (_, { server }) => server.stop()],
  ])("%s (%#)", (reason, leave) => {
    const scene = stage();
    const client = scene.watch();
    client.read();
    const started = scene.world.now;
    leave(client, scene);
    if (!scene.server.stopped) {
      scene.world.pollUntil(scene.server, () => client.closedByServer);
    }
    expect(scene.events).toEqual([`1 joined ${client.address.join(":")}`, `1 left (${reason})`]);
    expect(scene.world.now - started).toBeLessThan(100);
    expect([scene.feed.watched, scene.server.connections]).toEqual([false, 0]);
  });

  test("stalled, after ten seconds without progress; the others notice nothing", () => {
    const { world, server, feed, events, watch } = stage();
    const stalled = watch();
    const other = watch();
    const started = world.now;
    const left: number[] = [];
    world.pollUntil(server, () => {
      if (feed.ready) {
        feed.release();
        feed.publish(picture("a"));
      }
      if (stalled.closedByServer) left.push(world.now - started);
      other.drain();
      return left.length > 0;
    });
    expect(events[2]).toBe("1 left (stalled)");
    expect(left[0]).toBeGreaterThanOrEqual(10_000);
    expect(left[0]).toBeLessThan(10_100);
    expect(feed.viewers[0]!.sent).toBeGreaterThan(2_000);
  });

  test("fifty times over, and nothing is left behind", () => {
    const { world, server, feed, watch } = stage();
    for (let cycle = 0; cycle < 50; cycle++) {
      const client = watch();
      feed.publish(picture("a"));
      if (cycle % 2 === 0) client.close();
      else client.reset();
      client.read();
      world.pollUntil(server, () => client.closedByServer);
    }
    expect([feed.watched, feed.viewers.length, server.connections, world.pool.open]).toEqual([
      false,
      0,
      0,
      0,
    ]);
  });

  test("what it says is read and ignored", () => {
    const { world, server, watch } = stage();
    const client = watch().send("x".repeat(1000));
    world.pollUntil(server, () => client.arriving.length === 0);
    expect(client.closedByServer).toBe(false);
  });
});

describe("one picture", () => {
  const GET_STILL = "GET /still HTTP/1.1\r\nHost: b\r\n\r\n";

  test("is the next that is published", () => {
    const { world, server, feed } = stage();
    const client = world.pool.connect().send(GET_STILL);
    server.poll();
    expect([feed.watched, feed.ready, client.read()]).toEqual([true, true, ""]);
    const buffer = picture("a");
    feed.publish(buffer);
    feed.release();
    buffer.fill("x");
    world.pollUntil(server, () => client.closedByServer, client);
    expect(client.read()).toBe(
      "HTTP/1.1 200 OK\r\ncache-control: no-store\r\ncontent-type: image/jpeg\r\n" +
        `content-length: 20000\r\nconnection: close\r\n\r\n${"a".repeat(20_000)}`,
    );
    expect(feed.watched).toBe(false);
  });

  test("that never comes is answered 503", () => {
    const { world, server, feed } = stage();
    server.headers = { "X-Server": "taipan" };
    const refusal = answer("503 Service Unavailable", "No picture", "x-server: taipan\r\n");
    expect(world.exchange(server, GET_STILL)).toBe(refusal);
    expect(feed.watched).toBe(false);
    expect(world.exchange(server, GET_STILL.replace("GET", "HEAD"))).toBe(
      refusal.slice(0, -"No picture".length),
    );
    expect(world.tracebacks).toEqual([]);
  });

  test("goes to a client that has closed its sending end", () => {
    const { world, server, feed } = stage();
    const client = world.pool.connect().send(GET_STILL);
    client.close();
    for (let turn = 0; turn < 1000; turn++) {
      server.poll();
      world.now += 1;
    }
    feed.publish(picture("a"));
    world.pollUntil(server, () => client.closedByServer, client);
    expect(client.read()).toContain(`content-length: 20000\r\nconnection: close\r\n\r\naaa`);
    expect(feed.watched).toBe(false);
  });

  test("for a client that has gone is forgotten when it cannot be sent", () => {
    const { world, server, feed } = stage();
    const client = world.pool.connect().send(GET_STILL);
    server.poll();
    client.reset();
    feed.publish(picture("a"));
    world.pollUntil(server, () => client.closedByServer);
    expect([client.read(), feed.watched, server.connections]).toEqual(["", false, 0]);
  });
});

/** The letters of the pictures in a stream, in their order. */
function pictures(stream: string): string[] {
  return stream
    .split("--taipan-frame\r\n")
    .map((part) => part.split("\r\n\r\n")[1]?.[0])
    .filter((letter) => letter !== undefined);
}
