// Ctrl+C ends the simulator, whatever its clients do in that moment.
import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { Simulator } from "./support/simulator";

/** It hung in one of four. */
const times = 6;

test("clients that go on sending keep nobody from ending", async () => {
  for (let time = 0; time < times; time += 1) {
    const simulator = await Simulator.start("--camera", "pattern:160x120@10");
    const clients = ["GET /stream HTTP/1.1\r\nHost: x\r\n\r\n", "GET /s", ""].map((text) => {
      const client = connect(simulator.port, "127.0.0.1").on("error", () => {});
      client.write(text);
      return client;
    });
    const [viewer] = clients;
    await once(viewer!, "data");
    const sending = setInterval(() => {
      for (const client of clients) if (client.writable) client.write("zzz");
    }, 5);
    try {
      expect(await simulator.interrupt()).toBe(0);
    } finally {
      clearInterval(sending);
      for (const client of clients) client.destroy();
    }
  }
}, 120_000);
