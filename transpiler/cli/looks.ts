// What a command looked at on disk: the files that it read, those that it missed, and folders of which
// it took all. Looking again tells whether there is anything to do.
import { readdirSync, readFileSync } from "node:fs";

/** What was seen at a path; null for nothing. */
interface Look {
  readonly seen: string | null;
  readonly again: () => string | null;
}

export type Looks = ReadonlyMap<string, Look>;

let looks: Map<string, Look> | null = null;

/** From now on looks are kept, here. */
export function keepLooks(): Looks {
  looks = new Map();
  return looks;
}

/** @param bytes null where there is no such file */
export function lookedAtFile(path: string, bytes: Buffer | null): void {
  looks?.set(path, { seen: bytes?.toString("latin1") ?? null, again: () => contentOf(path) });
}

export function lookedAtFolder(path: string): void {
  looks?.set(path, { seen: namesIn(path), again: () => namesIn(path) });
}

/** The first path at which there is something else now. */
export function changedSince(earlier: Looks): string | undefined {
  return [...earlier].find(([, { seen, again }]) => seen !== again())?.[0];
}

const contentOf = (path: string) => orNull(() => readFileSync(path, "latin1"));
const namesIn = (path: string) =>
  orNull(() => (readdirSync(path, { recursive: true }) as string[]).sort().join("\n"));

function orNull(look: () => string): string | null {
  try {
    return look();
  } catch {
    return null;
  }
}
