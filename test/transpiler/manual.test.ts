// The pages of the manual are made of data; here they are held against the transpiler itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, it, test } from "vitest";
import { catalogue } from "../../transpiler/diagnostics/catalogue";
import { filesOf } from "../../transpiler/diagnostics/entry";
import { transpile } from "../../transpiler/index";
import { absences } from "../../transpiler/manual/absent";
import { diagnosticsPage, subsetPage } from "../../transpiler/manual/pages";
import { constructs } from "../../transpiler/manual/present";
import { packageRoot } from "../../transpiler/package-root";
import { expressionVisitors, statementVisitors } from "../../transpiler/visitors/index";
import { emit, runsAlike } from "./run-alike";

test.each([
  ["diagnostics.md", diagnosticsPage],
  ["subset.md", subsetPage],
])("docs/%s is what `npm run docs` makes", (name, page) => {
  const text = readFileSync(join(packageRoot, "docs", name), "utf8");
  expect(text === page(), `docs/${name} is not up to date: npm run docs`).toBe(true);
});

describe("what the subset has", () => {
  // Node has none of a board's modules.
  it.each(constructs)("$name runs alike", async ({ name, example }) => {
    const files = filesOf(example);
    if (name === "Modules") emit(files);
    else await runsAlike(files);
  });
});

describe("what the subset has not", () => {
  it.each(absences)("$what is refused", ({ example, refusal }) => {
    const { diagnostics } = transpile({ "main.ts": example }, { entry: "main.ts" });
    const own = diagnostics.filter(({ code }) => code.startsWith("TPY"));
    expect([...new Set(own.map(({ code }) => code))]).toEqual([catalogue[refusal].code]);
  });
});

/** Nodes that no program in a .ts file holds, or that are its frame. */
const NOT_WRITTEN =
  /^(JSDoc|Jsx|Synthe|SourceFile|Bundle|SyntaxList|Missing|Not[EA]mitted|NotEmitted|PartiallyEmitted|CommaList|NamespaceExportDeclaration|JSTypeAlias|JSImport|ImportTypeAssertion|Unparsed|Count)/;

function kindsIn(text: string): Set<ts.SyntaxKind> {
  const found = new Set<ts.SyntaxKind>();
  const visit = (node: ts.Node): void => {
    found.add(node.kind);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("main.ts", text, ts.ScriptTarget.ES2023));
  return found;
}

const { SyntaxKind } = ts;

/** Every kind of node but types, which are erased. */
function writtenKinds(): ts.SyntaxKind[] {
  const isType = (kind: number) =>
    kind >= SyntaxKind.FirstTypeNode && kind <= SyntaxKind.LastTypeNode;
  const literals = [SyntaxKind.NumericLiteral, SyntaxKind.BigIntLiteral, SyntaxKind.StringLiteral];
  const count = SyntaxKind.Count as number;
  const nodes = Array.from({ length: count }, (_, kind) => kind as ts.SyntaxKind).filter(
    (kind) => kind >= SyntaxKind.FirstNode && !isType(kind),
  );
  return [
    ...literals,
    SyntaxKind.RegularExpressionLiteral,
    SyntaxKind.PrivateIdentifier,
    ...nodes,
  ].filter((kind) => !NOT_WRITTEN.test(nameOf(kind)));
}

/** The name of its own: `FirstStatement` is a mark, `VariableStatement` a kind. */
const nameOf = (kind: ts.SyntaxKind): string =>
  Object.entries(SyntaxKind).find(
    ([name, value]) => value === kind && !/^(First|Last)/.test(name),
  )?.[0] ?? SyntaxKind[kind];

describe("every kind of syntax", () => {
  const shown = new Set(
    constructs.flatMap(({ example }) =>
      Object.values(filesOf(example)).flatMap((text) => [...kindsIn(text)]),
    ),
  );
  const absent = new Set(absences.flatMap(({ kinds }) => kinds ?? []));

  it("is shown by an example, or listed as absent", () => {
    const missing = writtenKinds().filter((kind) => !shown.has(kind) && !absent.has(kind));
    expect(missing.map(nameOf)).toEqual([]);
  });

  it("that has a visitor is shown", () => {
    const visited = [expressionVisitors, statementVisitors].flatMap((table) =>
      Object.keys(table).map((kind) => Number(kind) as ts.SyntaxKind),
    );
    expect(visited.filter((kind) => !shown.has(kind)).map(nameOf)).toEqual([]);
  });

  it("that is absent has no visitor, and its example holds it", () => {
    const tables = { ...expressionVisitors, ...statementVisitors };
    expect([...absent].filter((kind) => kind in tables).map(nameOf)).toEqual([]);
    for (const { example, kinds = [] } of absences) {
      const held = kindsIn(example);
      expect(kinds.filter((kind) => !held.has(kind)).map(nameOf), example).toEqual([]);
    }
  });
});
