// What an assignment writes to, patterns taken apart.
import { ts } from "ts-morph";
import { bare } from "./syntax";

export interface Target {
  /** A name, a member or an element. */
  readonly target: ts.Expression;
  /** What is written to it; null where that is not one expression. */
  readonly value: ts.Expression | null;
}

export function targetsOf(left: ts.Expression, value: ts.Expression | null): Target[] {
  const target = bare(left);
  if (ts.isArrayLiteralExpression(target)) {
    const values = value === null ? null : bare(value);
    const isPaired =
      values !== null &&
      ts.isArrayLiteralExpression(values) &&
      !values.elements.some(ts.isSpreadElement);
    return target.elements.flatMap((element, index) =>
      partsOf(element, isPaired ? (values.elements[index] ?? null) : null),
    );
  }
  if (ts.isObjectLiteralExpression(target)) {
    return target.properties.flatMap((property) => {
      if (ts.isPropertyAssignment(property)) return partsOf(property.initializer, null);
      if (ts.isShorthandPropertyAssignment(property)) return targetsOf(property.name, null);
      return ts.isSpreadAssignment(property) ? targetsOf(property.expression, null) : [];
    });
  }
  return [{ target, value }];
}

/** `target = default` and `...target` inside a pattern. */
function partsOf(element: ts.Expression, value: ts.Expression | null): Target[] {
  if (ts.isOmittedExpression(element)) return [];
  if (ts.isSpreadElement(element)) return targetsOf(element.expression, null);
  const isDefaulted =
    ts.isBinaryExpression(element) && element.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return targetsOf(isDefaulted ? element.left : element, isDefaulted ? null : value);
}
