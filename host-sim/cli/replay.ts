// `taipan replay`: whether a recorded run comes out the same.
import { optionText, UserError, type CommandArguments } from "../../transpiler/cli/command";
import { engineNamed } from "../engines/engine";
import { VirtualBoard } from "../test-bench/virtual-board";
import type { ReplayOptions } from "../test-bench/replay";

function patternOf(args: CommandArguments): readonly RegExp[] {
  const text = optionText(args, "ignore");
  if (text === undefined) return [];
  try {
    return [new RegExp(text, "g")];
  } catch {
    throw new UserError(`"${text}" is not a regular expression, as --ignore takes one.`, 2);
  }
}

/** @returns 1 where the program does something else now */
export async function replayRecording(args: CommandArguments): Promise<number> {
  const [file] = args.positionals;
  if (file === undefined) throw new UserError("Name the recording: taipan replay FILE.", 2);
  const engine = optionText(args, "engine");
  const options: ReplayOptions = {
    ignore: patternOf(args),
    ...(engine === undefined ? {} : { engine: engineNamed(engine) }),
  };
  const { differences, clients, lines, seconds } = await VirtualBoard.replay(file, options);
  for (const difference of differences) console.error(difference);
  const run = `${seconds.toFixed(1)} s, ${clients} clients, ${lines} lines of console`;
  console.log(differences.length === 0 ? `The same: ${run}.` : `Not the same: ${run}.`);
  return differences.length === 0 ? 0 : 1;
}
