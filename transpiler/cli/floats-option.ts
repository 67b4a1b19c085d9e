// `--floats`: how many bits a program's floats have.
import { optionText, UserError, type CommandArguments } from "./command";

/** @throws UserError for others than a board's or a computer's */
export function floatsOf(args: CommandArguments): "board" | "double" {
  const floats = optionText(args, "floats") ?? "double";
  if (floats === "board" || floats === "double") return floats;
  throw new UserError(`There are no floats "${floats}": board, or double.`, 2);
}
