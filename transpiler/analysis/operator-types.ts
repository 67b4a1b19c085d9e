// The types of what operators give, wherever the operator and the types of its operands say them:
// TypeScript's checker goes through all of `a + b + c` again for each of its parts.
import { ts } from "ts-morph";

const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.InKeyword,
  ts.SyntaxKind.InstanceOfKeyword,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.LessThanToken,
]);

const ARITHMETIC: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.SlashToken,
]);

function is(type: ts.Type, flags: ts.TypeFlags): boolean {
  if ((type.flags & flags) !== 0) return true;
  if (type.isUnion()) return type.types.every((part) => is(part, flags));
  return type.isIntersection() && type.types.some((part) => is(part, flags));
}

/** undefined: only the checker can tell. */
export function typeOfOperation(
  { left, operatorToken: { kind: operator }, right }: ts.BinaryExpression,
  typeAt: (node: ts.Node) => ts.Type,
  checker: ts.TypeChecker,
): ts.Type | undefined {
  const { BooleanLike, NumberLike, StringLike } = ts.TypeFlags;
  const { AmpersandAmpersandToken, BarBarToken, PlusToken } = ts.SyntaxKind;
  const both = (flags: ts.TypeFlags) => is(typeAt(left), flags) && is(typeAt(right), flags);
  if (COMPARISONS.has(operator)) return checker.getBooleanType();
  if (ARITHMETIC.has(operator)) return both(NumberLike) ? checker.getNumberType() : undefined;
  if (operator === PlusToken) {
    if (both(NumberLike)) return checker.getNumberType();
    const isText = is(typeAt(left), StringLike) || is(typeAt(right), StringLike);
    return isText ? checker.getStringType() : undefined;
  }
  if (operator !== AmpersandAmpersandToken && operator !== BarBarToken) return undefined;
  // What is always true or always false beside it has no part in the type.
  const isPlain = is(typeAt(left), ts.TypeFlags.Boolean) && is(typeAt(right), BooleanLike);
  if (!isPlain) return undefined;
  const whole = operator === BarBarToken ? checker.getFalseType() : checker.getTrueType();
  const isWhole = is(typeAt(right), ts.TypeFlags.Boolean) || typeAt(right) === whole;
  return isWhole ? checker.getBooleanType() : undefined;
}
