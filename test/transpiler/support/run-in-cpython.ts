// Runs emitted modules in CPython, all cases of a test file in one process.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { once } from "node:events";
import { packageRoot } from "../../../transpiler/package-root";
import type { EmittedModule } from "../../../transpiler/index";
import { entryPathOf, linesOf, type Outcome } from "./outcome";

interface CPython {
  readonly ask: (question: string) => void;
  readonly answers: Interface;
  /** Rejected when Python has ended. */
  readonly ended: Promise<never>;
}

let started: CPython | undefined;

function startCPython(): CPython {
  const script = join(packageRoot, "test/transpiler/support/cpython-cases.py");
  const child = spawn("python3", ["-u", script], { stdio: ["pipe", "pipe", "inherit"] });
  // It ends with its input, that is with this process.
  child.unref();
  const answers = createInterface({ input: child.stdout });
  const ended = once(answers, "close").then(() => {
    throw new Error("CPython has ended: what it says of that stands above.");
  });
  ended.catch(() => undefined);
  return { ask: (question) => child.stdin.write(`${question}\n`), answers, ended };
}

/** The traceback is kept for the message of a failing test. */
export async function runInCPython(
  modules: readonly EmittedModule[],
): Promise<Outcome & { error?: string }> {
  const folder = mkdtempSync(join(tmpdir(), "taipan-"));
  try {
    for (const { path, text } of modules) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const python = (started ??= startCPython());
    const answer = once(python.answers, "line");
    python.ask(JSON.stringify({ folder, entry: entryPathOf(modules) }));
    const [line] = (await Promise.race([answer, python.ended])) as [string];
    const { printed, error } = JSON.parse(line) as { printed: string; error: string | null };
    return {
      lines: linesOf(printed),
      threw: error !== null,
      ...(error === null ? {} : { error }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
