// The printer alone: nodes in, text out.
import { describe, expect, it } from "vitest";
import type { Expression, Statement } from "../../transpiler/python/ast";
import * as build from "../../transpiler/python/build";
import { printModule, printNode } from "../../transpiler/python/printer";

const [a, b, c] = ["a", "b", "c"].map(build.name) as [Expression, Expression, Expression];
const {
  attribute,
  binary,
  boolean,
  call,
  compare,
  conditional,
  dict,
  list,
  not,
  number,
  slice,
  string,
  subscript,
  tuple,
  unary,
} = build;
const lambda: Expression = { kind: "Lambda", parameters: [{ name: "x" }], body: a };
const named: Expression = { kind: "NamedExpression", target: build.name("t"), value: a };
const waited: Expression = { kind: "Await", value: a };

const expressions: [Expression, string][] = [
  [binary(binary(a, "+", b), "*", c), "(a + b) * c"],
  [binary(a, "+", binary(b, "*", c)), "a + b * c"],
  [binary(a, "-", binary(b, "-", c)), "a - (b - c)"],
  [binary(binary(a, "-", b), "-", c), "a - b - c"],
  [binary(binary(a, "**", b), "**", c), "(a ** b) ** c"],
  [binary(a, "**", binary(b, "**", c)), "a ** b ** c"],
  [binary(unary("-", a), "**", b), "(-a) ** b"],
  [unary("-", binary(a, "**", b)), "-a ** b"],
  [binary(a, "**", unary("-", b)), "a ** -b"],
  [binary(number(-2), "**", number(2)), "(-2) ** 2"],
  [unary("-", unary("-", a)), "--a"],
  [unary("~", binary(a, "|", b)), "~(a | b)"],
  [binary(binary(a, "&", b), "|", c), "a & b | c"],
  [binary(binary(a, "<<", b), "+", c), "(a << b) + c"],
  [compare(compare(a, "<", b), "==", c), "(a < b) == c"],
  [compare(a, "<", compare(b, "==", c)), "a < (b == c)"],
  [compare(compare(a, "is", b), "in", c), "(a is b) in c"],
  [compare(binary(a, "&", b), "==", c), "a & b == c"],
  [unary("not", compare(a, "==", b)), "not a == b"],
  [compare(unary("not", a), "==", b), "(not a) == b"],
  [not(compare(a, "==", b)), "a != b"],
  [not(compare(a, "<", b)), "not a < b"],
  [not(not(a)), "a"],
  [not(boolean(a, "or", b)), "not (a or b)"],
  [boolean(boolean(a, "or", b), "and", c), "(a or b) and c"],
  [boolean(a, "or", boolean(b, "and", c)), "a or b and c"],
  [conditional(a, b, conditional(b, c, a)), "a if b else b if c else a"],
  [conditional(conditional(a, b, c), b, c), "(a if b else c) if b else c"],
  [boolean(conditional(a, b, c), "or", a), "(a if b else c) or a"],
  [call(lambda, [b]), "(lambda x: a)(b)"],
  [call(a, [lambda, b]), "a(lambda x: a, b)"],
  [conditional(lambda, a, b), "(lambda x: a) if a else b"],
  [compare(named, "is not", build.NONE), "(t := a) is not None"],
  [call(a, [named]), "a((t := a))"],
  [attribute(waited, "b"), "(await a).b"],
  [binary(waited, "+", b), "await a + b"],
  [binary(waited, "**", b), "await a ** b"],
  [attribute(number(1), "real"), "(1).real"],
  [attribute(binary(a, "+", b), "c"), "(a + b).c"],
  [subscript(a, tuple(b, c)), "a[(b, c)]"],
  [slice(a, null, b), "a[:b]"],
  [slice(a, binary(b, "+", c), null), "a[b + c :]"],
  [slice(a, number(1), unary("-", number(1))), "a[1:-1]"],
  [tuple(a), "(a,)"],
  [tuple(), "()"],
  [list(a, b), "[a, b]"],
  [dict({ key: string("k"), value: a }), '{"k": a}'],
  [
    call(
      a,
      [{ kind: "Starred", value: b }],
      [
        { name: "k", value: c },
        { name: null, value: a },
      ],
    ),
    "a(*b, k=c, **a)",
  ],
  [string('say "hi"'), `'say "hi"'`],
  [string(`"it's"`), `"\\"it's\\""`],
  [string("a\n\t\\\0\u00a0"), '"a\\n\\t\\\\\\x00\\u00a0"'],
  [{ kind: "FormattedString", parts: ["{", a, '}"'] }, `f'{{{a}}}"'`],
  [{ kind: "FormattedString", parts: [`"it's`, a] }, `f"\\"it's{a}"`],
  [slice(a, null, unary("-", number(1))), "a[:-1]"],
  [build.comprehension("list", a, a, b, c), "[a for a in b if c]"],
  [call(a, [build.comprehension("generator", a, a, b)]), "a(a for a in b)"],
  [
    build.comprehension("generator", a, tuple(a, b), conditional(a, b, c)),
    "(a for a, b in (a if b else c))",
  ],
];

const statements: [Statement, string][] = [
  [build.assign(tuple(a, b), tuple(b, a)), "a, b = b, a"],
  [build.ifStatement(a, [], []), "if a:\n    pass"],
  [
    build.ifStatement(
      a,
      [build.simple("break")],
      [build.ifStatement(b, [], [build.returnStatement(c)])],
    ),
    "if a:\n    break\nelif b:\n    pass\nelse:\n    return c",
  ],
  [{ kind: "For", target: tuple(a, b), iterable: c, body: [] }, "for a, b in c:\n    pass"],
  [
    { kind: "ImportFrom", module: ".x", names: [{ name: "a", alias: "b" }] },
    "from .x import a as b",
  ],
  [{ kind: "Docstring", text: 'One.\n\nTwo "q"' }, '"""One.\n\nTwo "q\\"\n"""'],
  [
    {
      kind: "Try",
      body: [],
      handlers: [{ type: a, name: "e", body: [] }],
      finalBody: [build.simple("pass")],
    },
    "try:\n    pass\nexcept a as e:\n    pass\nfinally:\n    pass",
  ],
  [{ ...build.assign(a, b), trailing: "why" }, "a = b  # why"],
];

describe("expressions", () => {
  it.each(expressions)("%#: %s → %s", (node, text) => expect(printNode(node)).toBe(text));
});

describe("statements", () => {
  it.each(statements)("%#: %s → %s", (node, text) => expect(printNode(node)).toBe(text));
});

describe("long lines", () => {
  const long = (id: string) => build.name(id.repeat(40));
  it.each<[Statement, string]>([
    [
      build.expressionStatement(call(long("f"), [long("x"), long("y")])),
      `${"f".repeat(40)}(\n    ${"x".repeat(40)},\n    ${"y".repeat(40)},\n)`,
    ],
    [
      build.assign(a, boolean(long("x"), "and", boolean(long("y"), "and", long("z")))),
      `a = (\n    ${"x".repeat(40)}\n    and ${"y".repeat(40)}\n    and ${"z".repeat(40)}\n)`,
    ],
    [
      build.ifStatement(
        boolean(compare(long("x"), "<", a), "or", compare(long("y"), "<", long("z"))),
        [],
      ),
      `if (\n    ${"x".repeat(40)} < a\n    or ${"y".repeat(40)} < ${"z".repeat(40)}\n):\n    pass`,
    ],
  ])("%# are broken at their outermost brackets", (node, text) =>
    expect(printNode(node)).toBe(text),
  );
});

describe("empty lines", () => {
  const define = (name: string): Statement => ({
    kind: "FunctionDefinition",
    name,
    async: false,
    decorators: [],
    parameters: [],
    body: [],
  });
  const textOf = (body: Statement[]) =>
    printModule({ body })
      .map(({ text }) => text)
      .join("\n");

  it("are two around definitions, none below a comment that belongs to one", () => {
    const comment: Statement = { kind: "Comment", text: "note" };
    expect(
      textOf([build.assign(a, b), comment, define("f"), define("g"), build.assign(a, b)]),
    ).toBe("a = b\n\n\n# note\ndef f():\n    pass\n\n\ndef g():\n    pass\n\n\na = b");
  });

  it("are kept once where the author left some", () => {
    expect(
      textOf([
        build.BLANK,
        build.assign(a, b),
        build.BLANK,
        build.BLANK,
        build.assign(b, a),
        build.BLANK,
      ]),
    ).toBe("a = b\n\nb = a");
  });
});

describe("lines", () => {
  it("know where they come from", () => {
    const origin = { file: "main.ts", line: 7, column: 1 };
    const body: Statement[] = [
      {
        ...build.ifStatement(a, [{ ...build.simple("pass"), origin: { ...origin, line: 8 } }]),
        origin,
      },
    ];
    expect(printModule({ body }).map((line) => line.origin?.line)).toEqual([7, 8]);
  });
});
