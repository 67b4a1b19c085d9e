// Names and advice for the syntax that has no visitor.
import { ts } from "ts-morph";

const DESCRIPTIONS: Partial<Record<ts.SyntaxKind, readonly [string, string]>> = {
  [ts.SyntaxKind.BigIntLiteral]: ["A bigint", "Write a number: Python's ints have no limit."],
  [ts.SyntaxKind.DeleteExpression]: [
    "`delete` inside an expression",
    "Write `delete record[key]` as a statement, or use a Map.",
  ],
  [ts.SyntaxKind.ModuleDeclaration]: ["A namespace", "Use modules."],
  [ts.SyntaxKind.WithStatement]: ["`with`", "Name the object."],
};

/** What `node` is called in a message, and what to write instead. */
export function describeSyntax(node: ts.Node): { what: string; instead: string } {
  const [what, instead] = DESCRIPTIONS[node.kind] ?? [
    `\`${ts.SyntaxKind[node.kind]}\``,
    "Write it in another way.",
  ];
  return { what, instead };
}
