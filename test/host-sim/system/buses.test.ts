// I2C and SPI with devices that a test holds, on both engines.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

/** An EEPROM of a kind: the first byte that is written is where it reads and writes. */
function memory(bytes: number[]) {
  let at = 0;
  return {
    write: (written: Uint8Array) => {
      const [place = at, ...values] = written;
      at = place;
      values.forEach((value, index) => (bytes[at + index] = value));
    },
    read: (length: number) => bytes.slice(at, at + length),
  };
}

describe.each(engines)("on the %s engine", (engine) => {
  test("an I2C device is found, written and read, under lock alone", async () => {
    const program = `
import * as board from "board";
import { I2C } from "busio";
import { sleep } from "time";
function refused(step: () => void): void {
  try { step(); console.log("allowed"); }
  catch (error) {
    if (error instanceof OSError) console.log("errno", error.errno);
    else console.log((error as Error).message);
  }
}
refused(() => { board.I2C(); });
sleep(1);
const bus = board.I2C();
refused(() => { bus.scan(); });
console.log(bus.tryLock(), bus.tryLock());
console.log(bus.scan().join(" "));
const buffer = new Uint8Array(3);
bus.writeto(0x50, new Uint8Array([1, 70, 80]));
bus.writetoThenReadfrom(0x50, new Uint8Array([0]), buffer);
console.log(buffer.join(" "));
bus.readfromInto(0x50, buffer, { start: 1, end: 2 });
console.log(buffer.join(" "));
refused(() => { bus.readfromInto(0x51, buffer); });
refused(() => { bus.readfromInto(0x50, buffer, { start: 1, end: 1 }); });
refused(() => { new I2C(board.SCL, board.SDA); });
bus.unlock();
refused(() => { bus.writeto(0x50, buffer); });
bus.deinit();
refused(() => { bus.tryLock(); });
console.log(board.I2C() === bus);
`;
    const board = await startProgram(program, { engine });
    await board.until(() => board.lines.length === 1, "the refusal");
    board.i2c(0x50, memory([60, 61, 62, 63]));
    board.i2c(0x23, {});
    const lines = await linesOf(board);
    expect(lines.map((line) => line.toLowerCase())).toEqual([
      "no pull up found on sda or scl; check your wiring",
      "function requires lock",
      "true false",
      "35 80",
      "60 70 80",
      "60 60 80",
      "errno 19",
      "buffer must be at least length 1",
      "d5 in use",
      "function requires lock",
      "object has been deinitialized and can no longer be used. create a new object.",
      "false",
    ]);
  });

  test("an SPI device answers while its pin is low", async () => {
    const program = `
import * as board from "board";
import { SPI } from "busio";
import { DigitalInOut } from "digitalio";
function refused(step: () => void): void {
  try { step(); console.log("allowed"); } catch (error) { console.log((error as Error).message); }
}
const select = new DigitalInOut(board.D1);
select.switchToOutput(true);
const bus = board.SPI();
refused(() => { bus.configure({ baudrate: 1_000_000 }); });
bus.tryLock();
refused(() => { bus.configure({ polarity: 2 }); });
bus.configure({ baudrate: 30_000_000 });
console.log(bus.frequency);
const buffer = new Uint8Array(3);
bus.readinto(buffer, { writeValue: 7 });
console.log(buffer.join(" "));
select.value = false;
bus.readinto(buffer, { writeValue: 7 });
console.log(buffer.join(" "));
bus.writeReadinto(new Uint8Array([1, 2, 3]), buffer, { outStart: 1, inStart: 0, inEnd: 2 });
console.log(buffer.join(" "));
refused(() => { bus.writeReadinto(new Uint8Array(2), buffer); });
bus.write(new Uint8Array([9]));
refused(() => { new SPI(board.D2); });
const half = new SPI(board.D2, board.D3);
half.tryLock();
refused(() => { half.readinto(buffer); });
refused(() => { new SPI(board.D4, board.D5); });
`;
    const sent: number[][] = [];
    const board = await startProgram(program, { engine });
    board.spi("D1", {
      transfer: (bytes) => {
        sent.push([...bytes]);
        return bytes.map((byte) => byte + 1);
      },
    });
    const lines = await linesOf(board);
    expect(lines).toEqual([
      "Function requires lock",
      "polarity must be 0-1",
      "26666000",
      "0 0 0",
      "8 8 8",
      "3 4 8",
      "buffer slices must be of equal length",
      "Must provide MISO or MOSI pin",
      "No miso pin",
      "All SPI peripherals are in use",
    ]);
    expect(sent).toEqual([[7, 7, 7], [2, 3], [9]]);
  });
});

test("a device that answers later fails the test: the world stands still until it has", async () => {
  const board = await startPython(`
import board, time
bus = board.I2C()
bus.try_lock()
bus.readfrom_into(0x50, bytearray(1))
time.sleep(100)
`);
  board.i2c(0x50, { read: (async () => [1]) as never });
  await expect(board.run(1)).rejects.toThrow(
    "read of a device answers at once, with a list of bytes: not with [object Promise].",
  );
});

test("a device that throws fails the test, and an address that is none is told", async () => {
  const text = `
import board, time
bus = board.I2C()
bus.try_lock()
bus.writeto(0x50, b"")
time.sleep(100)
`;
  const board = await startPython(text);
  const broken = () => {
    throw new Error("the device is broken");
  };
  board.i2c(0x50, { write: broken });
  await expect(board.run(1)).rejects.toThrow("the device is broken");
  expect(() => board.i2c(0x80, {})).toThrow("An I2C device has an address from 0x08 to 0x77");
  expect(() => board.spi("D99", { transfer: (bytes) => bytes })).toThrow('has no pin "D99"');
});
