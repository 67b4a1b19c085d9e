/** What a program shows to the world: the lines it prints, and whether it ended by an exception. */
export interface Outcome {
  lines: string[];
  /** Nobody caught what it threw. */
  threw: boolean;
}

/** A program by file name; the first is its entry. */
export type ProgramFiles = Readonly<Record<string, string>>;

export const linesOf = (printed: string): string[] =>
  printed === "" ? [] : printed.replace(/\n$/, "").split("\n");

/** Where the program of a case begins: modules stand in the order in which they are needed. */
export const entryPathOf = (modules: readonly { path: string }[]): string =>
  (modules.find(({ path }) => path === "main.py") ?? modules[0])?.path ?? "";
