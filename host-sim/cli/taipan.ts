#!/usr/bin/env node
// The `taipan` command: finds the command that was named, runs it, and turns what it throws into an
// exit status. User errors are one line; anything else is ours and shows its stack.
import { parseArgs } from "node:util";
import { boardCommands } from "../../boards/cli/commands";
import { UserError, type Command } from "../../transpiler/cli/command";
import { transpilerCommands } from "../../transpiler/cli/commands";
import { simulatorCommands } from "./commands";

const commands: Command[] = [...transpilerCommands, ...boardCommands, ...simulatorCommands];

function help(): string {
  const width = Math.max(...commands.map((command) => command.usage.length));
  const lines = commands.map((command) => `  ${command.usage.padEnd(width)}  ${command.summary}`);
  return ["usage: taipan COMMAND", "", ...lines].join("\n");
}

function isWrongUsage(error: unknown): error is Error {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && code.startsWith("ERR_PARSE_ARGS");
}

async function main(argv: string[]): Promise<number> {
  const name = argv[0];
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    throw new UserError(`There is no command "${name}". \`taipan help\` lists them.`, 2);
  }
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(1),
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    if (values.help === true) {
      console.log(`usage: taipan ${command.usage}\n\n${command.summary}`);
      return 0;
    }
    return await command.run({ values: values as Record<string, string | boolean>, positionals });
  } catch (error) {
    if (!isWrongUsage(error)) throw error;
    const [problem] = error.message.split("\n");
    throw new UserError(`${problem} (usage: taipan ${command.usage})`, 2);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(`taipan: ${error.message}`);
  process.exitCode = error.exitStatus;
}
