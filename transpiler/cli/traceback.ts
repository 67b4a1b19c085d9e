// `taipan traceback`: what a board's console said, with the TypeScript beside every frame.
import { readFileSync } from "node:fs";
import { withTypeScriptLine } from "../program/traceback";
import { optionText, UserError, type CommandArguments } from "./command";
import { readMaps } from "./maps-folder";
import { isFile, readText, reading, textOf } from "./read-text";

export function traceback(args: CommandArguments): number {
  const from = optionText(args, "from");
  if (from === undefined)
    throw new UserError("Of which build? Name its folder: --from dist/BOARD.", 2);
  const modules = readMaps(from);
  const lines = consoleText(args.positionals[0]).replace(/\n$/, "").split("\n");
  for (const line of lines)
    for (const told of withTypeScriptLine(line.replace(/\r$/, ""), modules)) console.log(told);
  return 0;
}

function consoleText(file: string | undefined): string {
  if (file === undefined || file === "-") {
    const name = "standard input";
    return textOf(
      reading(name, () => readFileSync(0)),
      name,
    );
  }
  if (!isFile(file)) throw new UserError(`There is no file ${file}.`, 2);
  return readText(file);
}
