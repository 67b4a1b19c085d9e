// What a user may bound of a run's memory, and what is wrong with it.
import { UserError } from "../../transpiler/cli/command";
import type { MemoryLimits } from "../hardware/memory-limits";
import type { EngineName } from "./engine";

export interface MemoryOptions {
  heap?: number | undefined;
}

/** Below that no program of CircuitPython's starts. */
const leastHeap = 8 * 1024;

/** @throws UserError for bounds that can't be, or that the engine can't keep */
export function memoryLimits({ heap }: MemoryOptions, engine: EngineName): MemoryLimits {
  if (heap === undefined) return { heapBytes: null };
  if (!Number.isInteger(heap) || heap < leastHeap)
    throw new UserError(`The heap is a number of bytes, ${leastHeap} at least: not ${heap}.`, 2);
  if (engine === "node")
    throw new UserError(
      'Only the python engine bounds the heap: Node\'s objects have other sizes. Take engine "python".',
      2,
    );
  return { heapBytes: heap };
}
