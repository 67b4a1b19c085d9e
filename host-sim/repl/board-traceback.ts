// A traceback as the board would print it. CircuitPython has prose for some errors where MicroPython
// has names (py/moderrno.c), and mpremote's own file commands stumble over it.
import { errorText } from "../hardware/errno";

/** The forms in which the VM prints an OSError, whose names for numbers are not newlib's. */
const forms = [
  /^OSError: \((\d+), '(.*)'\)$/,
  /^OSError: \[Errno (\d+)\] E[A-Z]+(?:: (.*))?$/,
  /^OSError: (\d+)$/,
];

function boardLine(line: string): string {
  const match = forms.map((form) => form.exec(line)).find((found) => found !== null);
  if (match?.[1] === undefined) return line;
  const detail = match[2] === undefined ? "" : `: ${match[2]}`;
  return `OSError: ${errorText(Number(match[1]))}${detail}`;
}

/** @param ownFile the stand-in's own Python, whose frames are left out */
export function boardTraceback(traceback: string, ownFile: string): string {
  const lines = traceback.split("\n").filter((line) => !line.includes(`File "${ownFile}"`));
  return lines.map(boardLine).join("\n");
}
