// Programs without clients: both engines print the same.
import { afterEach, describe, expect, test } from "vitest";
import { loadBoard } from "../../boards/definition";
import { camera, power, system, tasks } from "./support/quiet-programs";
import { engines, RunningBoard, type TwoTexts } from "./support/running-board";

const expected: [name: string, texts: TwoTexts, lines: string[]][] = [
  [
    "the camera's life",
    camera,
    [
      "640 480 OV2640",
      "CAM_D0 in use",
      "3 -1 -40 1",
      "2 2",
      "Object has been deinitialized and can no longer be used. Create a new object.",
      "3",
    ],
  ],
  [
    "asyncio",
    tasks,
    [
      "a 0",
      "b 0",
      "a 1",
      "a",
      "b 1",
      "b",
      "c 0",
      "d 0",
      "['c', 'd']",
      "caught no",
      "None",
      "after",
    ],
  ],
  [
    "the system's modules",
    system,
    [
      "hello none None",
      "11 128 104 False",
      "True 127.0.0.1",
      "True True",
      '[1, 2.5, "a\\"\\n\\u0001é", null, true, [], {}] {"a": {"b": 1}}',
      "1",
      "syntax error in JSON",
      "11 16384 ['index.html'] ['boot_out.txt', 'code.py', 'lib', 'sd', 'www']",
      "5 <p>pa 1 p 9",
      "2",
      "2",
      "30",
      "32 True",
      "not UTF-8",
      "no module named 'nothing'",
    ],
  ],
];

let running: RunningBoard | null = null;
afterEach(() => running?.stop());

describe.each(engines)("the %s engine", (engine) => {
  test.each(expected)("%s", async (_, texts, lines) => {
    running = await RunningBoard.start(engine, texts);
    expect(await running.end()).toBe(0);
    expect(running.lines).toEqual(lines);
  });

  test("the camera's power, on a board that has a chip for it", async () => {
    running = await RunningBoard.start(engine, power, { board: loadBoard("firebeetle2_esp32s3") });
    expect(await running.end()).toBe(0);
    expect(running.lines).toEqual(["[1.2, 2.8]", "True"]);
  });
});

test("the python engine finds select, and frozen modules that no board has do not exist", async () => {
  running = await RunningBoard.start("python", {
    python: `
import select, socketpool, sys, traceback, wifi
pool = socketpool.SocketPool(wifi.radio)
poller = select.poll()
sock = pool.socket()
poller.register(sock, select.POLLIN)
print(list(poller.ipoll(0)), sys.path)
poller.unregister(sock)
for name in ("datetime", "functools", "logging"):
    try:
        __import__(name)
    except ImportError:
        print("no", name)
sockets = [sock] + [pool.socket() for _ in range(7)]
try:
    pool.socket()
except RuntimeError as error:
    print(error)
try:
    sockets[0].send(b"x")
except OSError as error:
    print(error.errno, type(error).__name__)
def broken():
    raise KeyError("k")
try:
    broken()
except KeyError as error:
    traceback.print_exception(error)
print("no line end", end="")
`,
    typescript: "",
  });
  expect(await running.end()).toBe(0);
  expect(running.lines).toEqual([
    "[] ['', '/', '/lib']",
    "no datetime",
    "no functools",
    "no logging",
    "Out of sockets",
    "32 BrokenPipeError",
    "Traceback (most recent call last):",
    '  File "code.py", line 26, in <module>',
    '  File "code.py", line 24, in broken',
    "KeyError: k",
    "no line end",
  ]);
});
