// The examples of the catalogue, as the manual shows them: the wrong one is refused for that reason
// alone, the right one does the same on both sides.
import { describe, expect, it } from "vitest";
import {
  catalogue,
  messageOf,
  retired,
  type Refusal,
} from "../../transpiler/diagnostics/catalogue";
import { filesOf } from "../../transpiler/diagnostics/entry";
import { transpile } from "../../transpiler/index";
import { emit, runsAlike } from "./run-alike";

const refusals = Object.keys(catalogue) as Refusal[];

describe("the wrong example", () => {
  it.each(refusals)("of %s", (refusal) => {
    const { code, wrong } = catalogue[refusal];
    const files = filesOf(wrong);
    const { diagnostics } = transpile(files, { entry: Object.keys(files)[0] ?? "" });
    // A module that nobody knows is TypeScript's error, too.
    const own = diagnostics.filter((found) => found.code.startsWith("TPY"));
    expect([...new Set(own.map((found) => found.code))]).toEqual([code]);
  });
});

/** Node has none of a board's modules. */
const needsBoard = (files: Record<string, string>) =>
  Object.values(files).some((text) => / from "(asyncio|time)"/.test(text));

describe("the right example", () => {
  it.each(refusals)("of %s", async (refusal) => {
    const files = filesOf(catalogue[refusal].right);
    if (needsBoard(files)) emit(files);
    else await runsAlike(files);
  });
});

describe("refusals", () => {
  it("have a code of their own each", () => {
    const codes = [...retired, ...Object.values(catalogue).map(({ code }) => code)];
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("say why and what to write instead in one line", () => {
    for (const refusal of refusals)
      expect(messageOf(refusal, ["a", "b", "c", "d"])).toMatch(/^[^\n{}]+\. .+\.?$/);
  });
});
