// Every refusal of the catalogue, met by the smallest program that deserves it.
import { describe, expect, it } from "vitest";
import { catalogue, messageOf, type Refusal } from "../../transpiler/diagnostics/catalogue";
import { transpile } from "../../transpiler/index";

type Files = Record<string, string>;

/** A program that imports `files`. */
const importing = (...files: string[]): Files => ({
  "main.ts": files
    .map((file, i) => `import { a as a${i} } from "./${file}"; console.log(a${i});`)
    .join("\n"),
  ...Object.fromEntries(files.map((file) => [`${file}.ts`, `export const a: int = 1;`])),
});

/** Refusal → programs; one of a single file is its text. */
const REFUSED: Record<Refusal, readonly (Files | string)[]> = {
  alwaysTrue: [`const a = [1]; if (a) { }`, `const b = new Uint8Array(1); const n = !b;`],
  ambiguousMember: [
    `function f(x: { a: string } | { a: string; b(): void }): string { return x.a; }`,
    `function f(x: Record<string, string> | string[], k: string): void { for (const y of x as Iterable<string>) { } }`,
  ],
  assignmentInExpression: [
    `let a: int = 0; const b = (a = 1);`,
    `let a: int = 0; const b = a++;`,
    `let a: string | null = "x"; while ((a = null) !== null) { }`,
  ],
  awaitOfValue: [`async function f(): Promise<void> { await 1; }`],
  bitsOfFloat: [`const a = 0.5; const b = a | 0;`, `function f(a: number): number { return ~a; }`],
  breakInSwitch: [`const a: int = 1; switch (a) { case 1: if (a > 0) break; console.log(1); }`],
  callbackForm: [`const a = [1].find((n) => { return n > 0; });`, `[2, 1].sort(() => 0);`],
  circularImport: [
    {
      "main.ts": `import { a } from "./other"; export const b = 1; console.log(a);`,
      "other.ts": `import { b } from "./main"; export const a: int = b;`,
    },
  ],
  computedName: [`const k = "a"; class A { [k] = 1; }`],
  continueInFinally: [
    `for (let i = 0; i < 9; i = i + 2) { try { if (i === 2) continue; } finally { console.log(i); } }`,
  ],
  defaultedArgument: [
    `function f(a: int = 1): int { return a; } function g(a?: int): int { return f(a); }`,
    `function f(a: string[] | null = []): int { return a === null ? 0 : 1; } f(null as string[] | null);`,
    `function f({ a = 1 }: { a?: int } = {}): int { return a; } function g(a?: int): int { return f({ a }); }`,
    `function f({ a = [1] }: { a?: int[] | null } = {}): int { return a === null ? 0 : 1; } f({ a: null });`,
  ],
  emptySeparator: [`function f(s: string): int { return "a".split(s).length; }`],
  equality: [
    `function f(a: unknown, b: unknown): boolean { return a === b; }`,
    `function f(a: boolean | int): boolean { return a === 1; }`,
    `function f(a: unknown): boolean { return a === 1; }`,
    `function f(a: boolean): int { switch (a) { case true: return 1; default: return 2; } }`,
  ],
  exportForm: [{ "main.ts": `export * from "./other";`, "other.ts": `export const a = 1;` }],
  fallThrough: [`const a: int = 1; switch (a) { case 1: console.log(1); case 2: console.log(2); }`],
  floatForInt: [`const a: int = 0.5;`, `function f(a: int): void { console.log(a); } f(7 / 2);`],
  floatText: [`console.log(\`\${0.5}\`);`, `const a = 1 / 3; console.log("a" + a);`],
  floatingPromise: [
    `async function f(): Promise<void> { } async function g(): Promise<void> { f(); }`,
  ],
  functionThis: [
    `const f = function (this: { a: string }): string { return this.a; };`,
    `class A { static f(): typeof A { return this; } }`,
  ],
  generator: [`function* f() { }`],
  hugePower: [`function f(a: number): number { return a ** 2; }`],
  hiddenModule: [
    importing("taipan_runtime"),
    importing("taipan-runtime"),
    importing("time"),
    importing("math"),
    importing("json"),
    importing("collections"),
    importing("boot"),
    importing("safemode"),
    importing("storage/card"),
  ],
  handlerName: [
    `interface H {\n/** @kwargs */\n(r: string, p: Record<string, string>): string } const h: H = (r, { class: c }) => r + c;`,
  ],
  keyType: [
    `const m = new Map<float, string>();`,
    `const s = new Set<string[]>();`,
    `const m = new Map<string | int, string>();`,
  ],
  literalOutsideBmp: [`const a = "\\ud800";`],
  looseEquality: [`const a: string | null = null as string | null; const b = a == null;`],
  loopVariableCaptured: [
    `const fs: (() => int)[] = []; for (let i = 0; i < 3; i++) fs.push(() => i);`,
    `const fs: (() => string)[] = []; for (const s of ["a"]) { const t = s; fs.push(() => t); }`,
  ],
  mapChangedInLoop: [
    `const m = new Map<string, int>(); for (const [k] of m) m.delete(k);`,
    `const m = new Map<string, int>(); for (const k of m.keys()) m.set(k + "x", 1);`,
  ],
  methodValue: [`class A { f(): void { } } const a = new A(); const g = a.f;`],
  caughtCaptured: [
    `let f = (): string => ""; try { f(); } catch (error) { if (error instanceof Error) f = () => error.message; }`,
  ],
  mutableExport: [`export let a: int = 1; a = 2;`, `let a: int = 1; a = 2; export { a };`],
  nameCollision: [
    `const fooBar: int = 1; const foo_bar: int = 2;`,
    `class A { fooBar: int = 1; foo_bar: int = 2; }`,
    `class A { #x: int = 1; } class B extends A { #x: int = 2; }`,
  ],
  nestedTooDeeply: [
    `const a = ${"[".repeat(100)}${"]".repeat(100)};`,
    `const a = ${"(".repeat(5000)}1${")".repeat(5000)};`,
  ],
  objectMethod: [
    `const a = { f(): int { return 1; } };`,
    `const a = { get b(): int { return 1; } };`,
  ],
  optionsArgument: [
    `function f({ a = 1 }: { a?: int } = {}): int { return a; } const o = { a: 2 }; f(o);`,
  ],
  parameterCount: [
    `function f(a: string): void { console.log(a); } function g(h: (a: string, b: string) => void): void { h("a", "b"); } g(f);`,
    `interface H {\n/** @kwargs */\n(r: string, s: string, p: { id: string }): string } function f(r: string): string { return r; } const h: H = f;`,
  ],
  optionsFunctionAsValue: [
    `function f({ a = 1 }: { a?: int } = {}): int { return a; } const g = f;`,
  ],
  promiseValue: [
    `async function f(): Promise<int> { return 1; } async function g(): Promise<void> { const p = f(); await p; }`,
  ],
  recordAndClass: [
    `interface P { x: int } class A { x: int = 1; } const p: P = new A();`,
    `class C { x: int = 1; } function g(p: { x: int }): void { } g(new C());`,
  ],
  replacementPattern: [
    `function f(s: string): string { return "a".replace("a", s); }`,
    `"a".replace("a", "$&");`,
  ],
  sameModule: [
    importing("a-b", "aB"),
    importing("sub/a-b", "sub/aB"),
    // A board's drive is FAT: upper and lower case are the same there.
    importing("Feed", "feed"),
    importing("feed", "feed/index"),
    importing("feed", "feed/viewer"),
  ],
  stringOf: [
    `const b: boolean = true; const s = \`\${b}\`;`,
    `const a: string | null = null as string | null; const s = "x" + a;`,
  ],
  superInClosure: [
    `class A { f(): int { return 1; } } class B extends A { override f(): int { const g = (): int => super.f(); return g(); } }`,
  ],
  superProperty: [
    `class A { get f(): int { return 1; } } class B extends A { override get f(): int { return super.f; } }`,
  ],
  topLevelAwait: [`await (async () => { })(); export {};`],
  truthiness: [
    `const a = 0.5; if (a) { }`,
    `function f(a: unknown): boolean { return !a; }`,
    `function f(a: string | string[]): int { return a ? 1 : 0; }`,
  ],
  tupleAsArray: [
    `const t: [int, int] = [1, 2]; const a: int[] = t;`,
    `const t: [int, int] = [1, 2]; t[0] = 5;`,
  ],
  typeTest: [
    `function f(a: unknown): boolean { return a instanceof Map; }`,
    `function f(a: int | boolean): boolean { return typeof a === "number"; }`,
    `function f(a: unknown): boolean { return a instanceof Exception; }`,
  ],
  undefinedOrNull: [
    `function f(a: string | null | undefined): boolean { return a === null; }`,
    `function f(p: { a?: int | null }): void { const { a = 1 } = p; }`,
  ],
  unknownGlobal: [`const a = new Date();`, `const a = JSON.stringify(1);`, `const a = [Symbol];`],
  unknownMember: [
    `const a = "a".localeCompare("b");`,
    `const a = [1].reduce((x, y) => x + y);`,
    `"a".constructor;`,
  ],
  unknownModule: [`import { a } from "nowhere"; console.log(a);`],
  unknownNumber: [
    `function f(a: number): string { return \`\${a}\`; }`,
    `function f(a: number): int { return a; }`,
    `const a = [NaN]; const b = a.includes(NaN);`,
    `const a = new Uint8Array(5 / 2);`,
  ],
  unorderedSet: [
    `const s = new Set<string>(); for (const x of s) console.log(x);`,
    `const s = new Set<string>(); const a = [...s];`,
  ],
  unprovenStore: [`function f(a: string[], i: int): void { a[i] = "x"; }`],
  unsafeInteger: [`const a = 9007199254740993;`],
  unsupportedPattern: [
    `const [[a]] = [["x"]];`,
    `function f({ a: { b } }: { a: { b: int } }): int { return b; }`,
  ],
  unsupportedSyntax: [
    `enum E { A }`,
    `var a = 1;`,
    `namespace N { export const a = 1; }`,
    `const a = /x/;`,
    `const a = 1n;`,
    `outer: for (const a of ["x"]) { continue outer; }`,
    `const a = class { };`,
    `const a = [1, , 2];`,
    `const a = typeof 1;`,
    `const a = void 0;`,
    `throw "text";`,
    `function d(a: unknown, b: unknown): void { } @d class A { }`,
    `const a = (1, 2);`,
    `const a = import("./main");`,
    `const a = new Array(3);`,
    `class A { static { } }`,
    `debugger;`,
  ],
  usedBeforeDefinition: [
    `f(); function f(): void { }`,
    `export { a as b }; const a = 1;`,
    `const a = f(); function f(): int { return g(); } function g(): int { return 1; }`,
    `function f(): void { g(); function g(): void { } }`,
  ],
};

function codesOf(program: Files | string): string[] {
  const files = typeof program === "string" ? { "main.ts": program } : program;
  const { modules, diagnostics } = transpile(files, { entry: "main.ts" });
  expect(modules, "nothing is emitted beside a diagnostic").toEqual([]);
  for (const { file, line, column, message } of diagnostics) {
    expect(file in files && line > 0 && column > 0 && !message.includes("\n"), message).toBe(true);
  }
  return diagnostics.map(({ code }) => code);
}

describe("refusals", () => {
  const cases = Object.entries(REFUSED).flatMap(([refusal, programs]) =>
    programs.map((program) => [refusal as Refusal, program] as const),
  );
  it.each(cases)("%s: %s", (refusal, program) => {
    expect(codesOf(program)).toContain(catalogue[refusal].code);
  });

  it("have a code of their own each", () => {
    const codes = Object.values(catalogue).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("say why and what to write instead in one line", () => {
    for (const refusal of Object.keys(catalogue) as Refusal[]) {
      expect(messageOf(refusal, ["a", "b", "c", "d"])).toMatch(/^[^\n{}]+\. .+\.?$/);
    }
  });
});

describe("all errors", () => {
  it("are reported at once, in order of their places", () => {
    const source = `const a = 0.5;\nif (a) { }\nconst b = a | 0;\nvar c = 1;\n`;
    const { diagnostics } = transpile({ "main.ts": source }, { entry: "main.ts" });
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      [catalogue.truthiness.code, 2],
      [catalogue.bitsOfFloat.code, 3],
      [catalogue.unsupportedSyntax.code, 4],
    ]);
  });

  it("include TypeScript's own", () => {
    const { modules, diagnostics } = transpile(
      { "main.ts": `const a: string = 1;\nvar b = 2;` },
      { entry: "main.ts" },
    );
    expect(modules).toEqual([]);
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["TS2322", 1, 7],
      [catalogue.unsupportedSyntax.code, 2, 1],
    ]);
  });

  it("of syntax stand alone", () => {
    const { diagnostics } = transpile({ "main.ts": `const a = ;` }, { entry: "main.ts" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["TS1109"]);
  });

  it("name a missing entry", () => {
    const { diagnostics } = transpile({}, { entry: "main.ts" });
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([["TS6053", "main.ts"]]);
  });

  it("in files that nothing imports are nobody's business", () => {
    const files = { "main.ts": `console.log("a");`, "other.ts": `var a: string = 1;` };
    expect(transpile(files, { entry: "main.ts" }).diagnostics).toEqual([]);
  });
});
