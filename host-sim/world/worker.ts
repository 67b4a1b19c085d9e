// The worker thread of a virtual board: its world, its chip, and the engine with the program.
import { parentPort, workerData } from "node:worker_threads";
import { openCameraSource } from "../camera-sources/index";
import { engines } from "../engines/engines";
import { MainLoop } from "../engines/main-loop";
import { PowerLoss, Reset, type ResetReason } from "../hardware/power-loss";
import type { WorldStart } from "./messages";
import { World } from "./world";

/** From one start of the board to the next, and why that comes. */
async function powerCycle(
  world: World,
  { engine, program }: WorldStart,
  reason: ResetReason | null,
): Promise<ResetReason> {
  try {
    if (reason === null) world.begin();
    else world.restart(reason);
    const kinds = { engine: new engines[engine](), python: new engines.python() };
    const end = await new MainLoop(world.currentChip, kinds, program, world).run();
    world.goOn(end);
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
    return error instanceof Reset ? error.reason : "POWER_ON";
  }
}

async function live(start: WorldStart): Promise<never> {
  if (parentPort === null) throw new Error("world-worker runs only as a worker thread.");
  const world = new World(parentPort, start, await openCameraSource(start.camera));
  for (let reason: ResetReason | null = null; ;) reason = await powerCycle(world, start, reason);
}

await live(workerData as WorldStart);
