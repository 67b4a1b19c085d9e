// How commands that build a program tell what is wrong with it.
import { format, type Diagnostic } from "../../transpiler/diagnostics/diagnostic";
import { DiagnosticsError } from "../bundle";

export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) console.error(format(diagnostic));
}

/** Runs a command; a program that is refused is told line by line and gives exit status 1. */
export async function reportingDiagnostics(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    printDiagnostics(error.diagnostics);
    return 1;
  }
}
