// The names of the members that are written anywhere after the object is made.
import { ts } from "ts-morph";
import { bare } from "./syntax";
import { byTree, walkKinds } from "./walk";
import { WRITING, writesOf } from "./writes";

const KINDS = new Set([...WRITING, ts.SyntaxKind.Identifier]);

export class WrittenMembers {
  private readonly files: readonly WrittenInFile[];

  constructor(files: readonly ts.SourceFile[]) {
    this.files = files.map((file) => byTree(file, WrittenInFile, () => new WrittenInFile(file)));
  }

  has(name: string): boolean {
    return this.files.some((file) => file.has(name));
  }
}

class WrittenInFile {
  private readonly names = new Set<string>();
  /** `Object.assign` writes whatever its sources have. */
  private assigns = false;

  constructor(file: ts.SourceFile) {
    walkKinds(file, KINDS, (node) => this.enter(node));
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
