// Whether what a name stands for stays the same, and arrays as long as they are.
import { ts } from "ts-morph";
import type { Atom, Linear } from "./linear";
import { isUnaliased } from "./closed-arrays";
import { LENGTHENING, SHORTENING } from "./container-methods";
import { bare, isFunctionNode, isWithin, lengthOwner } from "./syntax";
import { WRITING, writesOf } from "./writes";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { walkKinds } from "./walk";

const KINDS = new Set([...WRITING, ts.SyntaxKind.CallExpression]);

export class FixedNames {
  /** The arrays that the program makes shorter, by the expressions that say so. */
  private readonly shortened: ts.Expression[] = [];
  /** Those that it makes longer. */
  private readonly lengthened: ts.Expression[] = [];

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) walkKinds(file, KINDS, (node) => this.enter(node));
  }

  private enter(node: ts.Node): void {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      if (this.types.kindAt(expression) !== "array") return;
      if (SHORTENING.has(name.text)) this.shortened.push(expression);
      if (LENGTHENING.has(name.text)) this.lengthened.push(expression);
    }
    for (const { target } of writesOf(node)) {
      if (ts.isElementAccessExpression(target)) this.lengthened.push(target.expression);
      const container = lengthOwner(target);
      if (container === null) continue;
      this.shortened.push(container);
      this.lengthened.push(container);
    }
  }

  /** Whether `declaration` never stands for anything else than at first, from where it can be seen. */
  isConstant(declaration: ts.Declaration | undefined): boolean {
    if (declaration === undefined) return false;
    const { writes } = this.uses.of(declaration);
    if (ts.isPropertyDeclaration(declaration))
      return writes.every(({ target }) => this.isMade(target, declaration));
    return (
      writes.length === 0 && (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration))
    );
  }

  /** Whether a field is set while its object is made, and only once. */
  private isMade(target: ts.Node, field: ts.PropertyDeclaration): boolean {
    const { writes } = this.uses.of(field);
    const access = target;
    const isOwn =
      ts.isPropertyAccessExpression(access) && access.expression.kind === ts.SyntaxKind.ThisKeyword;
    const statement = access.parent?.parent;
    const isFirst =
      statement !== undefined &&
      ts.isExpressionStatement(statement) &&
      ts.isConstructorDeclaration(statement.parent.parent);
    return isOwn && isFirst && writes.length === 1 && field.initializer === undefined;
  }

  /** Whether all that `sum` names stays as it is; lengths may grow where that makes the sum larger. */
  isFixed(sum: Linear): boolean {
    return [...sum.terms.values()].every(({ atom, factor }) =>
      atom.form === "length"
        ? this.isConstant(atom.declaration) && this.keepsLength(atom, factor > 0)
        : this.isConstant(atom.declaration),
    );
  }

  /** The same within `scope`, which nothing leaves and enters again without making all anew. */
  isFixedWithin(sum: Linear, scope: ts.Node): boolean {
    return [...sum.terms.values()].every(({ atom, factor }) => {
      const { writes, captured } = this.uses.of(atom.declaration);
      const isKept =
        this.isConstant(atom.declaration) ||
        (atom.declaration !== undefined &&
          ts.isVariableDeclaration(atom.declaration) &&
          !captured &&
          !writes.some(({ target }) => isWithin(target, scope)));
      return isKept && (atom.form === "value" || this.keepsLength(atom, factor > 0));
    });
  }

  /** Whether a container stays as long as it is; if `mayGrow`, at least as long. */
  keepsLength({ node }: Atom, mayGrow: boolean): boolean {
    const kind = this.types.kindAt(node);
    if (kind !== "array") return kind === "bytes" || kind === "string" || kind === "tuple";
    const isSame = (other: ts.Expression) => this.mayBeSame(other, node);
    return !this.shortened.some(isSame) && (mayGrow || !this.lengthened.some(isSame));
  }

  private mayBeSame(a: ts.Expression, b: ts.Expression): boolean {
    const [own, other] = [ownerOf(a, this.uses), ownerOf(b, this.uses)];
    if (own !== undefined || other !== undefined) return own === other;
    const { checker } = this.types;
    const [left, right] = [a, b].map((node) =>
      checker.getNonNullableType(this.types.typeAt(node)),
    ) as [ts.Type, ts.Type];
    return checker.isTypeAssignableTo(left, right) || checker.isTypeAssignableTo(right, left);
  }
}

/** The variable that is the only way to an array. */
export function ownerOf(container: ts.Expression, uses: Uses): ts.VariableDeclaration | undefined {
  const node = bare(container);
  const declaration = ts.isIdentifier(node) ? uses.declarationAt(node) : undefined;
  const isOwner =
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    isUnaliased(declaration, uses);
  return isOwner ? declaration : undefined;
}

/** The function that a node belongs to. */
export function functionAround(node: ts.Node): ts.Node {
  let current = node.parent;
  while (!isFunctionNode(current) && !ts.isSourceFile(current)) current = current.parent;
  return current;
}
