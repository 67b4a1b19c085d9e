// structuredClone, and objects that nobody may change any more.
import { ts } from "ts-morph";
import type { View } from "../analysis/analysis";
import { bare, isAssignmentOperator } from "../analysis/syntax";
import type * as py from "../python/ast";
import { call } from "../python/build";
import type { Context } from "../visitors/context";
import { isInConstructor } from "../visitors/evaluation-order";
import { hasSpread, type MemberCall } from "./member-call";

const CLONEABLE = new Set(
  "array boolean bytes dict map null number record set string tuple".split(" "),
);

/** `structuredClone(value)`: instances would lose their class, functions cannot be copied. */
export function cloned(one: MemberCall): py.Expression | null {
  const [value] = one.arguments;
  if (value === undefined || one.arguments.length > 1 || hasSpread(one)) return null;
  const { context } = one;
  if (!isCloneable(context.types.typeAt(value), context, new Set()))
    return context.refuse(value, "unsupportedSyntax", "A copy of this", "Build the copy by hand.");
  return call(context.helper("structured_clone"), [context.expression(value)]);
}

function isCloneable(type: ts.Type, context: Context, seen: Set<ts.Type>): boolean {
  if (seen.has(type)) return true;
  seen.add(type);
  const { types } = context;
  if (![...types.kindsOf(type)].every((kind) => CLONEABLE.has(kind))) return false;
  const inner = (part: ts.Type) => isCloneable(part, context, seen);
  if (type.isUnionOrIntersection()) return type.types.every(inner);
  const kind = types.kindOf(type);
  if (["array", "map", "set", "tuple"].includes(kind))
    return types.checker.getTypeArguments(type as ts.TypeReference).every(inner);
  if (kind !== "record" && kind !== "dict") return true;
  const members = type.getProperties().map((property) => types.checker.getTypeOfSymbol(property));
  return [...members, ...types.checker.getIndexInfosOfType(type).map((info) => info.type)].every(
    inner,
  );
}

/** `Object.freeze(value)`, where the program never tries to change such an object. */
export function frozen(one: MemberCall): py.Expression | null {
  const [value] = one.arguments;
  if (value === undefined || one.arguments.length > 1 || hasSpread(one)) return null;
  const { context } = one;
  if (mayBeChanged(value, context))
    return context.refuse(
      one.node,
      "unsupportedSyntax",
      "A frozen object that is written to",
      "Declare its members `readonly`.",
    );
  const lowered = context.expression(value);
  return context.analysis.asksFrozen ? call(context.helper("frozen"), [lowered]) : lowered;
}

function mayBeChanged(value: ts.Expression, context: Context): boolean {
  const kind = context.types.kindAt(value);
  const inner = bare(value);
  if (kind === "array" || kind === "tuple")
    return !ts.isArrayLiteralExpression(inner) || context.analysis.anywhere(thaws, null);
  if (!["contract", "dict", "instance", "record"].includes(kind)) return true;
  return context.analysis.anywhere(changes, value);
}

/** `values as number[]` of a `readonly number[]` */
function thaws(node: ts.Node, { types: { checker } }: View): boolean {
  if (!ts.isAssertionExpression(node) || ts.isConstTypeReference(node.type)) return false;
  const type = checker.getTypeAtLocation(node.expression);
  return checker.isArrayLikeType(type) && !checker.isArrayType(type)
    ? (type as ts.TupleTypeReference).target.readonly || !checker.isTupleType(type)
    : type.symbol?.name === "ReadonlyArray";
}

/** Whether `node` may put something into an object with the members of `value`. */
function changes(node: ts.Node, { types }: View, value: ts.Expression): boolean {
  if (ts.isCallExpression(node)) return node.expression.getText() === "Object.assign";
  const isStore = ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind);
  const isUnary =
    (ts.isPrefixUnaryExpression(node) && node.operator !== ts.SyntaxKind.ExclamationToken) ||
    ts.isPostfixUnaryExpression(node);
  const target = isStore
    ? bare(node.left)
    : isUnary
      ? bare(node.operand)
      : ts.isDeleteExpression(node)
        ? bare(node.expression)
        : null;
  if (target === null) return false;
  if (ts.isPropertyAccessExpression(target)) {
    const isMaking =
      target.expression.kind === ts.SyntaxKind.ThisKeyword && isInConstructor(target);
    const isMember =
      types.kindAt(value) === "dict" ||
      types
        .typeAt(value)
        .getProperties()
        .some(({ name }) => name === target.name.text);
    return !isMaking && isMember;
  }
  if (!ts.isElementAccessExpression(target)) return false;
  return !["array", "bytes"].includes(types.kindAt(target.expression));
}
