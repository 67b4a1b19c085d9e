// How long the transpiler takes: a build of the whole firmware beside `tsc --noEmit` on the same files,
// by turns, so that the ratio does not depend on the machine; a build again after a change of one
// line; a program of some thirty lines in a process that has transpiled before.
// usage: node build/bench/transpile.js [repetitions]
import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { transpile } from "../transpiler/index";

const repetitions = Number(process.argv[2] ?? 10);
const COMMAND = resolve("build/taipan.js");
const TSC = resolve("node_modules/typescript/bin/tsc");
/** A process gets faster for its first programs. */
const WARMING = 5;

const folder = mkdtempSync(join(tmpdir(), "taipan-bench-"));

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function command(...parameters: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${parameters.join(" ")}: ${stderr}`);
}

function report(label: string, milliseconds: number, remark: string): void {
  console.log(`  ${label.padEnd(28)}${milliseconds.toFixed(0).padStart(6)} ms  ${remark}`);
}

function measureBuild(): void {
  const config = join(folder, "tsconfig.json");
  const firmware = resolve("firmware-ts");
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(firmware, "tsconfig.json"),
      include: ["types", "http", "camera"].map((name) => join(firmware, name)),
    }),
  );
  const builds: number[] = [];
  const checks: number[] = [];
  for (let turn = 0; turn < repetitions; turn++) {
    builds.push(timed(() => command(COMMAND, "build", "--out", join(folder, "built"))));
    checks.push(timed(() => command(TSC, "--noEmit", "-p", config)));
  }
  report("tsc --noEmit, cold", median(checks), "");
  const ratio = median(builds) / median(checks);
  report("taipan build, cold", median(builds), `${ratio.toFixed(2)} × tsc (goal: 1.5)`);
}

/** Changes the entry again and again, and takes what the command says of each time. */
async function measureWatch(): Promise<void> {
  const entry = join(folder, "code.ts");
  copyFileSync("firmware-ts/camera/code.ts", entry);
  const out = join(folder, "watched");
  const watching = spawn(process.execPath, [COMMAND, "build", entry, "--out", out, "--watch"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const times: number[] = [];
  const text = readFileSync(entry, "utf8");
  for await (const line of createInterface(watching.stderr)) {
    const time = /^Done in (\d+) ms/.exec(line)?.[1];
    if (time === undefined) continue;
    times.push(Number(time));
    if (times.length > WARMING + repetitions) watching.kill("SIGINT");
    else writeFileSync(entry, `${text}console.log(${times.length});\n`);
  }
  report("--watch, after a change", median(times.slice(1 + WARMING)), "(goal: 150)");
}

function measurePrograms(): void {
  for (const file of readdirSync("bench/programs").filter((name) => name.endsWith(".ts"))) {
    const text = readFileSync(join("bench/programs", file), "utf8");
    const run = () => transpile({ "main.ts": text }, { entry: "main.ts" });
    for (let turn = 0; turn < WARMING; turn++) run();
    const times = Array.from({ length: repetitions }, () => timed(run));
    const lines = text.split("\n").length - 1;
    report(`transpile() ${file}`, median(times), `${lines} lines (goal: 25 for 30)`);
  }
}

try {
  console.log(`transpiler, median of ${repetitions}`);
  measureBuild();
  await measureWatch();
  measurePrograms();
} finally {
  rmSync(folder, { recursive: true });
}
