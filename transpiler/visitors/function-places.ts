// Functions at places that nobody has written a type for: where `(n) => n + 1` and `() => 0` are
// alternatives, either is called as the one that takes more.
import { ts } from "ts-morph";
import type { View } from "../analysis/analysis";
import { bare, isFunctionNode, propertyName } from "../analysis/syntax";
import type { Context } from "./context";

/** How many arguments a function at `node` may be called with, by what stands beside it. */
export function argumentsAt(node: ts.Expression, context: Context): number {
  const { checker } = context.types;
  const signatures = typesAt(node, context).flatMap((type) =>
    partsOf(checker.getNonNullableType(type)).flatMap((part) => part.getCallSignatures()),
  );
  return Math.max(0, ...signatures.map(({ parameters }) => parameters.length));
}

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

/** What TypeScript takes the value at `node` for, with all that it may stand for there. */
function typesAt(node: ts.Expression, context: Context): ts.Type[] {
  const { checker } = context.types;
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return typesAt(parent, context);
  if (isAlternative(node)) return typesAt(node.parent, context);
  if (ts.isArrayLiteralExpression(parent))
    return typesAt(parent, context).flatMap((type) => {
      const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
      return element === undefined ? [] : [element];
    });
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent))
    return membersAt(parent, context);
  const owner = ts.isReturnStatement(parent) ? ownerOf(parent) : parent;
  if (isFunctionNode(owner) && (owner !== parent || owner.body === node)) {
    const signature = checker.getSignatureFromDeclaration(owner);
    return signature === undefined ? [] : [signature.getReturnType()];
  }
  return [context.types.typeAt(node)];
}

/** `condition ? node : other`, `known ?? node` */
function isAlternative(node: ts.Expression): node is ts.Expression & { parent: ts.Expression } {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  if (!ts.isBinaryExpression(parent)) return false;
  return ["??", "||", "&&"].includes(ts.tokenToString(parent.operatorToken.kind) ?? "");
}

/** The member of the same name in records like this one; all members where one is chosen by its name. */
function membersAt(
  node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  context: Context,
): ts.Type[] {
  const { checker } = context.types;
  const literal = node.parent;
  const own = propertyName(node.name);
  const isChosen = context.analysis.anywhere(isReadByName, literal);
  return typesAt(literal, context)
    .flatMap((type) => partsOf(checker.getNonNullableType(type)))
    .flatMap((part) => part.getProperties())
    .filter(({ name }) => isChosen || name === own)
    .map((property) => checker.getTypeOfSymbolAtLocation(property, node));
}

/** `operations[name]`, `Object.values(operations)` */
function isReadByName(
  node: ts.Node,
  { types }: View,
  literal: ts.ObjectLiteralExpression,
): boolean {
  const { symbol } = types.typeAt(literal);
  const isSame = (other: ts.Expression) => types.typeAt(other).symbol === symbol;
  if (ts.isElementAccessExpression(node))
    return !ts.isStringLiteral(bare(node.argumentExpression)) && isSame(node.expression);
  return (
    ts.isCallExpression(node) &&
    /^Object\.(entries|values)$/.test(node.expression.getText()) &&
    node.arguments.some(isSame)
  );
}

function ownerOf(node: ts.Node): ts.Node {
  let current = node.parent;
  while (!isFunctionNode(current) && !ts.isSourceFile(current)) current = current.parent;
  return current;
}
