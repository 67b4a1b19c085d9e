// How many bits a program's floats have in the simulator, and what is wrong with that.
import { UserError } from "../../transpiler/cli/command";
import type { EngineName } from "./engine";

/** "board": every float has the 22 bits that a board's have. */
export type Floats = "board" | "double";

/** @throws UserError (2) where they can't be had: the transpiler adds the rounding */
export function checkFloats(floats: Floats, isPython: boolean, engine: EngineName): void {
  if (floats === "double" || (engine === "python" && !isPython)) return;
  throw new UserError(
    'floats: "board" needs a program in TypeScript and the python engine: the transpiler adds the rounding.',
    2,
  );
}
