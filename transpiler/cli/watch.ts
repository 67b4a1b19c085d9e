// `--watch`: a command runs again whenever a file that it looked at has changed.
import { setMaxListeners } from "node:events";
import { existsSync, watch } from "node:fs";
import { dirname, relative } from "node:path";
import { counted } from "../diagnostics/report";
import { isWatched, UserError, type CommandArguments } from "./command";
import { changedSince, keepLooks, type Looks } from "./looks";
import { expectSingleRun } from "./single-run";

/** Editors write a file in several steps, some milliseconds apart. */
const QUIET_MILLISECONDS = 10;

/** Runs `attempt`: once, or with `--watch` until it is interrupted. */
export async function repeated(
  args: CommandArguments,
  attempt: () => Promise<number>,
): Promise<number> {
  if (!isWatched(args)) {
    expectSingleRun();
    return attempt();
  }
  if (args.positionals[0] === "-")
    throw new UserError("Standard input does not change. Name a file to watch.", 2);
  return watching(attempt);
}

async function watching(attempt: () => Promise<number>): Promise<number> {
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort());
  for (let isFirst = true; !interrupt.signal.aborted; isFirst = false) {
    const looks = keepLooks();
    const start = performance.now();
    const status = await tolerated(attempt, isFirst);
    const outcome = `${status === 0 ? "Done" : "Failed"} in ${Math.round(performance.now() - start)} ms`;
    console.error(`${outcome}. Watching ${counted(looks.size, "file")}; Ctrl+C ends.`);
    const changed = await changeOf(looks, interrupt.signal);
    if (changed !== null) console.error(`${relative("", changed)} has changed.`);
  }
  return 0;
}

/** What a user can mend is told and waited for; wrong usage ends a command that has not begun. */
async function tolerated(attempt: () => Promise<number>, isFirst: boolean): Promise<number> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof UserError) || (isFirst && error.exitStatus === 2)) throw error;
    console.error(`taipan: ${error.message}`);
    return error.exitStatus;
  }
}

/** Waits for a change of what was looked at; null when interrupted. */
function changeOf(looks: Looks, interrupted: AbortSignal): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const finish = (changed: string | null): void => {
      clearTimeout(timer);
      end.abort();
      resolve(changed);
    };
    const look = (): void => {
      const changed = changedSince(looks);
      if (changed !== undefined) finish(changed);
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, QUIET_MILLISECONDS);
    };
    // What changed while the command ran raises no event any more.
    let timer = setTimeout(look, 0);
    if (interrupted.aborted) return finish(null);
    interrupted.addEventListener("abort", () => finish(null), { signal: end.signal });
    const folders = foldersOf(looks);
    // One for each folder and one for the interrupt: Node warns of more than ten, which look like a leak.
    setMaxListeners(folders.size + 1, end.signal);
    for (const folder of folders)
      watch(folder, { signal: end.signal }, later).on("error", (error) => {
        end.abort();
        reject(new UserError(`${folder} can't be watched (${error.message}).`));
      });
  });
}

/** A file that is not there yet is waited for in the nearest folder that is. */
function foldersOf(looks: Looks): Set<string> {
  return new Set(
    [...looks.keys()].map((path) => {
      let folder = dirname(path);
      while (!existsSync(folder)) folder = dirname(folder);
      return folder;
    }),
  );
}
