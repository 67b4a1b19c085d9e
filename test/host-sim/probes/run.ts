// One probe in two places: its lines by their expressions, each with what it gave.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { VirtualBoard } from "../../../host-sim/index";
import { packageRoot } from "../../../transpiler/package-root";
import { playPeer } from "./virtual-peer";

export type Outcomes = ReadonlyMap<string, string>;

const folder = import.meta.dirname;
const micropython = join(packageRoot, ".venv", "bin", "micropython");
const separator = " -> ";
/** In milliseconds: a probe takes a tenth of it. */
const patience = 20_000;

const read = (path: string): string => readFileSync(join(folder, path), "utf8");

export async function onSimulator(probe: string): Promise<Outcomes> {
  const files = {
    "code.py": read(`${probe}.py`),
    "probe.py": read("probe.py"),
    "peer.py": read("simulated/peer.py"),
  };
  await using board = await VirtualBoard.start({ files });
  return outcomesOf(await playPeer(board));
}

/** MicroPython's unix VM; a reason instead, where `make test` has not put it. */
export const withoutMicroPython = existsSync(micropython)
  ? null
  : "MicroPython's unix VM is not in .venv: `make test` installs it on Linux x86-64, with Python 3.10 to 3.14";

/** The errors of other systems' sockets are others. */
export const withoutLinux =
  process.platform === "linux" ? null : "the table of differences is that of Linux's TCP";

export function onMicroPython(probe: string): Outcomes {
  return inProcess(micropython, probe, {
    MICROPYPATH: `${folder}:${join(folder, "real")}:.frozen`,
  });
}

export function onCPython(probe: string): Outcomes {
  const path = `${folder}:${join(folder, "real")}`;
  return inProcess("python3", probe, { PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: "1" });
}

function inProcess(program: string, probe: string, environment: Record<string, string>): Outcomes {
  const env = { ...process.env, ...environment };
  const options = { env, encoding: "utf8", timeout: patience } as const;
  const { error, stdout, stderr } = spawnSync(program, [join(folder, `${probe}.py`)], options);
  if (error !== undefined) throw error;
  if (stderr.includes("Traceback")) throw new Error(`${probe}.py on ${program}:\n${stderr}`);
  return outcomesOf(stdout.split("\n"));
}

/** What is no outcome, as a warning of the VM or the echo of what was typed, is left out. */
function outcomesOf(lines: readonly string[]): Outcomes {
  const outcomes = new Map<string, string>();
  const traceback = lines.indexOf("Traceback (most recent call last):");
  if (traceback >= 0) throw new Error(lines.slice(traceback).join("\n"));
  for (const line of lines) {
    const at = line.indexOf(separator);
    // Of two equal expressions in one situation the second has another name.
    let name = line.slice(0, at);
    while (outcomes.has(name)) name += " again";
    if (at >= 0) outcomes.set(name, line.slice(at + separator.length));
  }
  return outcomes;
}
