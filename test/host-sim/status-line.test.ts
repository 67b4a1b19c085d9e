// The status line of `taipan sim`: what it says, and that nobody but a terminal sees it.
import { afterEach, expect, test, vi } from "vitest";
import { StatusLine } from "../../host-sim/cli/status-line";

const erase = "\r\x1b[K";
let status: StatusLine | null = null;

function start(terminal: { isTTY?: boolean; columns?: number }, picturesTaken = () => 0): string[] {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  status = new StatusLine({ ...terminal, write }, picturesTaken);
  return written;
}

afterEach(() => {
  status?.close();
  vi.useRealTimers();
});

test("who watches, and how fast; what is printed goes above it", () => {
  vi.useFakeTimers();
  let taken = 0;
  const written = start({ isTTY: true }, () => taken);
  const line = status!;
  line.print("Live at http://127.0.0.1:8080/");
  for (const connection of [1, 2, 3]) line.connected(connection);
  line.received(1, new Uint8Array(150_000));
  line.received(2, new Uint8Array(90_000));
  taken = 15;
  vi.advanceTimersByTime(1000);
  line.print("viewer 1 left (closed)");
  line.left(1);
  line.closed(3);
  line.received(2, new Uint8Array(30_000));
  // The board has started anew, and counts from 0.
  taken = 4;
  vi.advanceTimersByTime(1000);
  line.close();
  const first = "2 viewers · 15.0 fps · 240 kB/s";
  expect(written).toEqual([
    "Live at http://127.0.0.1:8080/\n",
    `${erase}${first}`,
    `${erase}viewer 1 left (closed)\n${first}`,
    `${erase}1 viewer · 0.0 fps · 30 kB/s`,
    erase,
  ]);
});

test("a narrow terminal gets as much as fits on one line", () => {
  vi.useFakeTimers();
  const written = start({ isTTY: true, columns: 12 });
  vi.advanceTimersByTime(1000);
  expect(written).toEqual([`${erase}0 viewers ·`]);
});

test("a pipe gets lines alone", () => {
  vi.useFakeTimers();
  const written = start({});
  vi.advanceTimersByTime(5000);
  status!.print("camera: on");
  status!.close();
  expect(written).toEqual(["camera: on\n"]);
});
