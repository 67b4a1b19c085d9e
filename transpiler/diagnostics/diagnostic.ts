// What is told about a program: TypeScript's own errors and the catalogue's.
import { ts } from "ts-morph";
import { catalogue, filled, type Refusal } from "./catalogue";

export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as TypeScript counts. */
  readonly column: number;
}

export interface Range extends Place {
  readonly endLine: number;
  /** Of the first character behind. */
  readonly endColumn: number;
}

export interface Diagnostic extends Range {
  /** `TPY…` from the catalogue, `TS…` from TypeScript. Permanent. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** One line: why, and what to write instead. */
  readonly message: string;
  /** The end of `message` that is advice; TypeScript gives none. */
  readonly instead?: string;
}

export function placeOf(node: ts.Node): Place {
  const source = node.getSourceFile();
  return placeAt(source, node.getStart(source));
}

function placeAt(source: ts.SourceFile, position: number): Place {
  const { line, character } = source.getLineAndCharacterOfPosition(position);
  return { file: source.fileName.replace(/^\//, ""), line: line + 1, column: character + 1 };
}

export const rangeOf = (node: ts.Node): Range =>
  rangeBetween(node.getSourceFile(), node.getStart(), node.end);

function rangeBetween(source: ts.SourceFile, start: number, end: number): Range {
  const { line, column } = placeAt(source, end);
  return { ...placeAt(source, start), endLine: line, endColumn: column };
}

/** The first character of a file, for what concerns all of it. */
export const beginningOf = (file: string): Range => ({
  file: file.replace(/^\//, ""),
  ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
});

export function refusalAt(
  range: Range,
  refusal: Refusal,
  details: readonly string[] = [],
  /** What to write instead, where that can be said better than for all such places. */
  advice?: string,
): Diagnostic {
  const { code, why } = catalogue[refusal];
  const instead = advice ?? filled(catalogue[refusal].instead, details);
  return {
    code,
    severity: "error",
    message: `${filled(why, details)} ${instead}`,
    instead,
    ...range,
  };
}

/** A defect of Taipan's: no program deserves it, so it is not in the catalogue. */
export const OWN_FAULT = { code: "TPY1000", severity: "error" } as const;

/** TypeScript's own error in the same shape. */
export function fromTypeScript({ code, messageText, ...at }: ts.Diagnostic): Diagnostic {
  const start = at.start ?? 0;
  return {
    code: `TS${code}`,
    severity: "error",
    message: ts.flattenDiagnosticMessageText(messageText, " "),
    ...(at.file === undefined
      ? beginningOf("")
      : rangeBetween(at.file, start, start + (at.length ?? 0))),
  };
}

/** `firmware-ts/camera/code.ts:12:5 - error TPY1042: …` */
export function format(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message } = diagnostic;
  return `${file}:${line}:${column} - ${severity} ${code}: ${message}`;
}
