// Finds the mpremote command and runs it: always bounded in time, never left behind.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { UserError } from "../transpiler/cli/command";
import { packageRoot } from "../transpiler/package-root";

/** A program and its first arguments. */
export type MpremoteCommand = readonly [program: string, ...prefix: string[]];

export interface MpremoteResult {
  /** Exit status; null when it was stopped. */
  status: number | null;
  timedOut: boolean;
  stdout: string;
  stderr: string;
}

const onWindows = process.platform === "win32";
const programName = onWindows ? "mpremote.exe" : "mpremote";
const pythonName = onWindows ? "python" : "python3";
/** Milliseconds in which Python should have found out whether it has a module. */
const probeLimit = 10_000;

const installHint =
  "mpremote, which talks to the board, was not found. " +
  "Install it with `pipx install mpremote` (or `pip install mpremote`), " +
  "or name it in TAIPAN_MPREMOTE.";

function onPath(path: string): string | undefined {
  const candidates = path.split(delimiter).filter((folder) => folder !== "");
  return candidates.map((folder) => join(folder, programName)).find((file) => existsSync(file));
}

function pythonHasMpremote(environment: NodeJS.ProcessEnv): boolean {
  const probe = spawnSync(pythonName, ["-c", "import mpremote"], {
    env: environment,
    stdio: "ignore",
    timeout: probeLimit,
  });
  return probe.status === 0;
}

/**
 * $TAIPAN_MPREMOTE, else the checkout's .venv, else PATH, else `python3 -m mpremote`.
 * @throws UserError saying how to get it
 */
export function findMpremote(
  environment: NodeJS.ProcessEnv = process.env,
  root = packageRoot,
): MpremoteCommand {
  const named = environment["TAIPAN_MPREMOTE"];
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return [named];
    throw new UserError(`TAIPAN_MPREMOTE names ${named}, which does not exist.`);
  }
  const own = join(root, ".venv", onWindows ? "Scripts" : "bin", programName);
  if (existsSync(own)) return [own];
  const found = onPath(environment["PATH"] ?? "");
  if (found !== undefined) return [found];
  if (pythonHasMpremote(environment)) return [pythonName, "-m", "mpremote"];
  throw new UserError(installHint);
}

/**
 * Runs mpremote and stops it when `limit` milliseconds have passed: with a board that dies in
 * the middle it waits for ever (mpremote 1.29, transport_serial.py: `serial.read` without timeout).
 * A Ctrl+C stops it too.
 */
export function runMpremote(
  [program, ...prefix]: MpremoteCommand,
  args: readonly string[],
  { folder, limit }: { folder: string; limit: number },
): Promise<MpremoteResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...prefix, ...args], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      // Its texts are read below: they should not depend on the user's language or terminal.
      env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONUNBUFFERED: "1" },
    });
    let timedOut = false;
    const output = { stdout: "", stderr: "" };
    const stop = () => child.kill("SIGKILL");
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, limit);
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
    child.once("error", (error) => {
      reject(new UserError(`mpremote could not be started (${error.message}). ${installHint}`));
    });
    child.once("close", (status) => {
      clearTimeout(timer);
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve({ status, timedOut, ...output });
    });
  });
}
