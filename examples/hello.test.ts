// What examples/hello.ts does on a board, without one.
import { expect, test } from "vitest";
import { VirtualBoard } from "taipan/sim";

test("greets by name", async () => {
  await using board = await VirtualBoard.start({ entry: "examples/hello.ts" });
  await board.serving();
  expect((await board.fetch("/hello/you")).text).toBe("Hello, you!");
});

test("a visitor who walks out of reach is in nobody's way", async () => {
  await using board = await VirtualBoard.start({ entry: "examples/hello.ts" });
  await board.serving();
  const lost = board.connect({ kilobytesPerSecond: 20, latencyMs: 80 });
  lost.send("GET /hello/");
  await board.run(0.5);
  lost.vanish();
  expect((await board.fetch("/hello/you")).status).toBe(200);
});
