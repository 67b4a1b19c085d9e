// The worker thread: the chip, the engine, and in it the program.
import { parentPort, workerData } from "node:worker_threads";
import type { ProgramEnd } from "../engines/engine";
import { engines } from "../engines/engines";
import { MainLoop } from "../engines/main-loop";
import { Drive, driveBytes } from "../hardware/drive";
import { CardSlot } from "../hardware/card-slot";
import { FolderFiles } from "../hardware/folder-files";
import { Faults } from "../hardware/faults";
import { Reset, type ResetReason } from "../hardware/power-loss";
import { Chip } from "../hardware/chip";
import { RealTimeClock } from "../hardware/real-time-clock";
import type { Kept, WorkerStart } from "./messages";
import { SharedState } from "./shared-state";
import { WorkerLink } from "./worker-link";

function makeChip(start: WorkerStart, link: WorkerLink): Chip {
  const { board, settings, address, sensor, card, program, kept, memory } = start;
  const faults = new Faults();
  const files = kept?.files ?? program.files;
  return new Chip({
    board,
    settings,
    address,
    memory,
    ...(sensor === undefined ? {} : { sensor }),
    clock: link,
    network: link,
    pictures: link,
    interrupt: link,
    cardSlot: new CardSlot(card === undefined ? null : new FolderFiles(card)),
    faults,
    drive: new Drive(files, driveBytes(board.flashBytes), "usb", faults, kept?.folders),
    realTimeClock: new RealTimeClock(() => link.nowMs(), kept?.realTimeMs),
    ...(kept === null ? {} : { nvm: kept.nvm, resetReason: kept.resetReason }),
  });
}

function keptBy({ storage, nvm, realTimeClock }: Chip, resetReason: ResetReason): Kept {
  const { contents, folderPaths } = storage.drive;
  const realTimeMs = realTimeClock.milliseconds;
  return { files: contents, folders: folderPaths, nvm, realTimeMs, resetReason };
}

async function runProgram(start: WorkerStart): Promise<void> {
  if (parentPort === null) throw new Error("board-worker runs only as a worker thread.");
  const link = new WorkerLink(parentPort, new SharedState(start.shared), start.timeFactor);
  const chip = makeChip(start, link);
  link.attach(chip);
  const print = (line: string) => link.post({ type: "console", line });
  const ended = (end: ProgramEnd, reason: ResetReason) =>
    link.post({ type: "ended", end, kept: keptBy(chip, reason) });
  const kinds = { engine: new engines[start.engine](), python: new engines.python() };
  const events = {
    print,
    reloaded: () => print("taipan: the program starts again"),
    bootPrinted: (line: string) => print(`taipan: boot.py: ${line}`),
  };
  try {
    ended(await new MainLoop(chip, kinds, start.program, events).run(), "POWER_ON");
  } catch (error) {
    if (!(error instanceof Reset)) throw error;
    ended({ status: 0, restart: true }, error.reason);
  }
}

await runProgram(workerData as WorkerStart);
