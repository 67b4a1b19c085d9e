// A board's floats on the simulator: the copy that the transpiler makes is what runs.
import { expect, test } from "vitest";
import { linesOf, startProgram, startPython } from "../support/virtual-program";

const program = `
const now = 1700000000123 / 1000;
console.log(now % 1 > 0 ? "a fraction" : "none");
`;

test("a program that depends on wide floats shows it", async () => {
  const board = await startProgram(program, { floats: "board" });
  expect(await linesOf(board)).toEqual(["none"]);
});

test("unless it is asked for, floats are wide", async () => {
  expect(await linesOf(await startProgram(program, {}))).toEqual(["a fraction"]);
});

test("what is not transpiled has them as they are", async () => {
  await expect(startPython("", { floats: "board" })).rejects.toThrow(
    /needs a program in TypeScript/,
  );
  const onNode = startProgram(program, { floats: "board", engine: "node" });
  await expect(onNode).rejects.toThrow(/the python engine/);
});
