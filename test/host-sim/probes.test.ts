// The simulator against real code: the same probes run on its python engine and on a real
// implementation. Each difference is in probes/differences.ts, with the reason for it.
import { expect, test, type TestContext } from "vitest";
import { differences, type ProbeName } from "./probes/differences";
import {
  onCPython,
  onMicroPython,
  onSimulator,
  withoutLinux,
  withoutMicroPython,
  type Outcomes,
} from "./probes/run";

const language: readonly ProbeName[] = [
  "text",
  "numbers",
  "containers",
  "exceptions",
  "modules",
  "polling",
];
const absent = "(no such line)";

function differing(simulated: Outcomes, real: Outcomes): Record<string, [string, string]> {
  const found: Record<string, [string, string]> = {};
  for (const line of new Set([...simulated.keys(), ...real.keys()])) {
    const both: [string, string] = [simulated.get(line) ?? absent, real.get(line) ?? absent];
    if (both[0] !== both[1]) found[line] = both;
  }
  return found;
}

/** A difference that is not listed fails, and a listed one that is none. */
async function compare(probe: ProbeName, real: Outcomes): Promise<void> {
  const simulated = await onSimulator(probe);
  expect(simulated.size).toBeGreaterThan(20);
  const listed = differences[probe].flatMap(({ lines }) => Object.entries(lines));
  expect(differing(simulated, real)).toEqual(Object.fromEntries(listed));
}

function skipFor(reason: string | null, { skip }: TestContext): void {
  if (reason !== null) skip(reason);
}

test.for(language)("%s, as in MicroPython's unix VM", async (probe, context) => {
  skipFor(withoutMicroPython, context);
  await compare(probe, onMicroPython(probe));
});

test("tcp, as with CPython's sockets", async (context) => {
  skipFor(withoutLinux, context);
  await compare("tcp", onCPython("tcp"));
});
