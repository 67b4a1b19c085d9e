// One small program in TypeScript on a virtual board, on either engine: the python engine runs what
// the transpiler makes of it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { VirtualBoard, type VirtualBoardOptions } from "../../../host-sim/index";

export const engines = ["python", "node"] as const;
const boards: VirtualBoard[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const board of boards.splice(0)) await board.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Ended after the test. */
export async function startProgram(
  typescript: string,
  options: VirtualBoardOptions,
): Promise<VirtualBoard> {
  const folder = mkdtempSync(join(tmpdir(), "taipan-program-"));
  folders.push(folder);
  const entry = join(folder, "code.ts");
  writeFileSync(entry, typescript);
  return keep(await VirtualBoard.start({ entry, ...options }));
}

/** A program written by hand in Python. Ended after the test. */
export async function startPython(
  python: string,
  options: VirtualBoardOptions = {},
): Promise<VirtualBoard> {
  return keep(await VirtualBoard.start({ ...options, files: { "code.py": python } }));
}

function keep(board: VirtualBoard): VirtualBoard {
  boards.push(board);
  return board;
}

/** What it printed when it has ended. */
export async function linesOf(board: VirtualBoard): Promise<string[]> {
  await board.until(() => board.end !== null, "the program to end", 120);
  return board.lines;
}
