// Diagnostics as a person reads them: where and why, the code itself, what to write instead.
import { noColours, type Colours } from "./colours";
import type { Diagnostic } from "./diagnostic";
import { codeFrame } from "./frame";

/** `1 file`, `2 files` */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function told(diagnostic: Diagnostic, source: string | undefined, colours: Colours): string {
  const { file, line, column, severity, code, message, instead } = diagnostic;
  const why = instead === undefined ? message : message.slice(0, -instead.length).trimEnd();
  const kind = colours[severity](`${severity} ${code}`);
  const place = colours.place(`${file}:${line}:${column}`);
  return [
    `${place} - ${kind}: ${why}`,
    ...(source === undefined ? [] : codeFrame(source, diagnostic, colours)),
    ...(instead === undefined ? [] : [`  ${colours.advice("instead:")} ${instead}`]),
  ].join("\n");
}

/** What TypeScript says of names and modules that it does not know: it would have Node's types installed. */
const UNKNOWN_NAMES = /^TS(2304|2307|2580|2591)$/;

/** Whether the catalogue's own refusal of a name stands at the same place. */
const isSaidBetter = (found: Diagnostic, all: readonly Diagnostic[]): boolean =>
  UNKNOWN_NAMES.test(found.code) &&
  all.some(
    ({ code, file, line, column }) =>
      /^TPY400[13]$/.test(code) &&
      file === found.file &&
      line === found.line &&
      column === found.column,
  );

/**
 * Every diagnostic with its code, and how many there are; nothing where there are none.
 * @param files TypeScript by file name
 */
export function report(
  diagnostics: readonly Diagnostic[],
  files: Readonly<Record<string, string>>,
  colours: Colours = noColours,
): string {
  if (diagnostics.length === 0) return "";
  const shown = diagnostics.filter((found) => !isSaidBetter(found, diagnostics));
  const texts = shown.map((found) => told(found, files[found.file], colours));
  const count = new Set(diagnostics.map(({ file }) => file)).size;
  const sum = `${counted(shown.length, "problem")} in ${counted(count, "file")}.`;
  return [...texts, sum].join("\n\n");
}
