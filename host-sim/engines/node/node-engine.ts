// Runs the firmware's TypeScript itself, bundled to one script.
import type { Engine, ProgramEnd } from "../engine";

export class NodeEngine implements Engine {
  run(): Promise<ProgramEnd> {
    throw new Error("not yet");
  }
}
