// Runs the firmware's TypeScript itself, bundled to one script, on the same hardware.
import type { Chip } from "../../hardware/chip";
import { PowerLoss } from "../../hardware/power-loss";
import type { Engine, FirmwareProgram, ProgramEnd } from "../engine";
import { FileSystem } from "./files";
import { moduleTable } from "./modules";
import { Realm } from "./realm";
import { printException, useSourceMap } from "./traceback";

export class NodeEngine implements Engine {
  async run(
    chip: Chip,
    { javascript }: FirmwareProgram,
    print: (line: string) => void,
  ): Promise<ProgramEnd> {
    if (javascript === undefined)
      throw new Error("The node engine needs the program's JavaScript.");
    // A coroutine that nobody awaits: what it threw was on the console or nobody's business.
    process.on("unhandledRejection", () => {});
    const realm = new Realm(print);
    const fileSystem = new FileSystem(realm, chip.storage.drive);
    realm.define("open", (path: string, mode: string) => fileSystem.open(path, mode));
    useSourceMap(javascript);
    try {
      realm.run(javascript, moduleTable(realm, chip, fileSystem));
      return { status: 0, restart: false };
    } catch (error) {
      if (error instanceof PowerLoss) throw error;
      if (realm.isException(error, "ReloadException")) return { status: 0, restart: true };
      if (realm.isException(error, "KeyboardInterrupt")) return { status: 0, restart: false };
      printException(realm, error);
      return { status: 1, restart: false };
    }
  }
}
