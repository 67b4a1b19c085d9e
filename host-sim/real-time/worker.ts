// The worker thread: the chip, the engine, and in it the program.
import { parentPort, workerData } from "node:worker_threads";
import { engines } from "../engines/engines";
import { Drive, driveBytes } from "../hardware/drive";
import { Faults } from "../hardware/faults";
import { Reset } from "../hardware/power-loss";
import { Chip } from "../hardware/chip";
import type { WorkerStart } from "./messages";
import { SharedState } from "./shared-state";
import { WorkerLink } from "./worker-link";

async function runProgram(start: WorkerStart): Promise<void> {
  if (parentPort === null) throw new Error("board-worker runs only as a worker thread.");
  const link = new WorkerLink(parentPort, new SharedState(start.shared), start.timeFactor);
  const { board, settings, address, sensor, program } = start;
  const faults = new Faults();
  const chip = new Chip({
    board,
    settings,
    address,
    ...(sensor === undefined ? {} : { sensor }),
    clock: link,
    network: link,
    pictures: link,
    interrupt: link,
    faults,
    drive: new Drive(program.files, driveBytes(board.flashBytes), "usb", faults),
  });
  link.attach(chip);
  const print = (line: string) => link.post({ type: "console", line });
  try {
    const end = await new engines[start.engine]().run(chip, program, print);
    chip.endOfProgram();
    link.post({ type: "ended", end });
  } catch (error) {
    if (!(error instanceof Reset)) throw error;
    link.post({ type: "ended", end: { status: 0, restart: true } });
  }
}

await runProgram(workerData as WorkerStart);
