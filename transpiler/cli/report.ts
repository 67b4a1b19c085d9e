// How commands tell what is wrong with a program.
import { coloursFor } from "../diagnostics/colours";
import { report } from "../diagnostics/report";
import type { Diagnostic } from "../index";

/**
 * Nothing for a program without problems.
 * @param files TypeScript by file name
 */
export function printProblems(
  diagnostics: readonly Diagnostic[],
  files: Readonly<Record<string, string>>,
): void {
  if (diagnostics.length === 0) return;
  console.error(report(diagnostics, files, coloursFor(process.stderr, process.env)));
}
