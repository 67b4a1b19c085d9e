// Where every declaration of the program is read and written: one walk, asked by all analyses.
import { ts } from "ts-morph";
import { keyedFields } from "./keyed-fields";
import { scopeOf } from "./syntax";
import { declarationOf, type Types } from "./types";
import { walkKinds } from "./walk";
import { WRITING, writesOf, type Write } from "./writes";

export interface Use {
  readonly references: ts.Node[];
  readonly writes: Write[];
  /** Read or written in a function inside the one that declares it. */
  captured: boolean;
}

const NOTHING: Use = { references: [], writes: [], captured: false };

const KINDS = new Set([...WRITING, ts.SyntaxKind.Identifier, ts.SyntaxKind.PrivateIdentifier]);

export class Uses {
  private readonly uses = new Map<ts.Declaration, Use>();

  constructor(
    private readonly types: Types,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) walkKinds(file, KINDS, (node) => this.enter(node));
  }

  of(declaration: ts.Declaration | undefined): Use {
    return (declaration && this.uses.get(declaration)) ?? NOTHING;
  }

  /** What a name means: in `{ a }` the variable, not the property. */
  declarationAt(node: ts.Node): ts.Declaration | undefined {
    const { parent } = node;
    if (parent !== undefined && ts.isShorthandPropertyAssignment(parent) && parent.name === node)
      return declarationOf(this.types.checker.getShorthandAssignmentValueSymbol(parent));
    return this.types.declarationAt(node);
  }

  private enter(node: ts.Node): void {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) this.enterName(node);
    for (const write of writesOf(node)) this.enterWrite(write);
  }

  private enterName(node: ts.Identifier | ts.PrivateIdentifier): void {
    const declaration = this.declarationAt(node);
    if (declaration === undefined) return;
    const use = this.useOf(declaration);
    if (node.parent !== declaration || !("name" in declaration) || declaration.name !== node) {
      use.references.push(node);
      // What `import *` names is a whole file.
      use.captured ||= !ts.isSourceFile(declaration) && scopeOf(node) !== scopeOf(declaration);
    }
  }

  private enterWrite(write: Write): void {
    const { target } = write;
    if (ts.isElementAccessExpression(target)) this.enterKeyedWrite(target, write);
    const name = ts.isPropertyAccessExpression(target) ? target.name : target;
    const declaration = this.declarationAt(name);
    if (declaration !== undefined) this.useOf(declaration).writes.push(write);
  }

  /** `this[key] = value` */
  private enterKeyedWrite(target: ts.ElementAccessExpression, write: Write): void {
    for (const symbol of keyedFields(target, this.types)?.values() ?? []) {
      const field = declarationOf(symbol);
      if (field !== undefined) this.useOf(field).writes.push(write);
    }
  }

  private useOf(declaration: ts.Declaration): Use {
    const known = this.uses.get(declaration);
    if (known !== undefined) return known;
    const use: Use = { references: [], writes: [], captured: false };
    this.uses.set(declaration, use);
    return use;
  }
}
