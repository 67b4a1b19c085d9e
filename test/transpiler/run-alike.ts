// The oracle of the transpiler's tests is the program itself: what it prints in Node it has to
// print, to the letter, in the MicroPython VM and on CPython.
import { expect } from "vitest";
import { formatDiagnostic, transpile, type EmittedModule } from "../../transpiler/index";
import type { Outcome, ProgramFiles } from "./support/outcome";
import { runInCPython } from "./support/run-in-cpython";
import { runInMicroPython } from "./support/run-in-micropython";
import { runInNode } from "./support/run-in-node";

/** The Python of a program; fails with the diagnostics if there are any. */
export function emit(source: string | ProgramFiles): EmittedModule[] {
  const files = typeof source === "string" ? { "main.ts": source } : source;
  const [entry = ""] = Object.keys(files);
  const { modules, diagnostics } = transpile(files, { entry });
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  return modules;
}

/** The text of the entry alone. */
export const emitText = (source: string): string => emit(source)[0]?.text ?? "";

/** Transpiles a program and compares what Node, MicroPython and CPython print, and how it ends. */
export async function runsAlike(source: string | ProgramFiles): Promise<void> {
  const files = typeof source === "string" ? { "main.ts": source } : source;
  await modulesRunAlike(emit(files), files);
}

/** Compares what `files` do with what `modules`, their Python, do. */
export async function modulesRunAlike(
  modules: readonly EmittedModule[],
  files: ProgramFiles,
): Promise<void> {
  const expected = await runInNode(files);
  expect(expected.lines, "a case has to print something").not.toEqual([]);
  const texts = modules.map(({ text }) => text).join("\n# ---\n");
  compare("MicroPython", await runInMicroPython(modules), expected, texts);
  compare("CPython", await runInCPython(modules), expected, texts);
}

function compare(
  where: string,
  { error, ...actual }: Outcome & { error?: string },
  expected: Outcome,
  texts: string,
): void {
  expect(actual, `${where}: ${error ?? ""}\n${texts}`).toEqual(expected);
}
