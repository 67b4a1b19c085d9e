// What `taipan help` and `taipan COMMAND --help` print, in lines of a terminal's width.
import type { Command } from "../../transpiler/cli/command";

const lineWidth = 80;

/** Rows of a name and what it is; a text of several lines stays in its column. */
function columns(rows: readonly (readonly [name: string, text: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const indent = "\n".padEnd(width + 3);
  return rows
    .map(([name, text]) => `  ${name.padEnd(width)}${text.replaceAll("\n", indent)}`)
    .join("\n");
}

const optionUsage = ([name, { value }]: [string, { value?: string }]): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`;

/** `usage: taipan check [FILE] [--json]`, broken before the line gets too long. */
function usageOf({ name, program, options }: Command): string {
  const parts = Object.entries(options).map((option) => `[${optionUsage(option)}]`);
  if (program !== undefined) parts.unshift(program.usage);
  const start = `usage: taipan ${name}`;
  const lines = [start];
  for (const part of parts) {
    const longer = `${lines.at(-1)} ${part}`;
    if (longer.length <= lineWidth) lines[lines.length - 1] = longer;
    else lines.push(`${" ".repeat(start.length)} ${part}`);
  }
  return lines.join("\n");
}

/** All commands, a line each. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    "usage: taipan COMMAND [FILE] [OPTIONS]",
    columns(rows),
    "`taipan COMMAND --help` explains the options of a command.",
  ].join("\n\n");
}

/** One command with everything that it takes. */
export function explanation(command: Command): string {
  const { summary, program, options } = command;
  const rows = Object.entries(options).map(
    (option) => [optionUsage(option), option[1].help] as const,
  );
  if (program !== undefined) rows.unshift(["FILE", program.help]);
  const parts = [usageOf(command), `${summary[0]?.toUpperCase()}${summary.slice(1)}.`];
  return [...parts, ...(rows.length > 0 ? [columns(rows)] : [])].join("\n\n");
}
