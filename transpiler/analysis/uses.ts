// Where every declaration of the program is read and written: one walk, asked by all analyses.
import { ts } from "ts-morph";
import { isAssignmentOperator, scopeOf } from "./syntax";
import { targetsOf } from "./targets";
import { declarationOf, type Types } from "./types";
import { walk } from "./walk";

export interface Write {
  /** The name or member that is written to. */
  readonly target: ts.Node;
  /** What is assigned; null where that is not one expression (a loop's variable, a pattern). */
  readonly value: ts.Expression | null;
  /** `x op= value`; `++` and `--` are `+=` and `-=` without a value. */
  readonly operator: ts.SyntaxKind;
  /** The assignment. */
  readonly node: ts.Node;
}

export interface Use {
  readonly references: ts.Node[];
  readonly writes: Write[];
  /** Read or written in a function inside the one that declares it. */
  captured: boolean;
}

const NOTHING: Use = { references: [], writes: [], captured: false };

export class Uses {
  private readonly uses = new Map<ts.Declaration, Use>();

  constructor(
    private readonly types: Types,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) walk(file, (node) => this.enter(node));
  }

  of(declaration: ts.Declaration | undefined): Use {
    return (declaration && this.uses.get(declaration)) ?? NOTHING;
  }

  /** What a name means: in `{ a }` the variable, not the property. */
  declarationAt(node: ts.Node): ts.Declaration | undefined {
    if (
      node.parent !== undefined &&
      ts.isShorthandPropertyAssignment(node.parent) &&
      node.parent.name === node
    ) {
      return declarationOf(this.types.checker.getShorthandAssignmentValueSymbol(node.parent));
    }
    return declarationOf(this.types.symbolAt(node));
  }

  private enter(node: ts.Node): void {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) this.enterName(node);
    else if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
      this.enterTarget(node.left, node.right, node.operatorToken.kind, node);
    } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const { PlusPlusToken, MinusMinusToken, PlusEqualsToken, MinusEqualsToken } = ts.SyntaxKind;
      if (node.operator === PlusPlusToken)
        this.enterTarget(node.operand, null, PlusEqualsToken, node);
      if (node.operator === MinusMinusToken)
        this.enterTarget(node.operand, null, MinusEqualsToken, node);
    } else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
      if (!ts.isVariableDeclarationList(node.initializer)) {
        this.enterTarget(node.initializer, null, ts.SyntaxKind.EqualsToken, node);
      }
    }
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

  private enterTarget(
    target: ts.Expression,
    value: ts.Expression | null,
    operator: ts.SyntaxKind,
    node: ts.Node,
  ): void {
    for (const part of targetsOf(target, value)) {
      const place = part.target;
      const name = ts.isPropertyAccessExpression(place) ? place.name : place;
      const declaration = this.declarationAt(name);
      if (declaration !== undefined)
        this.useOf(declaration).writes.push({ ...part, operator, node });
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
