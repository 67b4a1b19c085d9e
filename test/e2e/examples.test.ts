// The programs of examples/: README's, and those to start from, run as their reader runs them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildBundle } from "../../boards/bundle";
import { loadBoard } from "../../boards/definition";
import { packageRoot } from "../../transpiler/package-root";
import { Simulator } from "./support/simulator";

const readme = readFileSync(join(packageRoot, "README.md"), "utf8");

/** Example → path → what is answered there. */
const answers: Record<string, Record<string, RegExp>> = {
  "hello.ts": { "hello/Ada%20L": /^Hello, Ada L!$/ },
  "uptime.ts": {
    "": /^Visit 1, \d+ seconds after start\.$/,
    status: /^\{"board": ?"seeed_xiao_esp32_s3_sense", ?"uptime": ?[\d.]+, ?"visits": ?1\}$/,
  },
};

test.each([
  [0, "hello.ts"],
  [1, "hello.test.ts"],
])("README's program %i is examples/%s, to the letter", (index, name) => {
  const quoted = [...readme.matchAll(/```ts\n([\s\S]+?)```/g)][index]?.[1];
  expect(readFileSync(join(packageRoot, "examples", name), "utf8")).toBe(quoted);
});

const examples = readdirSync(join(packageRoot, "examples")).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
);

describe.each(examples)("%s", (name) => {
  test.each(["python", "node"])("answers with the engine %s", async (engine) => {
    const simulator = await Simulator.start("--engine", engine, `examples/${name}`);
    try {
      const expected = Object.entries(answers[name] ?? {});
      expect(expected.length).toBeGreaterThan(0);
      for (const [path, text] of expected) {
        const response = await fetch(new URL(path, simulator.address));
        expect(response.status).toBe(200);
        expect(await response.text()).toMatch(text);
      }
    } finally {
      await simulator.interrupt();
    }
  });

  test("takes nothing of the camera onto a board", async () => {
    const board = loadBoard("seeed_xiao_esp32_s3_sense");
    const entry = `examples/${name}`;
    const { files } = await buildBundle({ projectRoot: packageRoot, entry, board });
    const parts = [...files.keys()].map((path) => path.split("/").slice(0, 2).join("/"));
    expect(parts).toContain("lib/taipan_http");
    expect(parts.filter((part) => /www|camera|asyncio|ticks/.test(part))).toEqual([]);
  });
});
