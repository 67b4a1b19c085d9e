// What the subset has, by construct, each with a program that does the same on both sides.

export interface Construct {
  readonly name: string;
  readonly text: string;
  readonly example: string;
}

export const constructs: readonly Construct[] = [
  {
    name: "Variables and patterns",
    text: "`const`, `let`, block scope and shadowing; destructuring with defaults, rest and nesting.",
    example: `
      const [first, , third = 3, ...others] = [1, 2, 3, 4, 5];
      const { width, size: { unit = "px" } } = { width: 640, size: { unit: "mm" } };
      let total = first + third;
      {
        const total = width;
        console.log(total, unit);
      }
      total += others.length;
      console.log(total);
    `,
  },
  {
    name: "Operators",
    text: "All of JavaScript's, with its rules for signs, 32 bits, truth and order of evaluation; assignments and `++` inside expressions.",
    example: `
      let n: int = -7;
      console.log(n % 3, n >> 1, n >>> 28, ~n, 2 ** 8, n++, -n);
      const name: string | null = n > 0 ? "front" : null;
      console.log(name?.length ?? 0, name || "none", !name, typeof n === "number", void 0);
      const last = [1, 2, 3][(n += 8)]!;
      console.log(last, (last as number) === 3, (n satisfies number) !== 3);
    `,
  },
  {
    name: "Statements",
    text: "`if`, `switch` with fall-through, all loops, labels, `break`, `continue`, `debugger`.",
    example: `
      outer: for (let i = 0; i < 3; i++) {
        for (const letter of "ab") {
          if (letter === "b") continue outer;
          console.log(i, letter);
        }
      }
      for (const key in { a: 1, b: 2 }) console.log(key);
      let n = 3;
      while (n > 0) n -= 2;
      do n++;
      while (n < 2);
      switch (n) {
        case 1:
        case 2:
          console.log("two");
          break;
        default:
          console.log("other");
      }
      ;
      debugger;
    `,
  },
  {
    name: "Errors",
    text: "`throw`, `try`, `catch`, `finally`; errors of your own; Python's exceptions as classes.",
    example: `
      class Refused extends Error {
        constructor(readonly status: int) {
          super("refused");
        }
      }
      try {
        throw new Refused(403);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        console.log(error.message, error.status);
      } finally {
        console.log("done");
      }
    `,
  },
  {
    name: "Functions",
    text: "Declarations, expressions and arrows; defaults, optional and rest parameters; closures; overloads; named arguments.",
    example: `
      function area(width: int, height?: int): int;
      function area(width: int, height: int = width): int {
        return width * height;
      }
      const sum = (...values: number[]): number => values.reduce((all, one) => all + one, 0);
      const twice = function (value: int): int {
        return value * 2;
      };
      function blink({ times = 1 }: { times?: int } = {}): void {
        console.log("blink", times);
      }
      const values = [1, 2];
      console.log(area(3), sum(...values, 3), twice(4));
      blink({ times: 2 });
    `,
  },
  {
    name: "Classes",
    text: "Fields, statics and their blocks, `#private`, accessors, parameter properties, inheritance, `abstract`, class expressions.",
    example: `
      abstract class Sensor {
        static count = 0;
        #value = 1;
        constructor(protected readonly unit: string) {
          console.log(new.target.name);
          Sensor.count += 1;
        }
        static {
          console.log("ready");
        }
        get value(): number {
          return this.#value;
        }
        set value(value: number) {
          this.#value = value;
        }
        abstract read(): string;
        describe(): string {
          return this.read() + " " + this.unit;
        };
      }
      class Light extends Sensor {
        override read(): string {
          this.value += 1;
          return String(super.value);
        }
      }
      console.log(new Light("lux").describe(), Sensor.count);
      const Empty = class {};
      console.log(new Empty() instanceof Empty);
    `,
  },
  {
    name: "Records, arrays, maps",
    text: "Literals, spread, computed keys, methods; the methods of Array, Map, Set and Object; order as in JavaScript.",
    example: `
      const key = "height";
      const width = 640;
      const size: Record<string, number> = { width, [key]: 480, ...{ depth: 1 } };
      console.log(Object.keys(size).join(), size["width"], "depth" in size);
      delete size["depth"];
      const seen = new Map([["a", 1]]);
      seen.set("b", 2);
      console.log([...seen.keys()].map((name) => name.toUpperCase()), new Set([1, 1]).size);
    `,
  },
  {
    name: "Text",
    text: "Templates, tagged ones too; the methods of String; regular expressions.",
    example: `
      const name = \`taipan\`;
      const quoted = (texts: TemplateStringsArray, value: string) => texts.join(\`"\${value}"\`);
      console.log(quoted\`a \${name}!\`);
      console.log(\`\${name} has \${name.length} letters\`, /a(.)p/.test(name));
    `,
  },
  {
    name: "Generators",
    text: "`function*`, `yield`, `yield*`, the iterator protocol.",
    example: `
      function* countdown(from: int): Generator<int> {
        for (let n = from; n > 0; n--) yield n;
        yield* [0];
      }
      console.log([...countdown(2)]);
    `,
  },
  {
    name: "Asynchrony",
    text: "`async`, `await`, promises and timers in Node's order; coroutines of a board's `asyncio`.",
    example: `
      async function later(value: string): Promise<string> {
        await new Promise<void>((resolve) => setTimeout(resolve, 1));
        return value;
      }
      later("later").then((value) => console.log(value));
      console.log("now");
    `,
  },
  {
    name: "Types",
    text: "All of TypeScript's under `strict`; they are erased. `int` and `float` tell numbers apart.",
    example: `
      interface Named {
        readonly name: string;
        greet(): string;
      }
      interface Handler {
        (text: string): void;
      }
      type Maybe<T> = T | undefined;
      declare const board: string;
      enum Level {
        LOW,
        HIGH = 5,
      }
      class Person implements Named {
        constructor(readonly name: string) {}
        greet(): string {
          return "I am " + this.name;
        }
      }
      interface Maker {
        new (name: string): Named;
      }
      const make: Maker = Person;
      const level: Level.HIGH = Level.HIGH;
      const show: Handler = (text) => console.log(text);
      const found: Maybe<Named> = new make("Ada");
      show((<Named>found).greet());
      console.log(level, true, false);
    `,
  },
  {
    name: "Modules",
    text: "Files and folders, named, default and star exports, `import type`, cycles of functions.",
    example: `
      import { monotonic as now } from "time";
      import * as gc from "gc";
      import type { SocketPool } from "socketpool";
      const limit = 8;
      export { limit, now };
      export * as os from "os";
      export default limit;
      export type Pool = SocketPool;
      gc.collect();
    `,
  },
];
