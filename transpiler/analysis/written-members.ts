// The names of the members that are written anywhere after the object is made.
import { ts } from "ts-morph";
import { bare } from "./syntax";
import { walkKinds } from "./walk";
import { WRITING, writesOf } from "./writes";

const KINDS = new Set([...WRITING, ts.SyntaxKind.Identifier]);

export class WrittenMembers {
  private readonly names = new Set<string>();
  /** `Object.assign` writes whatever its sources have. */
  private assigns = false;

  constructor(files: readonly ts.SourceFile[]) {
    for (const file of files) walkKinds(file, KINDS, (node) => this.enter(node));
  }

  has(name: string): boolean {
    return this.assigns || this.names.has(name);
  }

  private enter(node: ts.Node): void {
    if (ts.isIdentifier(node)) this.assigns ||= node.text === "assign";
    for (const { target } of writesOf(node)) {
      if (ts.isPropertyAccessExpression(target)) this.names.add(target.name.text);
      if (!ts.isElementAccessExpression(target)) continue;
      const name = bare(target.argumentExpression);
      if (ts.isStringLiteralLike(name)) this.names.add(name.text);
    }
  }
}
