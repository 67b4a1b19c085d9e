// What code writes to: assignments of every form, `++` and `--`, and the heads of loops.
import { ts } from "ts-morph";
import { isAssignmentOperator } from "./syntax";
import { targetsOf } from "./targets";

export interface Write {
  /** The name, member or element that is written to. */
  readonly target: ts.Expression;
  /** What is assigned; null where that is not one expression (a loop's variable, a pattern). */
  readonly value: ts.Expression | null;
  /** `x op= value`; `++` and `--` are `+=` and `-=` without a value. */
  readonly operator: ts.SyntaxKind;
  /** The assignment. */
  readonly node: ts.Node;
}

/** Of these kinds is what writes. */
export const WRITING = [
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.PostfixUnaryExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
];

const KINDS: ReadonlySet<ts.SyntaxKind> = new Set(WRITING);

export type Step = ts.PostfixUnaryExpression | ts.PrefixUnaryExpression;

/** `++` and `--`, on either side of what they change. */
export const isStep = (node: ts.Node): node is Step =>
  (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
  (node.operator === ts.SyntaxKind.PlusPlusToken ||
    node.operator === ts.SyntaxKind.MinusMinusToken);

const NONE: readonly Write[] = [];

/** By the tree alone: every analysis asks for them. */
const known = new WeakMap<ts.Node, readonly Write[]>();

/** What `node` itself writes to, patterns taken apart; not what is written in the parts of it. */
export function writesOf(node: ts.Node): readonly Write[] {
  if (!KINDS.has(node.kind)) return NONE;
  let found = known.get(node);
  if (found === undefined) known.set(node, (found = findWrites(node)));
  return found;
}

function findWrites(node: ts.Node): readonly Write[] {
  const { EqualsToken, MinusEqualsToken, PlusEqualsToken, PlusPlusToken } = ts.SyntaxKind;
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind))
    return writes(node.left, node.right, node.operatorToken.kind, node);
  if (isStep(node)) {
    const operator = node.operator === PlusPlusToken ? PlusEqualsToken : MinusEqualsToken;
    return writes(node.operand, null, operator, node);
  }
  const isHead =
    (ts.isForOfStatement(node) || ts.isForInStatement(node)) &&
    !ts.isVariableDeclarationList(node.initializer);
  return isHead ? writes(node.initializer as ts.Expression, null, EqualsToken, node) : NONE;
}

const writes = (
  left: ts.Expression,
  value: ts.Expression | null,
  operator: ts.SyntaxKind,
  node: ts.Node,
): Write[] => targetsOf(left, value).map((part) => ({ ...part, operator, node }));
