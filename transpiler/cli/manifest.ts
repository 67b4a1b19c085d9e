// What package.json says about a project, in its field "taipan".
import { existsSync } from "node:fs";
import { UserError } from "./command";
import { readText } from "./read-text";

export interface ProjectSettings {
  entry?: string;
  /** The folder of the pages. */
  web?: string;
}

/**
 * Of a package.json that is not there: nothing.
 * @throws UserError when it is not JSON, or the field holds something else
 */
export function settingsIn(manifest: string): ProjectSettings {
  if (!existsSync(manifest)) return {};
  const { entry, web } = membersOf(membersOf(parsed(manifest))["taipan"]);
  return { ...textMember(manifest, "entry", entry), ...textMember(manifest, "web", web) };
}

function parsed(manifest: string): unknown {
  const text = readText(manifest);
  try {
    // Editors on Windows put a byte order mark first, which npm passes over too.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UserError(`${manifest} is not valid JSON.`);
  }
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

function textMember(manifest: string, name: string, value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (typeof value === "string" && value !== "") return { [name]: value };
  throw new UserError(`${manifest}: "taipan": { "${name}" } is a path, as "main.ts".`);
}
