// Names and advice for the syntax that has no visitor.
import { ts } from "ts-morph";

const DESCRIPTIONS: Partial<Record<ts.SyntaxKind, readonly [string, string]>> = {
  [ts.SyntaxKind.BigIntLiteral]: [
    "A bigint",
    "Write a number, which is exact up to 2 ** 53; keep what is larger in two of them, or as text.",
  ],
  [ts.SyntaxKind.DeleteExpression]: [
    "`delete` inside an expression",
    "Write `delete record[key]` as a statement, or use a Map.",
  ],
  [ts.SyntaxKind.ImportEqualsDeclaration]: [
    "`import x = …`",
    "Write `import * as x from …`, or a `const`.",
  ],
  [ts.SyntaxKind.ModuleDeclaration]: [
    "A namespace",
    'Move what it exports into a file of its own and write `import * as Name from "./name"`, or make it static members of a class.',
  ],
  [ts.SyntaxKind.WithStatement]: ["`with`", "Write the object in front of each member."],
};

/** What `node` is called in a message, and what to write instead. */
export function describeSyntax(node: ts.Node): { what: string; instead: string } {
  const [what, instead] = DESCRIPTIONS[node.kind] ?? [
    `\`${ts.SyntaxKind[node.kind]}\``,
    "Say the same with statements, functions or classes of the list in the manual (docs/subset.md).",
  ];
  return { what, instead };
}
