// Pictures per second of four viewers alone, then beside one that stopped reading and one that reads
// 50 kB/s, then alone again: three windows of one run, so that the ratio does not depend on the machine.
// usage: node build/bench/fan-out.js [python|node] [seconds per window]
import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { MultipartViewer } from "../test/e2e/support/multipart-viewer";
import { Simulator } from "../test/e2e/support/simulator";

const SLOW_RATE = "50k";
const engine = process.argv[2] ?? "python";
const windowSeconds = Number(process.argv[3] ?? 10);

async function measure(viewers: MultipartViewer[]): Promise<number[]> {
  const before = viewers.map((viewer) => viewer.pictures.length);
  const start = performance.now();
  await sleep(windowSeconds * 1000);
  const seconds = (performance.now() - start) / 1000;
  return viewers.map((viewer, index) => (viewer.pictures.length - before[index]!) / seconds);
}

function curl(...options: string[]): ChildProcess {
  return spawn("curl", ["-sSN", "-o", "/dev/null", ...options], { stdio: "ignore" });
}

function report(label: string, rates: number[]): void {
  console.log(`${label.padEnd(40)} ${rates.map((rate) => rate.toFixed(1)).join("  ")} fps`);
}

const simulator = await Simulator.start("--engine", engine, "--camera", "pattern:640x480@25");
const stream = new URL("stream", simulator.address).href;
const disturbers: ChildProcess[] = [];
try {
  const viewers = [1, 2, 3, 4].map(() => MultipartViewer.open(simulator.port));
  await Promise.all(viewers.map((viewer) => viewer.waitForPictures(5)));
  const alone = await measure(viewers);
  report(`${engine}: four viewers`, alone);

  const stopped = curl(stream);
  disturbers.push(stopped, curl("--limit-rate", SLOW_RATE, stream));
  await simulator.waitFor(/viewer 6 joined/);
  stopped.kill("SIGSTOP");
  const disturbed = await measure(viewers);
  report("beside one stopped and one at 50 kB/s", disturbed);

  for (const child of disturbers) child.kill("SIGKILL");
  const after = await measure(viewers);
  report("alone again", after);

  const baseline = viewers.map((_, index) => (alone[index]! + after[index]!) / 2);
  const ratios = disturbed.map((rate, index) => rate / baseline[index]!);
  console.log(
    `share of their pictures kept: ${ratios.map((ratio) => ratio.toFixed(3)).join("  ")}`,
  );
} finally {
  for (const child of disturbers) child.kill("SIGKILL");
  await simulator.interrupt();
}
