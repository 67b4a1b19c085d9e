// `taipan check`: says what TypeScript and the subset have against a program.
import { counted } from "../diagnostics/report";
import { transpile } from "../index";
import { isWatched, type CommandArguments } from "./command";
import { programFiles, programNamed, type ProgramFiles } from "./program-files";
import { openProject } from "./project";
import { printProblems } from "./report";
import { repeated } from "./watch";

export function check(args: CommandArguments): Promise<number> {
  return repeated(args, async () => checkOnce(args));
}

function checkOnce(args: CommandArguments): number {
  const { values, positionals } = args;
  const program = chosenProgram(positionals[0]);
  const { files } = program;
  const { diagnostics } = transpile(files, { ...program, again: isWatched(args) });
  if (values["json"] === true) console.log(JSON.stringify({ diagnostics }, null, 2));
  else printProblems(diagnostics, files);
  if (diagnostics.length > 0) return 1;
  if (values["json"] !== true)
    console.log(`${counted(Object.keys(files).length, "file")}, no problems.`);
  return 0;
}

function chosenProgram(file: string | undefined): ProgramFiles {
  if (file !== undefined) return programNamed(file);
  const { root, entry } = openProject(undefined);
  return programFiles({ entry, folder: root });
}
