// What TypeScript has and the subset has not, each with a program that is refused for it.
import { ts } from "ts-morph";
import type { Refusal } from "../diagnostics/catalogue";

export interface Absence {
  readonly what: string;
  readonly refusal: Refusal;
  readonly example: string;
  /** The syntax that is refused wherever it stands. */
  readonly kinds?: readonly ts.SyntaxKind[];
}

const { SyntaxKind } = ts;

export const absences: readonly Absence[] = [
  {
    what: "Namespaces",
    refusal: "unsupportedSyntax",
    example: `namespace Limits { export const viewers = 8; }`,
    kinds: [SyntaxKind.ModuleDeclaration, SyntaxKind.ModuleBlock],
  },
  {
    what: "`import a = …`",
    refusal: "unsupportedSyntax",
    example: `import time = require("time");`,
    kinds: [SyntaxKind.ImportEqualsDeclaration, SyntaxKind.ExternalModuleReference],
  },
  {
    what: "`export =`",
    refusal: "exportForm",
    example: `const limit = 8; export = limit;`,
  },
  {
    what: "JSON and other modules with attributes",
    refusal: "unknownModule",
    example: `import settings from "./settings.json" with { type: "json" }; console.log(settings);`,
    kinds: [SyntaxKind.ImportAttributes, SyntaxKind.ImportAttribute],
  },
  {
    what: "`import()`",
    refusal: "unsupportedSyntax",
    example: `const later = import("./main");`,
    kinds: [SyntaxKind.ImportKeyword],
  },
  {
    what: "`import.meta`",
    refusal: "unsupportedSyntax",
    example: `const here = import.meta;`,
  },
  {
    what: "`bigint`",
    refusal: "unsupportedSyntax",
    example: `const large = 1n;`,
    kinds: [SyntaxKind.BigIntLiteral],
  },
  {
    what: "`var` that is used outside of its block",
    refusal: "unsupportedSyntax",
    example: `if (true) { var a = 1; } console.log(a);`,
  },
  {
    what: "`with`",
    refusal: "unsupportedSyntax",
    example: `with (Math) { console.log(1); }`,
    kinds: [SyntaxKind.WithStatement],
  },
  {
    what: "Decorators",
    refusal: "unsupportedSyntax",
    example: `function mark(a: unknown, b: unknown): void {} @mark class Lamp {}`,
    kinds: [SyntaxKind.Decorator],
  },
  {
    what: "Enums in several parts",
    refusal: "unsupportedSyntax",
    example: `enum Size { SMALL } enum Size { LARGE = 1 }`,
  },
  {
    what: "Computed names of members of classes",
    refusal: "computedName",
    example: `const key = "width"; class Size { [key] = 640; }`,
  },
  {
    what: "Index signatures in classes",
    refusal: "ambiguousMember",
    example: `class Table { [key: string]: number; } const table = new Table(); table["a"] = 1;`,
    kinds: [SyntaxKind.IndexSignature],
  },
  {
    what: "`this` of plain functions",
    refusal: "functionThis",
    example: `function nameOf(this: { name: string }): string { return this.name; }`,
  },
  {
    what: "Methods as values, without their object",
    refusal: "methodValue",
    example: `class Lamp { n = 1; on(): number { return this.n; } } const lamp = new Lamp(); const on = lamp.on;`,
  },
  {
    what: "The rest of an instance's fields",
    refusal: "unsupportedPattern",
    example: `class Size { a = 1; b = 2; } const { a, ...others } = new Size();`,
  },
  {
    what: "`arguments`",
    refusal: "unknownGlobal",
    example: `function count(): number { return arguments.length; }`,
  },
  {
    what: "`eval`, `Function`",
    refusal: "unknownGlobal",
    example: `eval("1");`,
  },
  {
    what: "`Proxy`, `Reflect`, `Symbol()`, `WeakRef`",
    refusal: "unknownGlobal",
    example: `const seen = new WeakRef({ a: 1 });`,
  },
  {
    what: "Prototypes and property descriptors",
    refusal: "unknownMember",
    example: `Object.defineProperty({}, "a", { value: 1 });`,
  },
  {
    what: "`Date`, `Intl`",
    refusal: "unknownGlobal",
    example: `const started = new Date();`,
  },
  {
    what: "What depends on a locale",
    refusal: "unknownMember",
    example: `const order = "a".localeCompare("b", "sv");`,
  },
  {
    what: "`Error.stack`",
    refusal: "unknownMember",
    example: `const stack = new Error("a").stack;`,
  },
  {
    what: "The globals of browsers and of Node",
    refusal: "unknownGlobal",
    example: `console.log(process.argv);`,
  },
  {
    what: "`==` between values of different kinds",
    refusal: "looseEquality",
    example: `const entered = [1, "1"][0]; console.log(entered == 1);`,
  },
  {
    what: "Telling `null` from `undefined` in a program that uses a board's modules",
    refusal: "undefinedOrNull",
    example: `import * as time from "time"; function f(a: string | null | undefined): boolean { return a === null; }`,
  },
  {
    what: "Halves of surrogate pairs",
    refusal: "literalOutsideBmp",
    example: `const half = "\\ud800";`,
  },
  {
    what: "Places in texts with characters beyond U+FFFF",
    refusal: "placeOutsideBmp",
    example: `const rest = "\u{1f600} smile".slice(2);`,
  },
];
