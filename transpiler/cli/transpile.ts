// `taipan transpile`: prints or writes the Python of a program.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatDiagnostic, transpile, type EmittedModule } from "../index";
import { UserError, type CommandArguments } from "./command";
import { readProgram, readStandardInput } from "./read-program";

export function transpileProgram({ values, positionals }: CommandArguments): number {
  const [file] = positionals;
  if (file === undefined)
    throw new UserError("Which file? `taipan transpile FILE`, or `-` for standard input.", 2);
  const { files, options } = file === "-" ? readStandardInput() : readProgram(file);
  const { modules, diagnostics } = transpile(files, options);
  const { out } = values;
  if (values["json"] === true) console.log(JSON.stringify({ modules, diagnostics }, null, 2));
  else for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
  if (diagnostics.length > 0) return 1;
  if (typeof out === "string") write(modules, out);
  else if (values["json"] !== true) print(modules);
  return 0;
}

function write(modules: readonly EmittedModule[], folder: string): void {
  if (folder === "") throw new UserError("--out names no folder.", 2);
  try {
    for (const { path, text } of modules) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  } catch (error) {
    throw new UserError(`The folder ${folder} can't be written (${(error as Error).message}).`);
  }
}

/** One module as it is; several each under its name. */
function print(modules: readonly EmittedModule[]): void {
  for (const { path, text } of modules) {
    const heading = modules.length > 1 ? `# --- ${path} ---\n` : "";
    process.stdout.write(heading + text);
  }
}
