// TypeScript takes `words[9]` and `record[key]` for something that is there, and leaves the right
// side of `words[9] ?? 0` out of the type: here it is in.
import { ts } from "ts-morph";
import { bare } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { walkKinds } from "./walk";

/** TypeScript has it, and does not declare it. */
interface Unions {
  getUnionType(types: readonly ts.Type[]): ts.Type;
}

/** `left ?? right`, `left || right` */
export const isFallback = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ||
    node.operatorToken.kind === ts.SyntaxKind.BarBarToken);

/** `node` with the parentheses around it, and `satisfies`. */
export function outermost(node: ts.Expression): ts.Expression {
  let place = node;
  while (ts.isParenthesizedExpression(place.parent) || ts.isSatisfiesExpression(place.parent))
    place = place.parent;
  return place;
}

const KINDS = new Set([ts.SyntaxKind.BinaryExpression]);

export class FallbackTypes {
  private readonly found = new Map<ts.Node, ts.Type>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
  ) {}

  /** The fallbacks, and the variables that are made of them, with the types that they have. */
  in(files: readonly ts.SourceFile[]): ReadonlyMap<ts.Node, ts.Type> {
    for (const file of files)
      walkKinds(file, KINDS, (node) => {
        if (isFallback(node) && !this.found.has(node)) this.enter(node);
      });
    return this.found;
  }

  private enter(node: ts.BinaryExpression): void {
    const [left, otherwise] = [bare(node.left), bare(node.right)];
    for (const inner of [left, otherwise]) if (isFallback(inner)) this.enter(inner);
    const isNew = () => this.addsKinds(node);
    const isFound = this.found.has(left) || this.found.has(otherwise);
    if (!isFound && !this.types.memory.fact("adds kinds", node, isNew)) return;
    const whole = this.typeOf(left) ?? this.types.typeAt(node);
    const right = this.typeOf(otherwise) ?? this.types.typeAt(node.right);
    const known = this.types.kindsOf(whole);
    if (known.has("unknown") || ts.isObjectLiteralExpression(otherwise)) return;
    const unions = this.types.checker as unknown as Unions;
    const type = unions.getUnionType([this.types.checker.getNonNullableType(whole), right]);
    this.give(node, type);
  }

  /** Whether the right side may be what TypeScript does not take the whole for. */
  private addsKinds(node: ts.BinaryExpression): boolean {
    const known = this.types.kindsOf(this.types.typeAt(node));
    return [...this.types.kindsOf(this.types.typeAt(node.right))].some((kind) => !known.has(kind));
  }

  /** `node` is of `type`, and so is the variable that it makes, wherever nothing narrows that. */
  private give(node: ts.Expression, type: ts.Type): void {
    this.found.set(node, type);
    const place = outermost(node);
    for (let outer = node; outer !== place;) {
      outer = outer.parent as ts.Expression;
      this.found.set(outer, type);
    }
    const declaration = place.parent;
    if (!ts.isVariableDeclaration(declaration) || declaration.type !== undefined) return;
    const { checker } = this.types;
    const declared = checker.getTypeAtLocation(declaration);
    for (const reference of this.uses.of(declaration).references)
      if (ts.isIdentifier(reference) && checker.getTypeAtLocation(reference) === declared)
        this.give(reference, type);
  }

  private typeOf(node: ts.Node): ts.Type | undefined {
    return this.found.get(node);
  }
}
