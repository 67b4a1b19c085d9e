// Runs the firmware's TypeScript itself, bundled to one script, on the same hardware.
import type { Chip } from "../../hardware/chip";
import { PowerLoss } from "../../hardware/power-loss";
import { randomSeed } from "../../hardware/random-numbers";
import type { Code, CodeEnd, Engine } from "../engine";
import { ProgramFiles } from "./files";
import { moduleTable } from "./modules";
import { Realm } from "./realm";
import { Timers } from "./timers";
import { formatException, printException, useSourceMap } from "./traceback";

export class NodeEngine implements Engine {
  async run(chip: Chip, { javascript }: Code, print: (line: string) => void): Promise<CodeEnd> {
    if (javascript === undefined)
      throw new Error("The node engine needs the program's JavaScript.");
    const realm = new Realm(print, randomSeed(chip.randomByte));
    chip.faults.onAllocation = (after) => realm.failAllocation(after);
    const timers = new Timers(realm, chip);
    process
      .removeAllListeners("unhandledRejection")
      .on("unhandledRejection", (error) => timers.rejected(error));
    realm.prelude.define(timers.functions());
    realm.define("performance", { now: () => Math.floor(chip.clock.nowMs()) });
    realm.define("structuredClone", structuredClone);
    const files = new ProgramFiles(realm, chip.storage.files);
    realm.define("open", (path: string, mode: string) => files.open(path, mode));
    useSourceMap(javascript);
    try {
      realm.run(javascript, moduleTable(realm, chip, files));
      await timers.runToEnd();
      return { outcome: "success", traceback: "" };
    } catch (error) {
      if (error instanceof PowerLoss) throw error;
      if (realm.isException(error, "ReloadException")) return { outcome: "reload", traceback: "" };
      const traceback = `${formatException(error).join("\n")}\n`;
      if (realm.isException(error, "KeyboardInterrupt"))
        return { outcome: "interrupted", traceback };
      printException(realm, error);
      return { outcome: "error", traceback };
    }
  }
}
