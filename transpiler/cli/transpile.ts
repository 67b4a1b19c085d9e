// `taipan transpile`: prints or writes the Python of a program.
import { join } from "node:path";
import { transpile, type EmittedModule } from "../index";
import { RUNTIME_MODULE } from "../runtime/helpers";
import { isWatched, optionText, UserError, type CommandArguments } from "./command";
import { floatsOf } from "./floats-option";
import { writeMaps } from "./maps-folder";
import { programNamed } from "./program-files";
import { printProblems } from "./report";
import { repeated } from "./watch";
import { writeFile } from "./write-file";

export function transpileProgram(args: CommandArguments): Promise<number> {
  return repeated(args, async () => transpileOnce(args));
}

function transpileOnce(args: CommandArguments): number {
  const { values, positionals } = args;
  const [file] = positionals;
  if (file === undefined)
    throw new UserError("Which file? `taipan transpile FILE`, or `-` for standard input.", 2);
  const program = programNamed(file);
  const { files, packages } = program;
  const { modules, diagnostics } = transpile(files, {
    ...program,
    docstrings: values["no-docstrings"] !== true,
    floats: floatsOf(args),
    again: isWatched(args),
  });
  const json = values["json"] === true;
  if (json) console.log(JSON.stringify({ modules, diagnostics }, null, 2));
  else printProblems(diagnostics, files);
  if (diagnostics.length > 0) return 1;
  const out = optionText(args, "out");
  if (out !== undefined) write(modules, files, out);
  else if (!json) print(modules, values["all"] === true ? [] : Object.keys(packages));
  return 0;
}

function write(
  modules: readonly EmittedModule[],
  files: Readonly<Record<string, string>>,
  folder: string,
): void {
  try {
    for (const { path, text } of modules) writeFile(join(folder, path), text);
    writeMaps(
      folder,
      modules.map(({ path, map }) => [path, map] as const),
      files,
    );
  } catch (error) {
    throw new UserError(`${folder} can't be written (${(error as Error).message}).`);
  }
}

/** The program's own modules: one as it is, several each under its name. */
function print(modules: readonly EmittedModule[], hiddenPackages: readonly string[]): void {
  const hidden = hiddenPackages.length === 0 ? [] : [...hiddenPackages, RUNTIME_MODULE];
  const packageOf = ({ path }: EmittedModule) => path.split("/")[0]!.replace(/\.py$/, "");
  const shown = modules.filter((module) => !hidden.includes(packageOf(module)));
  for (const { path, text } of shown) {
    const heading = shown.length > 1 ? `# --- ${path} ---\n` : "";
    process.stdout.write(heading + text);
  }
  const left = hidden.filter((name) => modules.some((module) => packageOf(module) === name));
  if (left.length > 0)
    console.error(`Not shown: ${left.join(", ")}. --all prints them too, --out DIR writes all.`);
}
