// What is told about a program: TypeScript's own errors and the catalogue's.
import { ts } from "ts-morph";

export interface Diagnostic {
  /** `TPY…` from the catalogue, `TS…` from TypeScript. Permanent. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** One line: why, and what to write instead. */
  readonly message: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function placeOf(node: ts.Node): Place {
  const source = node.getSourceFile();
  return placeAt(source, node.getStart(source));
}

export function placeAt(source: ts.SourceFile, position: number): Place {
  const { line, character } = source.getLineAndCharacterOfPosition(position);
  return { file: source.fileName.replace(/^\//, ""), line: line + 1, column: character + 1 };
}

/** TypeScript's own error in the same shape. */
export function fromTypeScript(diagnostic: ts.Diagnostic): Diagnostic {
  const place =
    diagnostic.file === undefined
      ? { file: "", line: 1, column: 1 }
      : placeAt(diagnostic.file, diagnostic.start ?? 0);
  return {
    code: `TS${diagnostic.code}`,
    severity: "error",
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " "),
    ...place,
  };
}

/** `firmware-ts/camera/code.ts:12:5 - error TPY1042: …` */
export function format(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message } = diagnostic;
  return `${file}:${line}:${column} - ${severity} ${code}: ${message}`;
}
