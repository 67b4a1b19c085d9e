// 4xxx: modules and names.
import type { CatalogueEntry } from "./entry";

export const moduleRefusals = {
  unknownModule: {
    code: "TPY4001",
    why: "The module `{0}` is neither part of the program nor of CircuitPython's typings.",
    instead:
      'Check its name, or declare the module in a file that this one begins with: `/// <reference path="./pins.d.ts" />`.',
    wrong: `
      import { join } from "path-tools";
      console.log(join("www", "index.html"));
    `,
    right: `
      const join = (folder: string, name: string) => folder + "/" + name;
      console.log(join("www", "index.html"));
    `,
  },
  circularImport: {
    code: "TPY4002",
    why: "These modules import each other, {0}, and {1}.",
    instead:
      "Move what both need into a third module, or use it in functions that run when all are loaded.",
    wrong: {
      "main.ts": `
        import { area } from "./area";
        export const WIDTH = 640;
        console.log(area);
      `,
      "area.ts": `
        import { WIDTH } from "./main";
        export const area = WIDTH * 480;
      `,
    },
    right: {
      "main.ts": `
        import { area } from "./area";
        console.log(area);
      `,
      "area.ts": `
        import { WIDTH } from "./size";
        export const area = WIDTH * 480;
      `,
      "size.ts": `
        export const WIDTH = 640;
      `,
    },
  },
  unknownGlobal: {
    code: "TPY4003",
    why: "`{0}` is not available on a board.",
    instead: "Use CircuitPython's own modules.",
    wrong: `
      const started = new Date();
      console.log("started");
    `,
    right: `
      const started = performance.now();
      console.log("started", performance.now() >= started);
    `,
  },
  nameCollision: {
    code: "TPY4004",
    why: "`{0}` and `{1}` ({2}) would both be `{3}` in Python.",
    instead: "Rename one of them.",
    wrong: `
      const frameCount = 1;
      const frame_count = 2;
      console.log(frameCount + frame_count);
    `,
    right: `
      const frameCount = 1;
      const allFrames = 2;
      console.log(frameCount + allFrames);
    `,
  },
  usedBeforeDefinition: {
    code: "TPY4006",
    why: "`{0}` is used here before Python has defined it.",
    instead: "Move its definition above this line.",
    wrong: `
      export { LIMIT as limit };
      const LIMIT = 8;
      console.log(LIMIT);
    `,
    right: `
      const LIMIT = 8;
      export { LIMIT as limit };
      console.log(LIMIT);
    `,
  },
  exportForm: {
    code: "TPY4007",
    why: "This form of export has no counterpart in Python.",
    instead: "Use named exports.",
    wrong: {
      "main.ts": `
        import { monotonic } from "./clock";
        console.log(monotonic() > 0);
      `,
      "clock.ts": `
        export * from "time";
      `,
    },
    right: {
      "main.ts": `
        import { monotonic } from "./clock";
        console.log(monotonic() > 0);
      `,
      "clock.ts": `
        export { monotonic } from "time";
      `,
    },
  },
  sameModule: {
    code: "TPY4008",
    why: "`{0}` and `{1}` would both be found as the module `{2}` in Python.",
    instead: "Rename one of them.",
    wrong: {
      "main.ts": `
        import { limit } from "./live-feed";
        import { rate } from "./liveFeed";
        console.log(limit, rate);
      `,
      "live-feed.ts": `
        export const limit = 8;
      `,
      "liveFeed.ts": `
        export const rate = 15;
      `,
    },
    right: {
      "main.ts": `
        import { limit } from "./live-feed";
        import { rate } from "./feed-rate";
        console.log(limit, rate);
      `,
      "live-feed.ts": `
        export const limit = 8;
      `,
      "feed-rate.ts": `
        export const rate = 15;
      `,
    },
  },
  hiddenModule: {
    code: "TPY4009",
    why: "`{0}` would become the module `{1}`, which is a board's own or Taipan's.",
    instead: "Rename the file.",
    wrong: {
      "taipan-runtime.ts": `
        console.log("ready");
      `,
    },
    right: {
      "main.ts": `
        console.log("ready");
      `,
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
