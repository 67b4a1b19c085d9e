// What compareEngines tells of programs that do not run alike, and of those that do.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compareEngines, type EngineName, type VirtualBoard } from "../../../host-sim/index";

const folder = mkdtempSync(join(tmpdir(), "taipan-compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(typescript: string): { entry: string } {
  const entry = join(folder, "code.ts");
  writeFileSync(entry, typescript);
  return { entry };
}

const answering = `
import { SocketPool } from "socketpool";
import * as wifi from "wifi";
import * as time from "time";
const listener = new SocketPool(wifi.radio).socket();
listener.bind(["0.0.0.0", 80]);
listener.listen(2);
for (;;) {
  const [connection] = listener.accept();
  const request = new Uint8Array(100);
  time.sleep(0.1);
  const size = connection.recvInto(request);
  console.log("got", size);
  connection.send(request.subarray(0, size));
  connection.close();
}
`;

/** The tests' hand in the difference: what a client sends depends on the engine. */
const sends =
  (texts: Record<EngineName, string>) => async (board: VirtualBoard, engine: EngineName) => {
    await board.serving();
    const client = board.connect();
    client.send(texts[engine]);
    await client.ended();
  };

const json = (body: string) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${body}`;

test("a program that runs alike passes", async () => {
  await compareEngines(written(answering), sends({ python: "same", node: "same" }));
});

test("the first line that differs is shown", async () => {
  const texts = { python: "four", node: "three" };
  await expect(compareEngines(written(answering), sends(texts))).rejects.toThrow(
    /The engines differ in the console, line 1:\n {2}python \d\.\d{3} got 4\n {2}node {3}\d\.\d{3} got 5/,
  );
});

test("the first byte that differs is shown with what is around it", async () => {
  const texts = { python: "one two three", node: "one tWo three" };
  await expect(compareEngines(written(answering), sends(texts))).rejects.toThrow(
    'The engines differ in what client 1 got, byte 5:\n  python "one two three"\n  node   "one tWo three"',
  );
});

test("JSON is the same in any order, and different where a value is", async () => {
  const one = json('{"a": 1, "b": 2}');
  await compareEngines(written(answering), sends({ python: one, node: json('{"b": 2, "a": 1}') }));
  await expect(
    compareEngines(written(answering), sends({ python: one, node: json('{"b": 2, "a": 3}') })),
  ).rejects.toThrow("what client 1 got, JSON.a:\n  python 1\n  node   3");
});
