// A minute of streaming to six viewers in virtual time: what it costs on each engine, and whether
// the same seed gives the same run every time.
import { createHash } from "node:crypto";
import { VirtualBoard, type EngineName } from "../host-sim/index";

const goals: Record<EngineName, number> = { node: 3, python: 15 };
const runs = Number(process.env["RUNS"] ?? 20);

interface Run {
  /** Of all threads of this process. */
  cpuSeconds: number;
  wallSeconds: number;
  pictures: number;
  /** Of everything that was seen of the board. */
  hash: string;
}

async function minute(engine: EngineName): Promise<Run> {
  const board = await VirtualBoard.start({
    engine,
    entry: "firmware-ts/camera/code.ts",
    radioKilobytesPerSecond: 170,
    seed: 5,
  });
  await board.serving();
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const link = { jitterMs: 4, loss: 0.005 };
  const viewers = Array.from({ length: 6 }, () => board.watch("/stream", link));
  await board.run(60);
  const wallSeconds = (performance.now() - wall) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await board.stop();
  const seen = createHash("sha256").update(JSON.stringify(board.console));
  for (const { frames } of viewers)
    for (const { atMs, bytes } of frames) seen.update(String(atMs)).update(bytes);
  const pictures = viewers.reduce((sum, { frames }) => sum + frames.length, 0);
  return { cpuSeconds: (user + system) / 1e6, wallSeconds, pictures, hash: seen.digest("hex") };
}

for (const engine of ["node", "python"] as const) {
  const first = await minute(engine);
  const { cpuSeconds, wallSeconds, pictures } = first;
  console.log(
    `${engine.padEnd(6)} ${wallSeconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of CPU ` +
      `(goal ${goals[engine]}) for ${pictures} pictures`,
  );
  const hashes = new Set([first.hash]);
  for (let run = 1; run < runs; run += 1) hashes.add((await minute(engine)).hash);
  console.log(
    `       ${runs} runs with one seed: ${hashes.size === 1 ? "identical" : `${hashes.size} kinds`}`,
  );
}
