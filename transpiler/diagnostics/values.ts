// 2xxx: what a type leaves open about a value.
import type { CatalogueEntry } from "./entry";

export const valueRefusals = {
  equality: {
    code: "TPY2003",
    why: "{0} compare differently in Python.",
    instead: "Narrow both sides to the same kind first.",
    wrong: `
      const ports = new Map<string, int>([["http", 80]]);
      for (const one of ports)
        for (const other of ports) console.log(one === other);
    `,
    right: `
      const ports = new Map<string, int>([["http", 80]]);
      for (const [one] of ports)
        for (const [other] of ports) console.log(one === other);
    `,
  },
  undefinedOrNull: {
    code: "TPY2004",
    why: "null and undefined are both None to Python's modules, and this value may be either.",
    instead: "Use only one of the two in its type.",
    wrong: `
      import * as time from "time";
      function isUnset(name: string | null | undefined): boolean {
        return name === null;
      }
      console.log(isUnset(undefined), time.monotonic());
    `,
    right: `
      function isUnset(name: string | null): boolean {
        return name === null;
      }
      console.log(isUnset(null));
    `,
  },
  typeTest: {
    code: "TPY2009",
    why: "Python cannot tell {0} apart here.",
    instead: "Keep what it is in a variable of its own.",
    wrong: `
      function describe(value: unknown): string {
        return value instanceof Map ? "a table" : "something";
      }
      console.log(describe(1));
    `,
    right: `
      function describe(value: Map<string, int> | string): string {
        return typeof value === "string" ? "a text" : "a table";
      }
      console.log(describe("on"));
    `,
  },
  stringOf: {
    code: "TPY2010",
    why: "{0} reads differently as text in Python.",
    instead: "Print a text of it: `String(value)`, an error's `message`, or its members by name.",
    wrong: `
      console.log(new Error("no card"));
    `,
    right: `
      console.log(String(new Error("no card")));
    `,
  },
  recordAndClass: {
    code: "TPY2011",
    why: "{0} is given where {1} is expected; in Python one is reached by attribute and the other by key.",
    instead: "Build the value that is expected.",
    wrong: `
      interface Point {
        x: int;
      }
      class Marker {
        x: int = 1;
      }
      const point: Point = new Marker();
      console.log(point.x);
    `,
    right: `
      interface Point {
        x: int;
      }
      class Marker {
        x: int = 1;
      }
      const point: Point = { x: new Marker().x };
      console.log(point.x);
    `,
  },
  tupleAsArray: {
    code: "TPY2012",
    why: "A tuple cannot change in Python, an array can.",
    instead: "Copy it: `[...tuple]`.",
    wrong: `
      const ports = new Map<string, int>([["http", 80]]);
      for (const pair of ports) {
        pair[1] = 8080;
        console.log(pair[0]);
      }
    `,
    right: `
      const ports = new Map<string, int>([["http", 80]]);
      for (const [name, port] of ports) {
        const pair: [string, int] = [name, port + 8000];
        console.log(pair);
      }
    `,
  },
  keyType: {
    code: "TPY2015",
    why: "{0} as a key compares differently in Python.",
    instead: "Use strings, numbers or objects as keys.",
    wrong: `
      const seen = new Set<[int, int]>();
      seen.add([1, 2]);
      console.log(seen.size);
    `,
    right: `
      const seen = new Set<string>();
      seen.add("1,2");
      console.log(seen.size);
    `,
  },
  misreadJson: {
    code: "TPY2041",
    why: "JSON cannot give a value of the type that is said here, or this text gives another.",
    instead: "Say what the text holds, or take it as `unknown` and test it.",
    wrong: `
      const point = JSON.parse('{ "x": "5" }') as { x: number };
      console.log(point.x * 2);
    `,
    right: `
      const point = JSON.parse('{ "x": "5" }') as { x: string };
      console.log(Number(point.x) * 2);
    `,
  },
  placeOutsideBmp: {
    code: "TPY2030",
    why: "A character beyond U+FFFF counts as two in JavaScript and as one in Python, and the program has some.",
    instead: "Take the text apart with `for … of` or `[...text]`.",
    wrong: `
      const text = "\\u{1f600} smile";
      console.log(text.slice(2));
    `,
    right: `
      const text = "\\u{1f600} smile";
      console.log([...text].slice(1).join(""));
    `,
  },
  letterCase: {
    code: "TPY2031",
    why: "The program has letters whose other case or order a board does not know.",
    instead: "Use ASCII letters, or keep both spellings in a table.",
    wrong: `
      const letter = "\\u01c6";
      console.log(letter.toUpperCase());
    `,
    right: `
      const capitals = new Map([["\\u01c6", "\\u01c4"]]);
      const letter = "\\u01c6";
      console.log(capitals.get(letter) ?? letter);
    `,
  },
  unknownMessage: {
    code: "TPY2042",
    why: "`{0}` may be missing, the program shows messages of errors, and what JavaScript would say of this form is not known.",
    instead: "Keep it in a variable first, as `const found = …`.",
    wrong: `
      const queue: { id: number }[] = [];
      try {
        const { id } = (queue.length > 1 ? queue[0] : queue[1])!;
        console.log(id);
      } catch (error) {
        console.log((error as Error).message);
      }
    `,
    right: `
      const queue: { id: number }[] = [];
      try {
        const found = queue.length > 1 ? queue[0] : queue[1];
        const { id } = found!;
        console.log(id);
      } catch (error) {
        console.log((error as Error).message);
      }
    `,
  },
} as const satisfies Record<string, CatalogueEntry>;
