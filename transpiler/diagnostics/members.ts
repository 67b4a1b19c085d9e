// 2xxx: members of values, and what is given to them.
import type { CatalogueEntry } from "./entry";

export const memberRefusals = {
  unknownMember: {
    code: "TPY2005",
    why: "`{0}` of {1} has no counterpart in Python yet.",
    instead: "Use another member, or write it by hand.",
    wrong: `
      const names = ["b", "a"];
      console.log(names.sort((one, other) => one.localeCompare(other, "sv")));
    `,
    right: `
      const names = ["b", "a"];
      console.log(names.sort());
    `,
  },
  ambiguousMember: {
    code: "TPY2006",
    why: "What `{0}` is depends on the value: {1}.",
    instead: "Narrow the value to one kind first.",
    wrong: `
      class Lamp {
        name = "lamp";
      }
      function nameOf(thing: { name: string } | Lamp): string {
        return thing.name;
      }
      console.log(nameOf({ name: "chair" }));
    `,
    right: `
      class Lamp {
        name = "lamp";
      }
      function nameOf(thing: { name: string } | Lamp): string {
        if (thing instanceof Lamp) return thing.name;
        return thing.name;
      }
      console.log(nameOf({ name: "chair" }));
    `,
  },
  methodValue: {
    code: "TPY2008",
    why: "A method that is not called loses its `this` in JavaScript and keeps it in Python.",
    instead: "Call it where it is needed: `{0}`.",
    wrong: `
      class Counter {
        count: int = 0;
        increase(): int {
          this.count += 1;
          return this.count;
        }
      }
      const counter = new Counter();
      const increase = counter.increase;
      console.log(increase());
    `,
    right: `
      class Counter {
        count: int = 0;
        increase(): int {
          this.count += 1;
          return this.count;
        }
      }
      const counter = new Counter();
      const increase = () => counter.increase();
      console.log(increase());
    `,
  },
  recordChangedInLoop: {
    code: "TPY2014",
    why: "A member that has not had its turn may be deleted while the record is run over.",
    instead: "Run over a copy: `for (const key of Object.keys(record))`.",
    wrong: `
      const ports: Record<string, int> = { a: 80, b: 0 };
      for (const name in ports) {
        delete ports["b"];
        console.log(name);
      }
    `,
    right: `
      const ports: Record<string, int> = { a: 80, b: 0 };
      for (const name of Object.keys(ports)) {
        delete ports["b"];
        console.log(name);
      }
    `,
  },
  callbackForm: {
    code: "TPY2016",
    why: "What this method calls has to be known where it is given, and {0} is not.",
    instead: "Pass an arrow function: {1}.",
    wrong: `
      const read: (text: string) => number = parseInt;
      const ports = ["80", "8080"].map(read);
      console.log(ports.length);
    `,
    right: `
      const read: (text: string) => number = parseInt;
      const ports = ["80", "8080"].map((port) => read(port));
      console.log(ports.length);
    `,
  },
  defaultedArgument: {
    code: "TPY2017",
    why: "Python fills in a default only for an argument that is left out; this one may be {0}.",
    instead: "Leave the argument out, or pass a value.",
    wrong: `
      import * as time from "time";
      function frames(count: int | null = 15): int {
        return count ?? 0;
      }
      function show(count?: int): void {
        console.log(frames(count), time.monotonic());
      }
      show();
    `,
    right: `
      function frames(count: int | null = 15): int {
        return count ?? 0;
      }
      function show(count?: int): void {
        console.log(count === undefined ? frames() : frames(count));
      }
      show();
    `,
  },
  iterableMap: {
    code: "TPY2022",
    why: "{0} is copied where anything that can be iterated is expected, and Maps of this program change while they are run over.",
    instead: "Say that it is a copy: `[...map]`.",
    wrong: `
      function show(entries: Iterable<[string, int]>): void {
        for (const [name, port] of entries) console.log(name, port);
      }
      const ports = new Map([["http", 80]]);
      for (const [name] of ports) if (name === "ftp") ports.delete("http");
      show(ports);
    `,
    right: `
      function show(entries: Iterable<[string, int]>): void {
        for (const [name, port] of entries) console.log(name, port);
      }
      const ports = new Map([["http", 80]]);
      for (const [name] of ports) if (name === "ftp") ports.delete("http");
      show([...ports]);
    `,
  },
  inheritedMember: {
    code: "TPY2040",
    why: "Every object of JavaScript inherits a member of this name; a Python dict has none.",
    instead: "Use a `Map` for keys that are data, or `Object.hasOwn` to ask for one.",
    wrong: `
      const counts: Record<string, number> = {};
      for (const word of ["constructor", "lamp"]) counts[word] = (counts[word] ?? 0) + 1;
      console.log(counts);
    `,
    right: `
      const counts = new Map<string, number>();
      for (const word of ["constructor", "lamp"]) counts.set(word, (counts.get(word) ?? 0) + 1);
      console.log(counts);
    `,
  },
} as const satisfies Record<string, CatalogueEntry>;
