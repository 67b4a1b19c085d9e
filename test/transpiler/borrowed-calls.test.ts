// What is taken out of an error by a pattern, and functions that are called with a `this` of one's choice.
import { describe, test } from "vitest";
import { runsAlike } from "./run-alike";

describe("caught errors are taken apart; call, apply and bind", () => {
  const programs: Record<string, string> = {
    "the message alone": `
      try { throw new Error("boom"); } catch ({ message }: any) { console.log(message, \`\${message}!\`, message + "?"); }
    `,
    "name and message, under other names, in a closure": `
      class NotFound extends Error { name = "NotFound"; }
      function load(id: number) { if (id > 1) throw new NotFound("no " + id); return id; }
      for (const id of [1, 2]) { try { console.log(load(id)); } catch ({ name, message: why }: any) { const show = () => name + ": " + why; console.log(show()); } }
      try { JSON.parse("{"); } catch ({ name }: any) { console.log(name); }
    `,
    "what a settled promise failed by": `
      async function main() {
        const results = await Promise.allSettled([Promise.resolve(1), Promise.reject(new Error("no")), Promise.reject(new TypeError("t"))]);
        for (const r of results) console.log(r.status, r.status === "fulfilled" ? r.value : r.reason.message);
        const errors = results.filter((r): r is PromiseRejectedResult => r.status === "rejected").map((r) => r.reason.name + r.reason.message);
        console.log(errors.join());
      }
      main();
    `,
    "call and apply of functions": `
      function add(a: number, b: number) { return a + b; }
      const mul = (a: number, b: number): number => a * b;
      console.log(add.call(null, 1, 2), add.apply(null, [3, 4]), mul.call(undefined, 2, 3), mul.apply(undefined, [4, 5]), Math.max.apply(null, [1, 5, 3]), Math.max.apply(Math, [1, 2.5]));
      const args: [number, number] = [7, 8];
      console.log(add.apply(null, args) / 4, add.call(null, ...args));
    `,
    "bind with arguments": `
      function greet(greeting: string, name: string) { return \`\${greeting}, \${name}\`; }
      const hello = greet.bind(null, "Hello");
      console.log(hello("Ann"), ["Bob", "Cy"].map(hello), ["x"].map(greet.bind(null, "Yo")));
      const add = (a: number, b: number, c: number) => a + b + c;
      let base = 10; const plus = add.bind(null, base, 5); base = 20;
      console.log(plus(0.5), plus(1) / 3);
    `,
    "methods that are called on another object of the class": `
      class Dog { constructor(public name: string) {} greet(g: string) { return \`\${g} \${this.name}\`; } }
      const a = new Dog("Rex"), b = new Dog("Bit");
      console.log(a.greet.call(b, "hi"), Dog.prototype.greet.call(b, "p"), Dog.prototype.greet.apply(a, ["q"]));
      console.log(Object.prototype.hasOwnProperty.call({ a: 1 }, "a"));
    `,
  };
  test.each(Object.entries(programs))("%s", (_, source) => runsAlike(source));
});
