// The shape of a command of `taipan`. Each folder brings its own; host-sim/cli/taipan.ts lists them.
import type { ParseArgsConfig } from "node:util";

export interface CommandArguments {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

export interface Command {
  name: string;
  /** One line for `taipan help`. */
  summary: string;
  /** What follows `taipan`, as `check [entry] [--json]`. */
  usage: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** @returns the exit status: 0 done, 1 the program or the device is at fault */
  run(args: CommandArguments): Promise<number>;
}

/**
 * Something the user can mend: printed as one line, without a stack trace.
 * Exit status 1: the program, the device or the machine is at fault; 2: wrong usage.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  constructor(
    message: string,
    readonly exitStatus: 1 | 2 = 1,
  ) {
    super(message);
  }
}
