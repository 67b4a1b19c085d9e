// `tasks.sort((a, b) => a.priority - b.priority)`: sorting by a number, which Python does by itself.
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import { unary } from "../python/build";
import type { Context } from "../visitors/context";
import { elementKinds } from "./array-elements";
import type { MemberCall } from "./member-call";

/** The key as a function of one value; negative where the order is backwards. */
export function sortKey(one: MemberCall): py.Lambda | null {
  const arrow = one.arguments[0] && bare(one.arguments[0]);
  if (arrow === undefined || !ts.isArrowFunction(arrow) || ts.isBlock(arrow.body)) return null;
  const [first, second, ...others] = arrow.parameters;
  if (!isPlain(first) || !isPlain(second) || others.length > 0) return null;
  const body = bare(arrow.body);
  if (!ts.isBinaryExpression(body) || body.operatorToken.kind !== ts.SyntaxKind.MinusToken)
    return null;
  const names = [first.name.getText(), second.name.getText()] as const;
  const isForwards = isSameBut(body.left, body.right, names);
  const isBackwards = isSameBut(body.right, body.left, names);
  if (isForwards === isBackwards || elementKinds(one).includes("null")) return null;
  return keyOf(isForwards ? body.left : body.right, first, isBackwards, one.context);
}

type NamedParameter = ts.ParameterDeclaration & { readonly name: ts.Identifier };

const isPlain = (parameter: ts.ParameterDeclaration | undefined): parameter is NamedParameter =>
  parameter !== undefined &&
  ts.isIdentifier(parameter.name) &&
  parameter.initializer === undefined &&
  parameter.dotDotDotToken === undefined;

/** Of NaN, or of what is none, nobody knows the order. */
function keyOf(
  node: ts.Expression,
  parameter: NamedParameter,
  isBackwards: boolean,
  context: Context,
): py.Lambda | null {
  const { numbers, missing } = context.analysis;
  const info = numbers.of(node);
  if (!info.finite || missing.may(node)) return null;
  let value: py.Expression | undefined;
  const { definitions } = context.collect(() => {
    value = context.expression(node);
    return [];
  });
  if (definitions.length > 0 || value === undefined) return null;
  const body = isBackwards ? unary("-", value) : value;
  return { kind: "Lambda", parameters: [{ name: context.declaredName(parameter) }], body };
}

/** Whether `left` does with the first name what `right` does with the second, and only reads. */
function isSameBut(
  left: ts.Expression,
  right: ts.Expression,
  [first, second]: readonly [string, string],
): boolean {
  const [a, b] = [bare(left), bare(right)];
  if (ts.isIdentifier(a) && ts.isIdentifier(b))
    return a.text === first ? b.text === second : a.text === b.text && a.text !== second;
  if (ts.isNumericLiteral(a) && ts.isNumericLiteral(b)) return a.text === b.text;
  if (ts.isPropertyAccessExpression(a) && ts.isPropertyAccessExpression(b))
    return (
      isSimple(a) &&
      a.name.text === b.name.text &&
      isSameBut(a.expression, b.expression, [first, second])
    );
  if (ts.isElementAccessExpression(a) && ts.isElementAccessExpression(b))
    return [
      [a.expression, b.expression],
      [a.argumentExpression, b.argumentExpression],
    ].every(([one, other]) => isSameBut(one!, other!, [first, second]));
  if (!ts.isBinaryExpression(a) || !ts.isBinaryExpression(b)) return false;
  const operators = [
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.MinusToken,
    ts.SyntaxKind.AsteriskToken,
  ];
  return (
    operators.includes(a.operatorToken.kind as never) &&
    a.operatorToken.kind === b.operatorToken.kind &&
    isSameBut(a.left, b.left, [first, second]) &&
    isSameBut(a.right, b.right, [first, second])
  );
}
