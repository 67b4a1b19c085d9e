// Random expressions of a known type, over the variables of random programs (programs.ts).
import fc, { type Arbitrary } from "fast-check";

export type Type = "boolean" | "number" | "numbers" | "string" | "strings" | "union";

/** The variables that every program has, by type. */
export const VARIABLES: Record<Type, readonly string[]> = {
  boolean: ["b0", "b1"],
  number: ["n0", "n1", "n2"],
  numbers: ["xs", "ys"],
  string: ["s0", "s1"],
  strings: ["words"],
  union: ["same(u0)", "same(u1)"],
};

const variable = (type: Type): Arbitrary<string> => fc.constantFrom(...VARIABLES[type]);

/** A template in which every `#` is filled by the arbitrary at its place. */
function filled(template: string, ...parts: Arbitrary<string>[]): Arbitrary<string> {
  const texts = template.split("#");
  return fc
    .tuple(...parts)
    .map((values) => texts.map((text, index) => text + (values[index] ?? "")).join(""));
}

const small = fc.integer({ min: 0, max: 4 }).map(String);
const number = fc.oneof(
  fc.integer({ min: -9, max: 99 }).map((value) => (value < 0 ? `(${value})` : String(value))),
  fc.constantFrom("0.5", "2.25", "1e3", "0x1f", "-0.1").map((text) => `(${text})`),
);
const text = fc
  .constantFrom("", "a", "b-c", "Hello", "12", "x y", "'", '"', "ab,cd", "3.5")
  .map((value) => JSON.stringify(value));

type Ties = Record<Type, (depth: number) => Arbitrary<string>>;

function numbers(tie: Ties, depth: number): Arbitrary<string> {
  const n = tie.number(depth);
  const s = tie.string(depth);
  const xs = tie.numbers(depth);
  const operator = fc.constantFrom("+", "-", "*", "/", "%");
  const bits = fc.constantFrom("&", "|", "^");
  return fc.oneof(
    { weight: 4, arbitrary: filled("(# # #)", n, operator, n) },
    filled("(# # #)", n, bits, n),
    filled("(# << #)", n, small),
    filled("(# >> #)", n, small),
    filled("(# >>> #)", n, small),
    filled("Math.#(#)", fc.constantFrom("floor", "ceil", "round", "trunc", "abs", "sign"), n),
    filled("Math.#(#, #)", fc.constantFrom("max", "min"), n, n),
    filled("-#", variable("number")),
    filled("(#.length)", fc.oneof(s, xs)),
    filled("#.indexOf(#)", xs, n),
    filled("(#[#] ?? #)", variable("numbers"), small, n),
    filled("(# ? # : #)", tie.boolean(depth), n, n),
    filled("#.reduce((sum, x) => sum + x, #)", xs, n),
    filled("twice(#)", n),
    filled("(#.codePointAt(#) ?? 0)", s, small),
    filled("(# = #)", variable("number"), n),
    filled("(# # #)", variable("number"), fc.constantFrom("+=", "-=", "*="), n),
    filled("(##)", variable("number"), fc.constantFrom("++", "--")),
    filled("Number(#)", s),
    filled("(#[#] # #)", variable("numbers"), small, fc.constantFrom("+", "-", "*", "|"), n),
    filled("(typeof u0 === 'number' ? u0 : #)", n),
    filled("items.reduce((sum, one) => sum + one.n, #)", n),
    filled("(items[#]?.n ?? #)", small, n),
    filled("(opt.a ?? #)", n),
    filled("(opt.a # #)", fc.constantFrom("=", "??=", "||="), n),
    filled("box.#", fc.constantFrom("value", "twice", "next()")),
    filled("box.add(#)", n),
    filled("(box.value # #)", fc.constantFrom("=", "+=", "-="), n),
    filled("counter()"),
    filled("#.push(#)", variable("numbers"), n),
    filled("Math.#(...#, #)", fc.constantFrom("max", "min"), tie.numbers(depth), n),
    filled("(counts.get(#)! + #)", s, n),
    filled("(~#)", n),
    filled("(#, #)", filled("(# += 1)", variable("number")), n),
    filled("parseInt(#, 10)", s),
  );
}

function strings(tie: Ties, depth: number): Arbitrary<string> {
  const n = tie.number(depth);
  const s = tie.string(depth);
  return fc.oneof(
    { weight: 3, arbitrary: filled("(# + #)", s, s) },
    { weight: 2, arbitrary: filled("`<${#}|${#}>`", n, s) },
    filled("(# + #)", s, n),
    filled("#.slice(#, #)", s, small, small),
    filled("#.#()", s, fc.constantFrom("toUpperCase", "toLowerCase", "trim")),
    filled("#.charAt(#)", s, small),
    filled('(#[#] ?? "none")', variable("string"), small),
    filled("#.repeat(#)", s, fc.constantFrom("0", "1", "2")),
    filled('#.padStart(#, "*")', s, small),
    filled("#.join(#)", fc.oneof(tie.numbers(depth), tie.strings(depth)), text),
    filled("(# ? # : #)", tie.boolean(depth), s, s),
    filled("String(#)", fc.oneof(n, tie.boolean(depth))),
    filled('#.replace(#, "_")', s, text),
    filled("greet(#)", s),
    filled("(# = #)", variable("string"), s),
    filled("(# # #)", variable("string"), fc.constantFrom("+=", "||=", "&&="), s),
    filled("#(#)", fc.constantFrom("String", "describe"), tie.union(depth)),
    filled("(typeof #)", tie.union(depth)),
    filled("`${#}`", tie.union(depth)),
    filled('items.map((one) => one.s + #).join("/")', s),
    filled("box.label(#)", s),
    filled("opt.b"),
  );
}

function booleans(tie: Ties, depth: number): Arbitrary<string> {
  const b = tie.boolean(depth);
  const n = tie.number(depth);
  const s = tie.string(depth);
  return fc.oneof(
    filled("(# # #)", n, fc.constantFrom("<", "<=", ">", ">="), n),
    filled("(# # #)", variable("number"), fc.constantFrom("===", "!=="), n),
    filled("(# === #)", variable("string"), s),
    filled("(# < #)", s, s),
    filled("(# # #)", b, fc.constantFrom("&&", "||"), b),
    filled("!#", b),
    filled("#.includes(#)", tie.numbers(depth), n),
    filled("#.#(#)", s, fc.constantFrom("includes", "startsWith", "endsWith"), s),
    filled(
      "#.#((x) => x > #)",
      tie.numbers(depth),
      fc.constantFrom("some", "every"),
      variable("number"),
    ),
    filled("Boolean(#)", fc.oneof(n, s, tie.union(depth))),
    filled("!#", tie.union(depth)),
    filled("(# === #)", tie.union(depth), fc.oneof(tie.union(depth), n, s, fc.constant("null"))),
    filled("(# !== #)", tie.union(depth), tie.union(depth)),
    filled(
      "(typeof # === #)",
      tie.union(depth),
      fc.constantFrom("'number'", "'string'", "'object'"),
    ),
    filled("items.some((one) => one.n > #)", n),
    filled("('a' in opt)"),
    filled("(# && # !== null)", tie.union(depth), tie.union(depth)).map((text) => `!!${text}`),
    filled("isNaN(#)", n),
  );
}

function unions(tie: Ties, depth: number): Arbitrary<string> {
  const u = tie.union(depth);
  const n = tie.number(depth);
  const s = tie.string(depth);
  return fc
    .oneof(
      n,
      s,
      fc.constant("null"),
      filled("(# ? # : #)", tie.boolean(depth), u, n),
      filled("(# # #)", u, fc.constantFrom("??", "||", "&&"), fc.oneof(n, s)),
      filled("(# = #)", fc.constantFrom("u0", "u1"), u),
    )
    .map((text) => `same(${text})`);
}

function numberArrays(tie: Ties, depth: number): Arbitrary<string> {
  const n = tie.number(depth);
  const xs = tie.numbers(depth);
  return fc.oneof(
    filled("[#, #]", n, n),
    filled("[...#, #]", xs, n),
    filled("#.map((x) => x * #)", xs, variable("number")),
    filled("#.map((x, i) => x + i)", xs),
    filled("#.filter((x) => x > #)", xs, variable("number")),
    filled("#.slice(#)", xs, small),
    filled("#.concat(#)", xs, xs),
    filled("[...#].reverse()", xs),
    filled("[...#].sort((a, b) => a - b)", xs),
  );
}

function stringArrays(tie: Ties, depth: number): Arbitrary<string> {
  const s = tie.string(depth);
  return fc.oneof(
    filled("[#, #]", s, s),
    filled("#.split(#)", s, fc.constantFrom('","', '"-"', '" "')),
    filled("#.map((w) => w + #)", tie.strings(depth), variable("string")),
    filled("[...#].sort()", tie.strings(depth)),
  );
}

const COMPOUND: Record<Type, (tie: Ties, depth: number) => Arbitrary<string>> = {
  boolean: booleans,
  number: numbers,
  numbers: numberArrays,
  string: strings,
  strings: stringArrays,
  union: unions,
};

const LEAVES: Record<Type, Arbitrary<string>> = {
  boolean: variable("boolean"),
  number: fc.oneof(variable("number"), number),
  numbers: variable("numbers"),
  string: fc.oneof(variable("string"), text),
  strings: variable("strings"),
  union: variable("union"),
};

const memory = new Map<string, Arbitrary<string>>();

/** An expression of `type`, nested up to `depth` deep. */
export function expression(type: Type, depth: number): Arbitrary<string> {
  if (depth <= 0) return LEAVES[type];
  const key = `${type}${depth}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const inner = (part: Type) => (below: number) => expression(part, below - 1);
  const tie: Ties = {
    boolean: inner("boolean"),
    number: inner("number"),
    numbers: inner("numbers"),
    string: inner("string"),
    strings: inner("strings"),
    union: inner("union"),
  };
  const made = fc.oneof(LEAVES[type], COMPOUND[type](tie, depth));
  memory.set(key, made);
  return made;
}
