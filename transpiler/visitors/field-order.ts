// JavaScript gives an instance its fields before it looks at what the constructor is called with.
import { ts } from "ts-morph";
import { isAssignmentOperator, isInvocation } from "../analysis/syntax";
import { isStep } from "../analysis/writes";
import { some } from "../analysis/walk";

/** Whether fields or defaults of parameters run code that the others may notice. */
export function isEarlierSeen(
  fields: readonly ts.PropertyDeclaration[],
  { parameters }: ts.ConstructorDeclaration,
): boolean {
  const values = fields.flatMap(({ initializer }) => initializer ?? []);
  const defaults = parameters.flatMap(({ initializer, name: pattern }) => [
    ...(initializer === undefined ? [] : [initializer]),
    ...(ts.isIdentifier(pattern) ? [] : [pattern]),
  ]);
  const isThere = (nodes: readonly ts.Node[], asked: (node: ts.Node) => boolean) =>
    nodes.some((node) => some(node, asked));
  return (
    (isThere(values, acts) && isThere(defaults, ts.isIdentifier)) ||
    (isThere(defaults, acts) && isThere(values, ts.isIdentifier))
  );
}

/** Whether `node` does something beside giving a value. */
const acts = (node: ts.Node): boolean =>
  isInvocation(node) ||
  isStep(node) ||
  (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind));
