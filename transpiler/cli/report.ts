// How commands tell what is wrong with a program: line by line, and how many at the end.
import { formatDiagnostic, type Diagnostic } from "../index";

/** `1 file`, `2 files` */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Nothing for a program without problems. */
export function printProblems(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  console.error(`${counted(diagnostics.length, "problem")} in ${counted(files, "file")}.`);
}
