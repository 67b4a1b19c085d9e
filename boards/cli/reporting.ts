// How commands that build a program tell what is wrong with it.
import { format, type Diagnostic } from "../../transpiler/diagnostics/diagnostic";
import { printProblems } from "../../transpiler/cli/report";
import { DiagnosticsError } from "../bundle";

/** Of a program that was built all the same. */
export function printWarnings(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) console.error(format(diagnostic));
}

/** Runs a command; a program that is refused is told line by line, with a count, and gives exit status 1. */
export async function reportingDiagnostics(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    printProblems(error.diagnostics, error.files);
    return 1;
  }
}
