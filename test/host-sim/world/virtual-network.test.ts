// The virtual network by itself: rate, latency, order, windows, loss, and every way of leaving.
import { describe, expect, test } from "vitest";
import type { NetworkEvents } from "../../../host-sim/hardware/network";
import { linkOf, type LinkOptions } from "../../../host-sim/world/link";
import { Radio } from "../../../host-sim/world/radio";
import { Random } from "../../../host-sim/world/random";
import { VirtualClock } from "../../../host-sim/world/virtual-clock";
import type { ClientEnd } from "../../../host-sim/world/virtual-connection";
import { VirtualNetwork } from "../../../host-sim/world/virtual-network";

/** A network with a chip that listens on port 80 and accepts, and notes what it is told. */
class Stage implements NetworkEvents {
  readonly clock = new VirtualClock(() => Infinity);
  readonly told: string[] = [];
  readonly radio: Radio;
  readonly network: VirtualNetwork;
  accepts = true;
  room = true;

  constructor(radioKilobytesPerSecond = Infinity, seed = 1) {
    this.radio = new Radio(this.clock, radioKilobytesPerSecond);
    const air = { clock: this.clock, radio: this.radio, random: new Random(seed) };
    this.network = new VirtualNetwork(air, () => {});
    this.network.attach(this);
    this.clock.start();
    this.network.listen(0, 80);
  }

  incoming(listener: number, connection: number): void {
    this.note(`incoming ${listener} ${connection}`);
    if (this.accepts) this.network.accept(connection);
  }

  received(connection: number, bytes: Uint8Array): void {
    this.note(`received ${connection} ${bytes.length}`);
    this.network.consumed(connection, bytes.length);
  }

  finished(connection: number): void {
    this.note(`finished ${connection}`);
  }

  wasReset(connection: number): void {
    this.note(`reset ${connection}`);
  }

  opened(connection: number): void {
    this.note(`opened ${connection}`);
  }

  datagram(): void {}
  wasAborted(connection: number): void {
    this.note(`aborted ${connection}`);
  }

  hasRoom(): boolean {
    return this.room;
  }

  private note(text: string): void {
    this.told.push(`${Math.round(this.clock.worldMs)} ${text}`);
  }

  run(milliseconds: number): void {
    const endMs = this.clock.worldMs + milliseconds;
    while (this.clock.worldMs < endMs) this.clock.advance(endMs);
  }

  client(link: LinkOptions = {}, reads = true): TestClient {
    return new TestClient(this, link, reads);
  }
}

class TestClient implements ClientEnd {
  readonly told: string[] = [];
  readonly connection;
  received = 0;
  lastMs = 0;
  /** The first byte of each segment. */
  readonly heads: number[] = [];

  constructor(
    private readonly stage: Stage,
    link: LinkOptions,
    private readonly reads: boolean,
  ) {
    this.connection = stage.network.connect(80, linkOf(link), this);
  }

  get id(): number {
    return this.connection.id;
  }

  opened(): void {
    this.told.push("opened");
  }

  arrived(bytes: Uint8Array): void {
    this.received += bytes.length;
    this.heads.push(bytes[0]!);
    this.lastMs = this.stage.clock.worldMs;
    if (this.reads) this.connection.down.consumed(bytes.length);
  }

  finished(): void {
    this.told.push("finished");
  }

  wasReset(): void {
    this.told.push("reset");
  }
}

const bytes = (count: number) => new Uint8Array(count);

describe("a connection", () => {
  test("arrives after the latency, and is open a latency later", () => {
    const stage = new Stage();
    const client = stage.client({ latencyMs: 30 });
    stage.run(59);
    expect([stage.told, client.told]).toEqual([["30 incoming 0 1"], []]);
    stage.run(2);
    expect(client.told).toEqual(["opened"]);
  });

  test("to a port where nothing listens is refused", () => {
    const stage = new Stage();
    stage.network.unlisten(0);
    const client = stage.client();
    stage.run(100);
    expect([stage.told, client.told]).toEqual([[], ["reset"]]);
  });

  test("that is not accepted keeps its bytes", () => {
    const stage = new Stage();
    stage.accepts = false;
    const client = stage.client();
    client.connection.sendByClient(bytes(10));
    stage.run(100);
    expect(stage.told).toEqual(["2 incoming 0 1"]);
    stage.network.accept(client.id);
    expect(stage.told).toEqual(["2 incoming 0 1", "100 received 1 10"]);
  });
});

describe("rates", () => {
  test("the radio's is shared by all, in turn", () => {
    const stage = new Stage(100);
    const clients = [stage.client(), stage.client()];
    stage.run(10);
    for (const { id } of clients) stage.network.send(id, bytes(50_000));
    stage.run(500);
    for (const { received } of clients) expect(received).toBeGreaterThan(23_000);
    expect(clients[0]!.received + clients[1]!.received).toBeLessThanOrEqual(50_000);
    stage.run(510);
    expect(clients.map(({ received }) => received)).toEqual([50_000, 50_000]);
  });

  test("a link's holds up no other", () => {
    const stage = new Stage(1000);
    const slow = stage.client({ kilobytesPerSecond: 10 });
    const fast = stage.client();
    stage.run(10);
    for (const { id } of [slow, fast]) stage.network.send(id, bytes(20_000));
    stage.run(3000);
    expect(fast.lastMs).toBeLessThan(60);
    expect(slow.lastMs).toBeGreaterThan(2000);
    expect(slow.received).toBe(20_000);
  });

  test("what is not acknowledged counts until it is", () => {
    const stage = new Stage();
    const { id } = stage.client({ latencyMs: 20 });
    stage.run(100);
    stage.network.send(id, bytes(3000));
    stage.run(39);
    expect(stage.network.unacknowledged(id)).toBe(3000);
    stage.run(2);
    expect(stage.network.unacknowledged(id)).toBe(0);
  });

  test("a client that does not read fills its window, and no more", () => {
    const stage = new Stage();
    const client = stage.client({ windowBytes: 4000 }, false);
    stage.run(10);
    stage.network.send(client.id, bytes(5000));
    stage.run(1000);
    expect([client.received, stage.network.unacknowledged(client.id)]).toEqual([4000, 1000]);
    client.connection.down.consumed(4000);
    stage.run(1000);
    expect([client.received, stage.network.unacknowledged(client.id)]).toEqual([5000, 0]);
  });
});

describe("chance", () => {
  test("the same seed gives the same times, another seed others", () => {
    const times = (seed: number) => {
      const stage = new Stage(Infinity, seed);
      const client = stage.client({ jitterMs: 10, loss: 0.2 });
      stage.run(10_000);
      return Array.from({ length: 20 }, () => {
        stage.network.send(client.id, bytes(1440));
        stage.run(60_000);
        return client.lastMs;
      });
    };
    expect(times(7)).toEqual(times(7));
    expect(times(8)).not.toEqual(times(7));
  });

  test("a lost segment holds up what is behind it, and all comes in the end", () => {
    const stage = new Stage(Infinity, 3);
    const client = stage.client({ loss: 0.5 });
    stage.run(20_000);
    stage.network.send(client.id, bytes(14_400));
    stage.run(600_000);
    expect(client.received).toBe(14_400);
  });
});

describe("leaving", () => {
  const connected = (link: LinkOptions = {}) => {
    const stage = new Stage();
    const client = stage.client(link);
    stage.run(100);
    stage.told.length = 0;
    client.told.length = 0;
    return { stage, client };
  };

  test("FIN: the board is told after everything that was sent", () => {
    const { stage, client } = connected();
    client.connection.sendByClient(bytes(5));
    client.connection.endByClient("finish");
    stage.network.send(client.id, bytes(7));
    stage.run(100);
    expect(stage.told).toEqual(["102 received 1 5", "102 finished 1"]);
    expect(client.received).toBe(7);
  });

  test("a closed tab answers data with RST", () => {
    const { stage, client } = connected();
    client.connection.endByClient("close");
    stage.run(50);
    stage.network.send(client.id, bytes(7));
    stage.run(50);
    expect(stage.told).toEqual(["102 finished 1", "154 reset 1"]);
  });

  test("RST", () => {
    const { stage, client } = connected();
    client.connection.endByClient("reset");
    stage.run(50);
    expect(stage.told).toEqual(["102 reset 1"]);
  });

  test("a client that vanished is given up after lwIP's twelve retransmissions, 19 minutes", () => {
    const stage = new Stage();
    const client = stage.client();
    stage.run(10);
    client.connection.endByClient("vanish");
    stage.run(5000);
    stage.network.send(client.connection.id, new Uint8Array(100));
    stage.run(1_151_000);
    expect(stage.told.at(-1)).toBe("1156010 aborted 1");
  });

  test("a full backlog: the SYN comes again after one second, then two", () => {
    const stage = new Stage();
    stage.room = false;
    stage.client();
    stage.run(1500);
    expect(stage.told).toEqual([]);
    stage.room = true;
    stage.run(2000);
    expect(stage.told).toEqual(["3002 incoming 0 1"]);
  });

  test("who leaves while the backlog is full knocks no more", () => {
    const stage = new Stage();
    stage.room = false;
    const client = stage.client();
    stage.run(500);
    client.connection.endByClient("vanish");
    stage.room = true;
    stage.run(5000);
    expect(stage.told).toEqual([]);
  });

  test("vanishing: nobody is told, and nothing is acknowledged", () => {
    const { stage, client } = connected();
    client.connection.endByClient("vanish");
    stage.network.send(client.id, bytes(7));
    stage.run(60_000);
    expect([stage.told, stage.network.unacknowledged(client.id)]).toEqual([[], 7]);
  });

  test("the board's FIN comes after what it sent", () => {
    const { stage, client } = connected();
    stage.network.send(client.id, bytes(4000));
    stage.network.close(client.id, "finish");
    stage.run(50);
    expect([client.received, client.told]).toEqual([4000, ["finished"]]);
  });

  test("the board's RST overtakes what it sent", () => {
    const { stage, client } = connected();
    stage.network.send(client.id, bytes(4000));
    stage.network.close(client.id, "reset");
    stage.run(50);
    expect([client.received, client.told]).toEqual([0, ["reset"]]);
  });

  test("data for a connection that the board has closed is answered with RST", () => {
    const { stage, client } = connected();
    stage.network.close(client.id, "finish");
    stage.run(50);
    client.connection.sendByClient(bytes(5));
    stage.run(50);
    expect([client.told, stage.told]).toEqual([["finished", "reset"], []]);
  });

  test("what was in the air when Wi-Fi went comes before what is sent when it is back", () => {
    const stage = new Stage();
    const client = stage.client({ latencyMs: 30 });
    stage.run(100);
    stage.network.send(client.id, new Uint8Array(3000).fill(1));
    stage.run(10);
    stage.radio.goDown();
    stage.run(1000);
    stage.radio.comeUp();
    stage.network.send(client.id, new Uint8Array(100).fill(2));
    stage.run(499);
    expect(client.heads).toEqual([]);
    stage.run(1);
    expect(client.heads).toEqual([1, 1, 1, 2]);
  });

  test("Wi-Fi that goes and comes back loses nothing", () => {
    const { stage, client } = connected();
    stage.radio.goDown();
    stage.network.send(client.id, bytes(4000));
    stage.run(10_000);
    expect([client.received, client.told, stage.told]).toEqual([0, [], []]);
    stage.radio.comeUp();
    stage.run(2000);
    expect(client.received).toBe(4000);
  });
});

describe("wrong use", () => {
  test.each([
    [{ latency: 5 }, 'A link has no "latency". It has: kilobytesPerSecond, latencyMs'],
    [
      { kilobytesPerSecond: -3 },
      "kilobytesPerSecond of a link is kilobytes per second, at least 0.001: not -3.",
    ],
    [{ loss: 1 }, "loss of a link is a share of the segments, from 0 to 0.9: not 1."],
    [{ latencyMs: "5" }, "latencyMs of a link is milliseconds, from 0 to 60000: not 5."],
    [{ windowBytes: NaN }, "windowBytes of a link is bytes"],
  ])("%j", (options, text) => {
    expect(() => linkOf(options as LinkOptions)).toThrow(text);
  });
});
