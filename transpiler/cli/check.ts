// `taipan check`: says what TypeScript and the subset have against a program.
import { formatDiagnostic, transpile } from "../index";
import type { CommandArguments } from "./command";
import { defaultEntry, readProgram, readStandardInput } from "./read-program";

export function check({ values, positionals }: CommandArguments): number {
  const entry = positionals[0] ?? defaultEntry(process.cwd());
  const { files, options } = entry === "-" ? readStandardInput() : readProgram(entry);
  const { diagnostics } = transpile(files, options);
  if (values["json"] === true) console.log(JSON.stringify({ diagnostics }, null, 2));
  else for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
  return diagnostics.length === 0 ? 0 : 1;
}
