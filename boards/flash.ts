// Puts a bundle on a board through one run of mpremote, in the plainest form that works on
// CircuitPython, which lacks what mpremote's own recursive copy needs (os.ilistdir, errors by name):
// make directories, `fs cp -f` into each, verify, code.py last, verify, real reset.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { UserError } from "../transpiler/cli/command";
import { packageRoot } from "../transpiler/package-root";
import { writeBundle } from "./bundle-folder";
import { explainFailure } from "./flash-report";
import type { ManifestFile } from "./manifest";
import { findMpremote, runMpremote, type MpremoteCommand } from "./mpremote";

export interface FlashRequest {
  files: ReadonlyMap<string, Uint8Array>;
  /** As mpremote takes it: /dev/ttyACM0, COM3, socket://127.0.0.1:2323. */
  port: string;
  /** Default: the one that is found; see mpremote.ts. */
  mpremote?: MpremoteCommand;
  /** Milliseconds for the whole of it; default by the number of bytes. */
  limit?: number;
}

/** What the drive runs at start: copied last, when all that it imports is in place. */
const entryName = "code.py";

/** Milliseconds for starting, resetting and Python's own start, on a slow machine. */
const fixedLimit = 60_000;
/** The slowest connection in use is a UART at 115 200 baud: 11 kB/s, less mpremote's own costs. */
const slowestBytesPerMillisecond = 2;

function deviceScript(name: string): string {
  return join(packageRoot, "boards", "device", name);
}

/** All directories that the files need, parents first. */
function directoriesOf(files: readonly ManifestFile[]): string[] {
  const directories = new Set<string>();
  for (const { path } of files) {
    const parts = posix.dirname(path).split("/");
    if (parts[0] === ".") continue;
    parts.forEach((_, index) => directories.add(parts.slice(0, index + 1).join("/")));
  }
  return [...directories].sort();
}

/** Text as a Python literal: JSON's escapes are Python's, once all of it is ASCII. */
function pythonString(text: string): string {
  const escape = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replace(/[^ -~]/g, escape);
}

function copyCommands(files: readonly ManifestFile[]): string[][] {
  const byDirectory = new Map<string, string[]>();
  for (const { path } of files) {
    const directory = posix.dirname(path);
    byDirectory.set(directory, [...(byDirectory.get(directory) ?? []), path]);
  }
  // "fs cp" finds "." neither as ":." nor as a file's new name, but the working directory, ":".
  return [...byDirectory].map(([directory, paths]) => {
    return ["fs", "cp", "-f", ...paths, directory === "." ? ":" : `:/${directory}/`];
  });
}

function verifyCommand(files: readonly ManifestFile[]): string[] {
  const rows = files.map(
    ({ path, size, sha256 }) => `(${pythonString(`/${path}`)}, ${size}, "${sha256}"),`,
  );
  return ["exec", `expected = (${rows.join("")})`, "run", deviceScript("verify.py")];
}

/** The arguments of the one run of mpremote, whose working directory is the bundle's folder. */
export function flashArguments(port: string, files: readonly ManifestFile[]): string[] {
  const entry = files.filter(({ path }) => path === entryName);
  const rest = files.filter(({ path }) => path !== entryName);
  const directories = directoriesOf(files).map((path) => `${pythonString(`/${path}`)},`);
  const steps = [
    ["exec", `directories = (${directories.join("")})`, "run", deviceScript("prepare.py")],
    ...copyCommands(rest),
    verifyCommand(rest),
    ...copyCommands(entry),
    verifyCommand(entry),
    ["run", "--no-follow", deviceScript("restart.py")],
  ];
  return [
    "connect",
    port,
    ...steps.flatMap((step, index) => (index === 0 ? step : ["+", ...step])),
  ];
}

/**
 * Copies all files to the board, checks them there, and restarts it.
 * @throws UserError one line: what went wrong, and the way out
 */
export async function flash({ files, port, mpremote, limit }: FlashRequest): Promise<void> {
  const command = mpremote ?? findMpremote();
  const folder = mkdtempSync(join(tmpdir(), "taipan-flash-"));
  try {
    const manifest = writeBundle(folder, files);
    const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
    const result = await runMpremote(command, flashArguments(port, manifest.files), {
      folder,
      limit: limit ?? fixedLimit + bytes / slowestBytesPerMillisecond,
    });
    if (result.status !== 0) throw new UserError(explainFailure(result, port));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
