import { configDefaults, defineConfig } from "vitest/config";

const transpiler = ["test/transpiler/**/*.test.ts"];
/** Tests with real clients, on real ports: a file at a time, so that none starves another. */
const inRealTime = [
  "test/boards/**/*.test.ts",
  "test/e2e/**/*.test.ts",
  "test/firmware-ts/web/**/*.test.ts",
  "test/firmware-ts/http-cpython.test.ts",
  "test/host-sim/{any-program,engines,probes,real-sockets,recording,served-board}.test.ts",
  "test/host-sim/camera-sources/**/*.test.ts",
  "test/host-sim/repl/**/*.test.ts",
];

export default defineConfig({
  test: {
    globalSetup: ["test/global-setup.ts"],
    reporters: ["default", "./test/summary-reporter.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "transpiler",
          include: transpiler,
          // It keeps nothing from one program to the next, and takes a while to load.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "at any pace",
          include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...transpiler, ...inRealTime],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "in real time",
          include: inRealTime,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
