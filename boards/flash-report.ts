// What mpremote and the scripts on the board say when an upload fails, in one line for the user.
import type { MpremoteResult } from "./mpremote";

const readOnlyDrive =
  "The board's drive is read-only for programs while the computer has it as CIRCUITPY. " +
  "Ways out: CircuitPython 10.3 or newer; or a boot.py on the board with " +
  '`import storage; storage.remount("/", False)`, then press reset; ' +
  "or copy the folder that `taipan build` writes to the CIRCUITPY drive.";

/** What boards/device/*.py raise, by the word after "taipan:". */
const deviceErrors: Record<string, (detail: string) => string> = {
  "read-only": () => readOnlyDrive,
  "not-circuitpython": (system) =>
    `The board runs something else than CircuitPython (${system}): install CircuitPython first.`,
  "not-a-directory": (path) => `${path} on the board is a file, but has to be a directory.`,
  mismatch: (detail) => `The copy on the board is not what was sent: ${detail}. Flash it again.`,
};

/** What mpremote itself says, and CircuitPython through it; the first that fits. */
const knownTexts: [pattern: RegExp, explain: (port: string) => string][] = [
  [
    /failed to access/,
    (port) => `${port} can't be opened: there is no such port, or another program uses it.`,
  ],
  [
    /could not enter raw repl/,
    (port) =>
      `No board answers on ${port} as CircuitPython does: is it the right port? ` +
      "Press the board's reset button and try again.",
  ],
  [
    /\[Errno 28\]|No space left/,
    () => "The board's drive is full: remove files from it and flash again.",
  ],
  [/\[Errno 30\]|Read-only filesystem/, () => readOnlyDrive],
  [
    /SerialException|[Dd]isconnected|Connection reset|Broken ?[Pp]ipe/,
    (port) => `The connection to ${port} broke: is the cable in, and does the board stay on?`,
  ],
];

/** The line of Python's or mpremote's output that says what went wrong. */
function lastLine(text: string): string | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== "" && !/^(Traceback|File ")/.test(line)).pop();
}

/** @returns one line: what went wrong, and the way out where there is one */
export function explainFailure(result: MpremoteResult, port: string): string {
  const { stdout, stderr, status, timedOut } = result;
  const text = `${stdout}\n${stderr}`;
  const [, kind, detail] = /taipan:([a-z-]+): ([^\r\n]*)/.exec(text) ?? [];
  const explain = kind === undefined ? undefined : deviceErrors[kind];
  if (explain !== undefined) return explain(detail ?? "");
  if (timedOut) return `The board on ${port} stopped answering. Press its reset button, try again.`;
  const known = knownTexts.find(([pattern]) => pattern.test(text));
  if (known !== undefined) return known[1](port);
  if (status === null) return "mpremote was stopped before all was on the board. Flash it again.";
  return `mpremote failed on ${port}: ${lastLine(stderr) ?? lastLine(stdout) ?? `status ${status}`}`;
}
