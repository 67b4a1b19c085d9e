// The worker thread of a virtual board: its world, its chip, and the engine with the program.
import { parentPort, workerData } from "node:worker_threads";
import { openCameraSource } from "../camera-sources/index";
import { engines } from "../engines/engines";
import { PowerLoss } from "../hardware/power-loss";
import type { WorldStart } from "./messages";
import { World } from "./world";

/** From one start of the board to the next. */
async function powerCycle(
  world: World,
  { engine, program }: WorldStart,
  isFirst: boolean,
): Promise<void> {
  try {
    if (isFirst) world.begin();
    else world.restart();
    const end = await new engines[engine]().run(world.currentChip, program, (line) =>
      world.print(line),
    );
    world.endOfProgram();
    if (!end.restart) world.goOn(end);
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
  }
}

async function live(start: WorldStart): Promise<never> {
  if (parentPort === null) throw new Error("world-worker runs only as a worker thread.");
  const world = new World(parentPort, start, await openCameraSource(start.camera));
  for (let isFirst = true; ; isFirst = false) await powerCycle(world, start, isFirst);
}

await live(workerData as WorldStart);
