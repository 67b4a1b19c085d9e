// Takes a command line apart. Node's own parser reads it; what is wrong with it is told here, in one line.
import { parseArgs } from "node:util";
import {
  UserError,
  type Command,
  type CommandArguments,
  type CommandOption,
} from "../../transpiler/cli/command";
import { nearest } from "../nearest";

function unknownOption(command: Command, written: string): UserError {
  const known = Object.keys(command.options);
  const meant = nearest(written.replace(/^-+/, ""), known);
  const hint =
    meant === undefined
      ? `\`taipan ${command.name} --help\` lists those that there are.`
      : `Did you mean --${meant}?`;
  return new UserError(`Unknown option ${written}. ${hint}`, 2);
}

interface OptionToken {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

function checkOption(command: Command, { name, rawName, value, inlineValue }: OptionToken): void {
  const option: CommandOption | undefined = Object.hasOwn(command.options, name)
    ? command.options[name]
    : undefined;
  if (option === undefined) throw unknownOption(command, rawName);
  if (option.value === undefined) {
    if (value !== undefined) throw new UserError(`--${name} takes no value.`, 2);
    return;
  }
  // After a blank, what begins as an option is the next one: `--out --json` has forgotten a folder.
  const isForgotten = inlineValue !== true && value?.startsWith("--");
  if (value === undefined || value === "" || isForgotten === true)
    throw new UserError(`--${name} needs a value: --${name} ${option.value}.`, 2);
}

function checkPositionals({ name, program }: Command, positionals: readonly string[]): void {
  const extra = positionals.slice(program === undefined ? 0 : 1);
  if (extra.length === 0) return;
  const takes = program === undefined ? "takes no arguments" : "takes one program";
  throw new UserError(`taipan ${name} ${takes}; too many: ${extra.join(" ")}.`, 2);
}

/**
 * What was given to a command, or "help" where that was asked for.
 * @throws UserError (2) for what the command does not know
 */
export function parseArguments(command: Command, argv: string[]): CommandArguments | "help" {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: argv,
    options: { ...options, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (values["help"] === true) return "help";
  for (const token of tokens) if (token.kind === "option") checkOption(command, token);
  checkPositionals(command, positionals);
  return { values: values as CommandArguments["values"], positionals };
}
