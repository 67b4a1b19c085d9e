// The `taipan` command: finds the command that was named, runs it, and turns what it throws into an
// exit status. User errors are one line; anything else is ours and shows its stack.
import { boardCommands } from "../../boards/cli/commands";
import { UserError, type Command } from "../../transpiler/cli/command";
import { transpilerCommands } from "../../transpiler/cli/commands";
import { nearest } from "../nearest";
import { simulatorCommands } from "./commands";
import { explanation, overview } from "./help";
import { parseArguments } from "./parse-arguments";

const commands: Command[] = [...transpilerCommands, ...boardCommands, ...simulatorCommands];

function commandOf(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const meant = nearest(
    name,
    commands.map((candidate) => candidate.name),
  );
  const hint = meant === undefined ? "`taipan help` lists them." : `Did you mean ${meant}?`;
  throw new UserError(`There is no command "${name}". ${hint}`, 2);
}

async function run([name, ...rest]: string[]): Promise<number> {
  if (name === undefined) {
    console.error(overview(commands));
    return 2;
  }
  if (name === "help" || name === "--help" || name === "-h") {
    const [about] = rest;
    console.log(about === undefined ? overview(commands) : explanation(commandOf(about)));
    return 0;
  }
  const command = commandOf(name);
  const args = parseArguments(command, rest);
  if (args !== "help") return command.run(args);
  console.log(explanation(command));
  return 0;
}

/**
 * When everything is done and written. What Node does after that can spin for ever where sockets were
 * destroyed with a write under way (Environment::CleanupHandles of Node 20). An uncaught error has
 * another status, and is still to be shown.
 */
function endAtOnce(expected: number): void {
  process.once("exit", (status) => {
    if (status === expected) process.exit(status);
  });
}

/** Sets the exit status of the process. */
export async function main(parameters: string[]): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Who reads may have enough, as `head` has: the command ends as it would.
    if (error.code === "EPIPE") return;
    console.error(`taipan: the standard output can't be written (${error.message}).`);
    process.exit(1);
  });
  try {
    process.exitCode = await run(parameters);
    endAtOnce(process.exitCode);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(`taipan: ${error.message}`);
    process.exitCode = error.exitStatus;
  }
}
