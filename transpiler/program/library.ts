// JavaScript's library, in one piece: TypeScript has it in eighty files, and looks for every one of
// them, and puts their declarations together, for every program anew.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ts } from "ts-morph";

/** ES2023, and `using`. */
const LIBRARIES = ["es2023", "esnext.disposable"];

export const LIBRARY_FILE = "/lib.es2023.d.ts";

/** Nobody asks for the documentation of JavaScript's own, which is three quarters of the text. */
const COMMENT = /\/\*[^]*?\*\//g;

const REFERENCE = /^\/\/\/ *<reference lib="([^"]+)" *\/>$/gm;

/** TypeScript's files lie beside it; the version is the one that ts-morph has. */
const folder = dirname(createRequire(import.meta.url).resolve("typescript"));

/** `name` with all that it refers to, each once, in the order in which TypeScript reads them. */
function texts(name: string, seen: Set<string>): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const text = readFileSync(join(folder, `lib.${name}.d.ts`), "utf8");
  const before = [...text.matchAll(REFERENCE)].flatMap(([, other = ""]) => texts(other, seen));
  return [...before, text.replace(REFERENCE, "").replace(COMMENT, "")];
}

const UNFILLED = "(arrayLength?: number): any[];";

/** `Array(n).fill(0)` holds numbers; for TypeScript's own library it may hold anything. */
const withFilledArrays = (text: string): string => `${text.replaceAll(
  UNFILLED,
  UNFILLED.replace("any[]", "UnfilledArray<any>"),
)}
interface UnfilledArray<T> extends Array<T> {
  fill(value: number, start?: number, end?: number): number[];
  fill(value: string, start?: number, end?: number): string[];
  fill(value: boolean, start?: number, end?: number): boolean[];
  fill(value: T, start?: number, end?: number): T[];
}
`;

let library: ts.SourceFile | undefined;

/** Parsed once, the same for every program. */
export function libraryFile(): ts.SourceFile {
  if (library !== undefined) return library;
  const seen = new Set<string>();
  const text = withFilledArrays(LIBRARIES.flatMap((name) => texts(name, seen)).join("\n"));
  library = ts.createSourceFile(LIBRARY_FILE, text, ts.ScriptTarget.ES2023);
  return library;
}

export function forgetLibrary(): void {
  library = undefined;
}
