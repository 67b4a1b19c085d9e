// Pins on both engines: what a program may do with them, and what a test sees and does.
import { expect, test } from "vitest";
import { VirtualBoard } from "../../host-sim/index";
import { engines } from "./support/running-board";

const entry = "test/host-sim/programs/pins.ts";

const refusals = [
  "an input's value: Cannot set value when direction is input.",
  "an input's drive mode: Drive mode not used when direction is input.",
  "an output's pull: Pull not used when direction is output.",
  "a pin twice: LED in use",
  "no ADC: Invalid pin",
  "button true led false",
  "direction true pull true",
  "ready",
];

const rest = [
  "pressed",
  "analog 32767 of 3.3",
  "tone 440 32768",
  "tone 880 65528",
  "a duty cycle: duty_cycle must be 0-65535",
  "no frequency: Invalid frequency",
  "a fixed frequency: Invalid variable_frequency",
  "a fifth timer: Conflicting settings for shared resource",
  "after deinit: Object has been deinitialized and can no longer be used. Create a new object.",
  "done",
];

test.each(engines)("pins on the %s engine", async (engine) => {
  await using board = await VirtualBoard.start({ entry, engine });
  board.pin("A0").applyVolts(1.65);
  await board.until(() => board.lines.includes("ready"), "the program to wait for its button");
  expect(board.lines).toEqual(refusals);
  expect([board.pin("D1").value, board.pin("LED").value]).toEqual([true, false]);

  board.pin("D1").drive(false);
  await board.until(() => board.pin("LED").value, "the LED");
  await board.until(() => board.lines.includes("done"), "the program's end");
  expect(board.lines.slice(refusals.length)).toEqual(rest);
  expect([board.pin("D2").dutyCycle, board.pin("D2").frequency]).toEqual([65_535, 880]);
  expect(board.neopixels).toEqual({ D9: [0, 255, 7] });
  expect(board.pin("LED").isDriven).toBe(false);
  expect(board.resources.claimedPins).toEqual(["D1", "D2", "D3", "D4", "D5", "D8", "D9", "LED"]);
});

test("a button that is held stays pressed while the board restarts, an LED goes out", async () => {
  const text = [
    "import board, time",
    "from digitalio import DigitalInOut, Direction",
    "held = DigitalInOut(board.D1).value",
    "led = DigitalInOut(board.LED)",
    "print(held)",
    "time.sleep(1)",
    "led.switch_to_output(True)",
    "time.sleep(9)",
  ];
  await using board = await VirtualBoard.start({ files: { "code.py": text.join("\n") } });
  board.pin("D1").drive(true);
  await board.until(() => board.pin("LED").value, "the LED");
  const cut = board.cutPower();
  await cut;
  expect(board.pin("LED").value).toBe(false);
  await board.until(() => board.lines.length > 1, "the second start");
  expect(board.lines).toEqual(["True", "True"]);
});

test("what is given instead of a pin or a pull is named", async () => {
  const text = [
    "import board",
    "from digitalio import DigitalInOut, Direction, Pull",
    "def refused(action):",
    "    try:",
    "        action()",
    "    except Exception as error:",
    "        print(type(error).__name__, error)",
    "refused(lambda: DigitalInOut(7))",
    "pin = DigitalInOut(board.D1)",
    "refused(lambda: pin.switch_to_input(True))",
    "refused(lambda: setattr(pin, 'direction', 1))",
    "print(Pull.UP, Direction.INPUT, pin.pull)",
  ];
  await using board = await VirtualBoard.start({ files: { "code.py": text.join("\n") } });
  await board.until(() => board.end !== null, "the end");
  expect(board.lines).toEqual([
    "TypeError pin must be of type Pin, not int",
    "TypeError pull must be of type Pull or None, not bool",
    "ValueError Invalid direction",
    "digitalio.Pull.UP digitalio.Direction.INPUT None",
  ]);
});

test("a pin that the board does not have", async () => {
  await using board = await VirtualBoard.start({ files: { "code.py": "" } });
  expect(() => board.pin("D99")).toThrow(/has no pin "D99". It has D0, /);
});
