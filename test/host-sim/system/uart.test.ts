// busio.UART with a test at the other end, on both engines.
import { expect, test } from "vitest";
import { engines, linesOf, startProgram } from "../support/virtual-program";

const program = `
import * as board from "board";
import { UART } from "busio";
import { monotonic } from "time";
const text = (bytes: Uint8Array | null) => (bytes === null ? "nothing" : new TextDecoder().decode(bytes));
function refused(step: () => void): void {
  try { step(); console.log("allowed"); } catch (error) { console.log((error as Error).message); }
}
refused(() => { new UART(); });
refused(() => { new UART(board.TX, board.RX, { bits: 9 }); });
refused(() => { new UART(board.TX, board.RX, { timeout: 101 }); });
const uart = new UART(board.TX, board.RX, { baudrate: 1000, timeout: 0.5 });
refused(() => { new UART(board.TX); });
const start = monotonic();
console.log(uart.write(new TextEncoder().encode("hello")), Math.round((monotonic() - start) * 1000));
console.log(text(uart.readline()));
console.log(uart.inWaiting, text(uart.read(2)), text(uart.read()));
uart.timeout = 0;
console.log(text(uart.read(1)), uart.timeout, uart.baudrate);
uart.deinit();
refused(() => { uart.read(1); });
const out = new UART(board.TX);
refused(() => { out.read(1); });
`;

test.each(engines)("a serial line on the %s engine", async (engine) => {
  const board = await startProgram(program, { engine });
  const line = board.uart();
  await board.until(() => line.text === "hello", "the board to send");
  line.send("one\ntwo and three");
  const lines = await linesOf(board);
  expect(lines).toEqual([
    "tx and rx cannot both be None",
    "bytes must be <= 8",
    "timeout must be 0-100",
    "D6 in use",
    "5 50",
    "one",
    "",
    "13 tw o and three",
    "nothing 0 1000",
    "Object has been deinitialized and can no longer be used. Create a new object.",
    "No rx pin",
  ]);
});
