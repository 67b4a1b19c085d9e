// The shape of a command of `taipan`. Each folder brings its own; host-sim/cli/taipan.ts lists them.
// A command is described apart from its code, which is loaded when it runs: help and wrong use answer at once.

export interface CommandArguments {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

export interface CommandOption {
  /** What stands for its value in the help, as `N`; a switch has none. */
  value?: string;
  /** For `taipan COMMAND --help`: lines of at most 56 characters. */
  help: string;
}

export interface Command {
  name: string;
  /** One line for `taipan help`, as an order: "list the boards". */
  summary: string;
  /** The program that it takes, as its usage shows it; a command without takes no arguments. */
  program?: { usage: string; help: string };
  options: Record<string, CommandOption>;
  /** @returns the exit status: 0 done, 1 the program or the device is at fault */
  run(args: CommandArguments): Promise<number>;
}

/** Of commands that read a program; see watch.ts. */
export const watchOption: CommandOption = {
  help: "do it again whenever a file changes, until Ctrl+C",
};

/** The value of an option; an empty one is none. */
export function optionText({ values }: CommandArguments, option: string): string | undefined {
  const value = values[option];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Whether a command runs again and again (watch.ts). */
export const isWatched = ({ values }: CommandArguments): boolean => values["watch"] === true;

/** How a user writes an option, whichever front door the command was called through. */
export function spelled(option: string, value: string): string {
  return `--${option} ${value}, or ${option.toUpperCase()}=${value} with make`;
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
