// What operators make of numbers, where they make circles and where the sign of a zero shows.
import { ts } from "ts-morph";
import { isSame } from "./facts";
import { combine, int, type NumberInfo } from "./number-info";
import type { NumberSolver } from "./number-solver";
import type { MissingNumbers } from "./missing-numbers";
import type { Key } from "./number-table";
import { bare, isAssignmentOperator } from "./syntax";

export class NumberOperations {
  /** Whether the sign of a zero can be seen anywhere. */
  zerosShow = false;
  /** Known once the places are known where numbers are missing. */
  private missing: MissingNumbers | null = null;
  /** What has been reckoned with, and what was made of it. */
  private readonly operands = new Map<ts.Expression, Set<Key>>();

  constructor(
    private readonly solver: NumberSolver,
    private readonly evaluate: (node: ts.Expression) => NumberInfo | null,
  ) {}

  /** What `left operator right` gives; `++` has no right side. */
  of(
    at: ts.Node,
    operator: string,
    leftNode: ts.Expression,
    rightNode: ts.Expression | null,
  ): NumberInfo | null {
    const operand = (node: ts.Expression) =>
      this.solver.operand(() => this.operand(node, operator));
    const [left, isLeftCyclic] = operand(leftNode);
    const [right, isRightCyclic] = rightNode === null ? [int(1, 1), false] : operand(rightNode);
    if (left === null || right === null) return null;
    const isProduct = operator === "*";
    // What is left of something does not grow; nobody counts on recurrences of differences.
    const isSum = operator === "+";
    // What bounds hold does not grow either: `sum % 10`.
    const isLeftGrowing = isLeftCyclic && isOpen(left);
    const isRightGrowing = isRightCyclic && isOpen(right);
    const isCyclic =
      (isProduct ? isLeftGrowing || isRightGrowing : isSum && isLeftGrowing && isRightGrowing) &&
      !isHalved(at);
    if (isCyclic) this.solver.setCyclic(at);
    const result = combine(operator, left, right, this.solver.isCyclic(at));
    const isSquare = isProduct && rightNode !== null && isSame(leftNode, rightNode);
    return this.withZero(isSquare ? { ...result, negativeZero: false } : result);
  }

  /** What `node` is where it is reckoned with. */
  operand(node: ts.Expression, operator: string): NumberInfo | null {
    const key = this.solver.making;
    if (key !== null) this.operands.set(node, (this.operands.get(node) ?? new Set()).add(key));
    const info = this.evaluate(node);
    return this.missing === null ? info : this.missing.with(info, node, operator);
  }

  /** Gives back what is another number now that `missing` is known. */
  reckonWith(missing: MissingNumbers): Set<Key> {
    this.missing = missing;
    const changed = [...this.operands].filter(([node]) => missing.may(node));
    return new Set(changed.flatMap(([, keys]) => [...keys]));
  }

  /** Where the sign of a zero shows, what may be -0 is made as a float. */
  withZero(info: NumberInfo): NumberInfo {
    const isFloat = this.zerosShow && info.negativeZero && info.kind === "int";
    return isFloat ? { ...info, kind: "unknown" } : info;
  }
}

const isOpen = ({ low, high }: NumberInfo): boolean => low === -Infinity || high === Infinity;

/** `(low + high) / 2` does not grow. What `(n *= n) / 2` leaves in the variable does. */
function isHalved(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node) || isAssignmentOperator(node.operatorToken.kind)) return false;
  let place: ts.Node = node;
  while (ts.isParenthesizedExpression(place.parent)) place = place.parent;
  const { parent } = place;
  if (!ts.isBinaryExpression(parent) || parent.left !== place) return false;
  const operator = parent.operatorToken.kind;
  const { SlashToken, GreaterThanGreaterThanToken, GreaterThanGreaterThanGreaterThanToken } =
    ts.SyntaxKind;
  return (
    [SlashToken, GreaterThanGreaterThanToken, GreaterThanGreaterThanGreaterThanToken].includes(
      operator as never,
    ) && ts.isNumericLiteral(bare(parent.right))
  );
}
