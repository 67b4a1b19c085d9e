# A console for a robot: lines in, actions out, mistakes explained.

from taipan_runtime import item, number_text, parse_number


class CommandError(Exception):
    def __init__(self, message, line):
        super().__init__(message)
        self.line = line
        self.name = "CommandError"


def parse_command(text, line):
    parts = text.split(" ")
    verb = item(parts, 0)
    argument = item(parts, 1)
    amount = parse_number(argument if argument is not None else "undefined")
    if verb == "forward" or verb == "back":
        if amount != amount:
            raise CommandError(f"{verb if verb is not None else 'undefined'} how far?", line)
        return {"kind": "move", "distance": -amount if verb == "back" else amount}
    elif verb == "turn":
        return {"kind": "turn", "degrees": amount}
    elif verb == "stop":
        return {"kind": "stop"}
    else:
        raise CommandError(f'unknown command "{verb if verb is not None else "undefined"}"', line)


def describe(command):
    if command["kind"] == "move":
        return f"moves {number_text(command['distance'])}"
    if command["kind"] == "turn":
        return f"turns by {number_text(command['degrees'])}"
    return "stops"


program = ["forward 20", "turn 90", "back", "jump", "stop"]
for index, text in enumerate(program):
    try:
        print(describe(parse_command(text, index + 1)))
    except CommandError as error:
        print(f"line {error.line}: {error}")
