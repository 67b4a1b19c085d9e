// Resets, what outlives them, and the watchdog that makes them, on both engines.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

describe.each(engines)("on the %s engine", (engine) => {
  test("a reset passes finally blocks, and nvm outlives it", async () => {
    const board = await startProgram(
      `
import { nvm, reset } from "microcontroller";
const count = nvm.get(0);
nvm.set(0, (count + 1) % 256);
console.log("start", count);
if (count !== 1) {
  try { reset(); } finally { console.log("never seen"); }
}
`,
      { engine },
    );
    expect(await linesOf(board)).toEqual(["start 255", "start 0", "start 1"]);
    expect(board.restarts).toBe(2);
  });

  test("the watchdog raises where the program waits, and resets it", async () => {
    const board = await startProgram(
      `
import { nvm, watchdog } from "microcontroller";
import { WatchDogMode, WatchDogTimeout } from "watchdog";
import * as time from "time";
try { watchdog.feed(); } catch (error) { if (!(error instanceof ValueError)) throw error; console.log(error.message); }
try { watchdog.mode = WatchDogMode.RAISE; } catch (error) { if (!(error instanceof ValueError)) throw error; console.log(error.message); }
watchdog.timeout = 2;
watchdog.mode = WatchDogMode.RAISE;
time.sleep(1.5);
watchdog.feed();
time.sleep(1.5);
try { time.sleep(10); } catch (error) { if (!(error instanceof WatchDogTimeout)) throw error; console.log("timeout"); }
time.sleep(10);
if (nvm.get(0) === 255) {
  nvm.set(0, 1);
  watchdog.mode = WatchDogMode.RESET;
  time.sleep(100);
}
`,
      { engine },
    );
    const once = [
      "WatchDogTimer is not currently running",
      "WatchDogTimer.timeout must be greater than 0",
      "timeout",
    ];
    expect(await linesOf(board)).toEqual([...once, ...once]);
    expect(board.restarts).toBe(1);
    expect(board.time).toBeCloseTo(3.5 + 10 + 2 + 1 + 3.5 + 10, 1);
  });
});

test("a watchdog that resets does so when the program has failed, and only then", async () => {
  const board = await startPython(`
import microcontroller, supervisor, time, watchdog
print(microcontroller.cpu.reset_reason, microcontroller.watchdog.mode)
microcontroller.watchdog.timeout = 5
if microcontroller.cpu.reset_reason is microcontroller.ResetReason.POWER_ON:
    microcontroller.watchdog.mode = watchdog.WatchDogMode.RESET
    time.sleep(1)
    raise ValueError("failed")
microcontroller.watchdog.mode = watchdog.WatchDogMode.RAISE
time.sleep(4.9)
if supervisor.runtime.run_reason is supervisor.RunReason.STARTUP:
    supervisor.reload()
`);
  const lines = await linesOf(board);
  expect(
    lines.filter((line) => line.startsWith("microcontroller") || line.startsWith("Value")),
  ).toEqual([
    "microcontroller.ResetReason.POWER_ON None",
    "ValueError: failed",
    "microcontroller.ResetReason.WATCHDOG None",
    "microcontroller.ResetReason.WATCHDOG None",
  ]);
  expect([board.restarts, board.reloads]).toEqual([1, 1]);
  await board.run(60);
  expect(board.restarts).toBe(1);
});

test("a reset tells no client, who hears of it with RST later", async () => {
  const board = await startPython(`
import microcontroller, socketpool, time, wifi
print(microcontroller.cpu.reset_reason)
listener = socketpool.SocketPool(wifi.radio).socket()
listener.bind(("", 80))
listener.listen(2)
connection, peer = listener.accept()
time.sleep(1)
microcontroller.reset()
`);
  await board.serving();
  const client = board.connect();
  await board.run(0.5);
  await board.until(() => board.restarts === 1, "the reset");
  expect(client.endedBy).toBe(null);
  await board.run(2);
  client.send("x");
  await board.run(1);
  expect(client.endedBy).toBe("reset");
  expect(board.lines).toEqual([
    "microcontroller.ResetReason.POWER_ON",
    "microcontroller.ResetReason.SOFTWARE",
  ]);
});

test("one seed, one sequence of random bytes", async () => {
  const draw = async (seed: number) => {
    const board = await startPython("import os\nprint(os.urandom(16))", { seed });
    return (await linesOf(board))[0];
  };
  expect(await draw(3)).toBe(await draw(3));
  expect(await draw(3)).not.toBe(await draw(4));
});

test("nvm and what else a program in Python asks for", async () => {
  const board = await startPython(`
import microcontroller
nvm = microcontroller.nvm
nvm[1:4] = b"abc"
print(len(nvm), nvm[0:4], nvm[-1])
try:
    nvm[0] = 256
except ValueError as error:
    print(error)
try:
    nvm[0:2] = b"a"
except ValueError as error:
    print(error)
print(microcontroller.cpu.frequency, len(microcontroller.cpu.uid))
microcontroller.delay_us(500)
microcontroller.on_next_reset(microcontroller.RunMode.NORMAL)
`);
  expect(await linesOf(board)).toEqual([
    "8192 bytearray(b'\\xffabc') 255",
    "bytes must be 0-255",
    "Slice and value different lengths.",
    "240000000 6",
  ]);
});
