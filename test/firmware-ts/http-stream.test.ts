import { describe, expect, test } from "vitest";
import type { FakeClient } from "./fake-pool";
import { World, type Request, type Server, type Stream } from "./http-harness";
import { advancePart, CHROME, head, picture, plainPart, stage } from "./stream-stage";

describe("the wire", () => {
  test("parts with a length and a boundary behind them", () => {
    const { feed, watch } = stage();
    const client = watch();
    expect(client.read()).toBe(head());
    feed.publish(Buffer.from("one"), 1_234_005);
    feed.publish(Buffer.from("three"), 1_234_999);
    expect(client.read()).toBe(
      head() + plainPart("one", "1234.005") + plainPart("three", "1234.999"),
    );
  });

  test("Chrome gets the next header block in advance", () => {
    const { feed, watch } = stage();
    const client = watch(CHROME);
    expect(client.read()).toBe(head("Content-Type: image/jpeg\r\n\r\n"));
    feed.publish(Buffer.from("one"), 1_234_005);
    feed.publish(Buffer.from("three"), 60_000);
    expect(client.read()).toBe(
      head("Content-Type: image/jpeg\r\n\r\n") +
        advancePart("one", "1234.005") +
        advancePart("three", "60.000"),
    );
  });

  test("a picture takes three sends when the network takes it all", () => {
    const { feed, watch } = stage();
    const client = watch();
    client.window = 100_000;
    const before = client.sends;
    feed.publish(picture("a"));
    expect(client.sends - before).toBe(3);
    feed.publish(picture("b", 100));
    expect(client.sends - before).toBe(4);
  });

  test.each([1, 7, 100, 1024, 5760])("a window of %i bytes changes nothing", (window) => {
    const { world, server, feed, watch } = stage();
    for (const length of [0, 1, 900, 1000, 1024, 1100, 5000]) {
      const client = watch();
      client.window = window;
      client.read();
      feed.publish(new Int8Array(picture("p", length)), 1000);
      feed.release();
      world.pollUntil(server, () => feed.ready, client);
      expect(client.read()).toBe(head() + plainPart("p".repeat(length), "1.000"));
      client.close();
      world.pollUntil(server, () => server.connections === 0);
    }
  });

  test("HEAD gets the head alone and is no viewer", () => {
    const { world, server, events } = stage();
    const text = world.exchange(server, "HEAD /stream HTTP/1.1\r\nHost: b\r\n\r\n");
    expect(text).toBe(head().slice(0, -"--taipan-frame\r\n".length));
    expect(events).toEqual([]);
  });
});

describe("a response of one viewer alone", () => {
  function single(): { world: World; server: Server; client: FakeClient; stream: Stream } {
    const world = new World();
    const server = world.start();
    const streams: Stream[] = [];
    server.route("/stream")((request: Request) => {
      const response = new world.library.XMixedReplaceResponse(request);
      streams.push(response);
      return response;
    });
    const client = world.pool.connect().send("GET /stream HTTP/1.1\r\nHost: b\r\n\r\n");
    expect(server.poll()).toBe("request_handled_response_sent");
    client.read();
    return { world, server, client, stream: streams[0]! };
  }

  test("sends a frame, keeps the rest, skips the next", () => {
    const { world, server, client, stream } = single();
    const buffer = picture("a");
    expect(stream.sendFrame(buffer, 1000)).toBe(true);
    buffer.fill("x");
    expect(stream.sendFrame(buffer, 2000)).toBe(false);
    world.pollUntil(server, () => stream.viewer.sent === 1, client);
    expect(client.read()).toBe(head() + plainPart("a".repeat(20_000), "1.000"));
    expect(stream.sendFrame(Buffer.from("b"), 3000)).toBe(true);
    expect(client.read()).toContain(plainPart("b", "3.000"));
  });

  test.each(["close", "reset"] as const)("shows a peer's %s once", (way) => {
    const { world, server, client, stream } = single();
    client[way]();
    let shown = 0;
    world.pollUntil(server, () => {
      try {
        stream.sendFrame(picture("a"));
      } catch (error) {
        expect((error as { errno: number }).errno).toBe(32);
        shown += 1;
      }
      return client.closedByServer && shown > 0;
    });
    expect(stream.sendFrame(picture("a"))).toBe(false);
    expect(shown).toBe(1);
    expect(server.connections).toBe(0);
  });

  test("close ends it from this side", () => {
    const { server, client, stream } = single();
    stream.close();
    stream.close();
    expect([client.closedByServer, stream.ended]).toEqual([true, "stopped"]);
    expect(stream.sendFrame(picture("a"))).toBe(false);
    server.poll();
    expect(server.connections).toBe(0);
  });
});
