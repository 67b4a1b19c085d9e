// Where the real clients are, and what to say when one is not installed.
import { execFileSync } from "node:child_process";
import type { TestContext } from "vitest";

/** The path of the first of `names` that is installed, or null. */
function find(...names: string[]): string | null {
  for (const name of names) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      continue;
    }
  }
  return null;
}

/** Paths of the programs that tests drive; null where one is not installed. */
export const programs = {
  chromium: find("chromium", "chromium-browser", "google-chrome"),
  curl: find("curl"),
  ffmpeg: find("ffmpeg"),
  python3: find("python3"),
};

/** The program's path; skips the test, saying why, where it is missing. */
export function requireProgram(context: TestContext, name: keyof typeof programs): string {
  const path = programs[name];
  if (path === null) context.skip(`${name} is not installed`);
  return path as string;
}
