// Runs commands as README quotes them: in the checkout, through a shell, as its reader does.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { packageRoot } from "../../../transpiler/package-root";

/** Every command that a page quotes: lines of its shell blocks, and inline code that begins as one. */
export function quotedCommands(page: string): string[] {
  const blocks = [...page.matchAll(/```sh\n([\s\S]+?)```/g)].flatMap(([, text = ""]) =>
    text.split("\n").map((line) => line.replace(/\s+#.*/, "").trim()),
  );
  const inline = [...page.matchAll(/`((?:make|node) [^`\n]+)`/g)].map(([, text = ""]) => text);
  return [...new Set([...blocks, ...inline])].filter((command) => command !== "");
}

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

export function runToEnd(command: string): Outcome {
  return spawnSync("sh", ["-c", command], {
    cwd: packageRoot,
    encoding: "utf8",
    timeout: 120_000,
  });
}

/** The same for a command that talks to this very process, which has to stay awake for it. */
export async function runBeside(command: string): Promise<number | null> {
  const child = spawn("sh", ["-c", command], { cwd: packageRoot, stdio: "ignore" });
  const [status] = (await once(child, "exit")) as [number | null];
  return status;
}

/** Starts a command, hands over the address that it prints, and ends it by Ctrl+C. */
export async function whileServing(
  command: string,
  look: (address: string) => Promise<void>,
): Promise<void> {
  const child = spawn("sh", ["-c", command], {
    cwd: packageRoot,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let served = false;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /Live at (\S+)/.exec(line)?.[1];
      if (address === undefined) continue;
      served = true;
      await look(address);
      break;
    }
  } finally {
    const exited = child.exitCode === null ? once(child, "exit") : undefined;
    // A terminal sends Ctrl+C to everything in the foreground, make included.
    if (exited !== undefined) process.kill(-child.pid!, "SIGINT");
    await exited;
  }
  if (!served) throw new Error(`${command}: ended before it served`);
}
