// Functions that are called through a type that gives more than they take: JavaScript drops the rest.
// Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const CASES: Record<string, string> = {
  "a rest parameter that is a tuple": `
    type Handler<A extends unknown[]> = (...args: A) => void;
    const list: Handler<[string, number]>[] = [];
    list.push((a) => console.log(a));
    for (const h of list) h("x", 1);
  `,
  "a tuple that is looked up": `
    type Events = { data: [chunk: string, index: number]; end: [] };
    type Handler<A extends unknown[]> = (...args: A) => void;
    function on<K extends keyof Events>(name: K, handler: Handler<Events[K]>): Handler<Events[K]> { return handler; }
    const h = on("data", (chunk) => console.log(chunk));
    h("x", 1);
  `,
  "a wrapper of any function": `
    function debounceLike<A extends unknown[]>(f: (...args: A) => void): (...args: A) => void { return (...args: A) => f(...args); }
    const g = debounceLike((a: string, b: number) => console.log(a, b));
    g("x", 2);
    const h: (a: string, b: number, c: boolean) => void = debounceLike((a: string) => console.log(a));
    h("x", 1, true);
  `,
  "call result": `
    function make(): (a: string) => void { return (a) => console.log(a); }
    const h: (a: string, b: number) => void = make();
    h("x", 1);
  `,
  member: `
    const handlers: { run: (a: string) => void } = { run: (a) => console.log(a) };
    const h: (a: string, b: number) => void = handlers.run;
    h("x", 1);
  `,
  "array element": `
    const hs: ((a: string) => void)[] = [(a) => console.log(a)];
    const h: (a: string, b: number) => void = hs[0]!;
    h("x", 1);
  `,
  "array assign": `
    const hs: ((a: string) => void)[] = [(a) => console.log(a)];
    const gs: ((a: string, b: number) => void)[] = hs;
    gs[0]!("x", 1);
  `,
  "record assign": `
    interface Small { run: (a: string) => void }
    interface Large { run: (a: string, b: number) => void }
    const small: Small = { run: (a) => console.log(a) };
    const large: Large = small;
    large.run("x", 1);
  `,
  "class method": `
    class A { run(a: string): void { console.log(a); } }
    interface Runner { run(a: string, b: number): void }
    const r: Runner = new A();
    r.run("x", 1);
  `,
  "override fewer": `
    class A { run(a: string, b: number): void { console.log(a, b); } }
    class B extends A { override run(a: string): void { console.log("b", a); } }
    const list: A[] = [new A(), new B()];
    for (const one of list) one.run("x", 1);
  `,
  "property param": `
    class Button { constructor(private readonly onClick: (x: number, y: number) => void) {} click() { this.onClick(1, 2); } }
    class Row { constructor(readonly handler: (x: number) => void) {} button() { return new Button(this.handler); } }
    new Row((x) => console.log(x)).button().click();
  `,
  "parameter passed on": `
    function outer(f: (a: number) => void) { inner(f); }
    function inner(f: (a: number, b: number) => void) { f(1, 2); }
    outer((a) => console.log(a));
  `,
  "method value bound": `
    class A { name = "A"; hi = (a: string) => console.log(this.name, a); }
    const f: (a: string, b: number) => void = new A().hi;
    f("x", 1);
  `,
  conditional: `
    const f: (a: string, b: number) => void = Math.random() > 2 ? (a) => console.log(a) : (a, b) => console.log(a, b);
    f("x", 1);
  `,
  "map of handlers": `
    const table = new Map<string, (a: string, b: number) => string>();
    table.set("one", (a) => a);
    table.set("two", (a, b) => a + b);
    for (const [k, f] of table) console.log(k, f("x", 1));
  `,
  "generic compose": `
    const compose = <A extends unknown[], B, C>(f: (...args: A) => B, g: (b: B) => C) => (...args: A): C => g(f(...args));
    const add = (a: number, b: number) => a + b;
    console.log(compose(add, (n) => n * 2)(3, 4));
    console.log(compose((a: string) => a.length, (n) => \`\${n}\`)("abc"));
  `,
};

describe("a function that takes less than it is given, by way of", () => {
  it.each(Object.entries(CASES))("%s", (_, source) => runsAlike(source));
});
