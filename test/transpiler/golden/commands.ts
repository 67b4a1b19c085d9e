// A console for a robot: lines in, actions out, mistakes explained.

class CommandError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
    this.name = "CommandError";
  }
}

type Command =
  { kind: "move"; distance: number } | { kind: "turn"; degrees: number } | { kind: "stop" };

function parseCommand(text: string, line: number): Command {
  const [verb, argument] = text.split(" ");
  const amount = Number(argument);
  switch (verb) {
    case "forward":
    case "back":
      if (Number.isNaN(amount)) throw new CommandError(`${verb} how far?`, line);
      return { kind: "move", distance: verb === "back" ? -amount : amount };
    case "turn":
      return { kind: "turn", degrees: amount };
    case "stop":
      return { kind: "stop" };
    default:
      throw new CommandError(`unknown command "${verb}"`, line);
  }
}

function describe(command: Command): string {
  if (command.kind === "move") return `moves ${command.distance}`;
  if (command.kind === "turn") return `turns by ${command.degrees}`;
  return "stops";
}

const program = ["forward 20", "turn 90", "back", "jump", "stop"];
program.forEach((text, index) => {
  try {
    console.log(describe(parseCommand(text, index + 1)));
  } catch (error) {
    if (error instanceof CommandError) {
      console.log(`line ${error.line}: ${error.message}`);
    } else {
      throw error;
    }
  }
});
