// What the transpiler can be asked to do on the command line.
import type { Command } from "./command";
import { checkCommand } from "./check";
import { transpileCommand } from "./transpile";

export const transpilerCommands: Command[] = [checkCommand, transpileCommand];
