// The worker thread of a virtual board: its world, its chip, and the engine with the program.
import { parentPort, workerData } from "node:worker_threads";
import { openCameraSource } from "../camera-sources/index";
import { engines } from "../engines/engines";
import type { WorldStart } from "./messages";
import { World } from "./world";

async function live(start: WorldStart): Promise<void> {
  if (parentPort === null) throw new Error("world-worker runs only as a worker thread.");
  const world = new World(parentPort, start, await openCameraSource(start.camera));
  world.begin();
  const print = (line: string) => world.print(line);
  const end = await new engines[start.engine]().run(world.chip, start.program, print);
  world.goOn(end);
}

await live(workerData as WorldStart);
