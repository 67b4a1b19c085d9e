// 1xxx: syntax that has no counterpart in Python.
import type { CatalogueEntry } from "./entry";

export const syntaxRefusals = {
  unsupportedSyntax: {
    code: "TPY1001",
    why: "{0} is not in the subset of TypeScript that Taipan takes.",
    instead: "{1}",
    wrong: `
      namespace Limits {
        export const viewers = 8;
      }
      console.log(Limits.viewers);
    `,
    right: `
      const limits = { viewers: 8 };
      console.log(limits.viewers);
    `,
  },
  assignmentInExpression: {
    code: "TPY1002",
    why: "An assignment inside an expression would run at another moment in Python.",
    instead: "Write it as a statement of its own.",
    wrong: `
      const size = { width: 1 };
      const ports = new Map([["http", 80]]);
      const all = [...ports, (size.width = 2)];
      console.log(all.length, size.width);
    `,
    right: `
      const size = { width: 1 };
      const ports = new Map([["http", 80]]);
      size.width = 2;
      const all = [...ports, size.width];
      console.log(all.length, size.width);
    `,
  },
  looseEquality: {
    code: "TPY1003",
    why: "`==` and `!=` convert their operands; Python's do not.",
    instead: "Write `===` or `!==`.",
    wrong: `
      const entered: string | int = "1" as string | int;
      console.log(entered == 1);
    `,
    right: `
      const entered: string | int = "1" as string | int;
      console.log(String(entered) === "1");
    `,
  },
  fallThrough: {
    code: "TPY1004",
    why: "Control falls from this case into the next, and their labels would be evaluated twice.",
    instead: "End the case with `break`, `return` or `throw`, or name the labels by constants.",
    wrong: `
      function limit(step: int): int {
        console.log("asked", step);
        return step * 10;
      }
      switch (20 as int) {
        case limit(1):
          console.log("low");
        case limit(2):
          console.log("middle");
      }
    `,
    right: `
      const LOW: int = 10;
      const MIDDLE: int = 20;
      switch (20 as int) {
        case LOW:
          console.log("low");
        case MIDDLE:
          console.log("middle");
      }
    `,
  },
  unsupportedPattern: {
    code: "TPY1006",
    why: "This pattern cannot be taken apart in one Python assignment.",
    instead: "Declare one variable at a time.",
    wrong: `
      class Size {
        width = 640;
        height = 480;
      }
      const { width, ...others } = new Size();
      console.log(width, others);
    `,
    right: `
      class Size {
        width = 640;
        height = 480;
      }
      const { width, height } = new Size();
      console.log(width, height);
    `,
  },
  computedName: {
    code: "TPY1007",
    why: "The name of this member is computed; in Python it has to stand in the program's text.",
    instead: "Use a name, or a `Map` for computed keys.",
    wrong: `
      const KEY = "width";
      class Size {
        [KEY] = 640;
      }
      console.log(new Size().width);
    `,
    right: `
      class Size {
        width = 640;
      }
      console.log(new Size().width);
    `,
  },
  functionThis: {
    code: "TPY1008",
    why: "`this` of a plain function depends on its caller.",
    instead: "Use a method or an arrow function.",
    wrong: `
      function describe(this: { name: string }): string {
        return this.name;
      }
      console.log(typeof describe === "function");
    `,
    right: `
      function describe(thing: { name: string }): string {
        return thing.name;
      }
      console.log(describe({ name: "lamp" }));
    `,
  },
  superProperty: {
    code: "TPY1010",
    why: "`super.{0}` is neither a method that is called, an accessor nor a static field.",
    instead: "Reach it through `this`, or call a method of the base class.",
    wrong: `
      class Sensor {
        unit(): string {
          return "lux";
        }
      }
      class Lamp extends Sensor {
        override unit(): string {
          const read = super.unit;
          return read() + "/s";
        }
      }
      console.log(new Lamp().unit());
    `,
    right: `
      class Sensor {
        unit(): string {
          return "lux";
        }
      }
      class Lamp extends Sensor {
        override unit(): string {
          return super.unit() + "/s";
        }
      }
      console.log(new Lamp().unit());
    `,
  },
  objectMethod: {
    code: "TPY1011",
    why: "This object literal would need a class, and what it is given to asks for a record.",
    instead: "Write a class and make an instance of it.",
    wrong: `
      interface Size {
        width: int;
      }
      const size: Size = {
        get width(): int {
          return 640;
        },
      };
      console.log(size.width);
    `,
    right: `
      class Size {
        get width(): int {
          return 640;
        }
      }
      const size = new Size();
      console.log(size.width);
    `,
  },
  literalOutsideBmp: {
    code: "TPY1013",
    why: "A half of a surrogate pair is no character in Python.",
    instead: "Write the whole character.",
    wrong: `
      const face = "\\ud83d" + "\\ude00";
      console.log(face);
    `,
    right: `
      const face = "\\u{1f600}";
      console.log(face);
    `,
  },
  nestedTooDeeply: {
    code: "TPY1014",
    why: "The program is nested too deeply: {0}.",
    instead: "Give its parts names, or functions, of their own.",
    wrong: `
      const deep = ${"[".repeat(100)}${"]".repeat(100)};
      console.log(deep);
    `,
    right: `
      const inner = [[[1]]];
      const outer = [[[inner]]];
      console.log(outer.length);
    `,
  },
} as const satisfies Record<string, CatalogueEntry>;
