// JavaScript evaluates what it assigns to before the value (ECMAScript 13.15.2), Python after it.
import { ts } from "ts-morph";
import { bare, isAssignmentOperator, isFunctionNode, isInvocation } from "../analysis/syntax";
import { isStep } from "../analysis/writes";
import { isLibraryFile, type Types } from "../analysis/types";
import { some, walk } from "../analysis/walk";
import type * as py from "../python/ast";
import { assign } from "../python/build";
import type { Context } from "./context";

/** Where `target` puts something: the object, and the key if that is computed. */
export function placeOfTarget(target: ts.Expression): ts.Expression[] {
  if (ts.isPropertyAccessExpression(target)) return [target.expression];
  if (ts.isElementAccessExpression(target)) return [target.expression, target.argumentExpression];
  return [];
}

/** Whether `place` and `value` are something else in another order; without a value, if evaluated twice. */
export function isDisturbed(
  place: readonly ts.Expression[],
  value: ts.Expression | null,
  context: Context,
): boolean {
  const placeActs = place.some((part) => hasEffects(part, context));
  if (value === null) return placeActs;
  return (
    (placeActs && !isFixed(value, context)) ||
    (hasEffects(value, context) && !place.every((part) => isFixed(part, context)))
  );
}

/** What `make` makes of an assignment, below variables for those parts of `place` that cannot wait. */
export function inOrder(
  place: readonly ts.Expression[],
  value: ts.Expression | null,
  context: Context,
  make: () => py.Statement[],
): py.Statement[] {
  if (!isDisturbed(place, value, context)) return make();
  const before: py.Statement[] = [];
  const bind = ([part, ...others]: readonly ts.Expression[]): py.Statement[] => {
    if (part === undefined) return make();
    if (isFixed(part, context)) return bind(others);
    const stand = context.temporary(part, part === place[0] ? "target" : "key");
    before.push(assign(stand, context.expression(part)));
    return context.substituted(part, stand, () => bind(others));
  };
  const statements = bind(place);
  return [...before, ...statements];
}

/** Whether `node` may change what other expressions are, or is something else the next time. */
function hasEffects(node: ts.Expression, context: Context): boolean {
  if (context.hasStand(bare(node))) return false;
  return runsCode(node, context) || context.analysis.mutations.in(node) || some(node, isUnsteady);
}

/** `Math.random()`, and what moves the `lastIndex` of a pattern. */
const isUnsteady = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  ["exec", "random", "test"].includes(node.expression.name.text);

/** Whether evaluating `node` runs code of the program, which may change what other expressions are. */
export function runsCode(node: ts.Expression, context: Context): boolean {
  if (context.hasStand(bare(node))) return false;
  return some(node, (part) => {
    if (ts.isAwaitExpression(part) || isLoudGetter(part, context)) return true;
    if (!isInvocation(part)) return false;
    const args = ts.isTaggedTemplateExpression(part) ? [] : (part.arguments ?? []);
    if (args.some((argument) => isFunctionNode(bare(argument)))) return true;
    const declaration = context.types.checker.getResolvedSignature(part)?.declaration;
    return declaration === undefined || !declaration.getSourceFile().isDeclarationFile;
  });
}

/** Whether `node` has the same value whatever code runs before it is evaluated. */
function isFixed(node: ts.Expression, context: Context): boolean {
  if (context.hasStand(bare(node))) return true;
  const { uses } = context.analysis;
  return !some(node, (part) => {
    if (ts.isElementAccessExpression(part)) return true;
    if (ts.isPropertyAccessExpression(part)) return isChangingMember(part, context);
    if (isInvocation(part) || ts.isAwaitExpression(part)) return hasEffects(part, context);
    if (!ts.isIdentifier(part)) return false;
    const isMember = ts.isPropertyAccessExpression(part.parent) && part.parent.name === part;
    const { writes, captured } = uses.of(uses.declarationAt(part));
    return !isMember && writes.length > 0 && captured;
  });
}

function isChangingMember(node: ts.PropertyAccessExpression, context: Context): boolean {
  const { uses, types } = context.analysis;
  const declaration = uses.declarationAt(node.name);
  if (declaration === undefined) return true;
  if (isLibraryFile(declaration.getSourceFile())) return isChangingOfLibrary(node, types);
  if (ts.isGetAccessorDeclaration(declaration)) return true;
  return uses.of(declaration).writes.some(({ target }) => !isInConstructor(target));
}

/** Members of what the library makes that are not the same for ever. */
function isChangingOfLibrary(node: ts.PropertyAccessExpression, types: Types): boolean {
  const name = node.name.text;
  if (name === "length") return types.kindAt(node.expression) === "array";
  return ["size", "lastIndex", "message", "name", "cause"].includes(name);
}

/** Whether `node` runs while its object is being made. */
export function isInConstructor(node: ts.Node): boolean {
  for (let current = node.parent; current !== undefined; current = current.parent) {
    if (ts.isConstructorDeclaration(current)) return true;
    if (isFunctionNode(current)) return false;
  }
  return false;
}

/** What the effects of expressions reach. */
interface Reach {
  readonly variables: Set<ts.Declaration>;
  members: boolean;
  /** Code of the program, which may change anything that is not local. */
  code: boolean;
}

function reachOf(nodes: readonly ts.Expression[], context: Context): Reach {
  const reach: Reach = { variables: new Set(), members: false, code: false };
  const enter = (node: ts.Node): boolean => {
    if (isFunctionNode(node)) return false;
    const target = targetOf(node);
    if (target !== null) enterTarget(target, reach, context);
    if (isInvocation(node) || ts.isAwaitExpression(node)) {
      reach.members = true;
      reach.code ||= runsCode(node, context);
    }
    reach.code ||= ts.isYieldExpression(node) || isLoudGetter(node, context);
    return true;
  };
  for (const node of nodes) walk(node, enter);
  return reach;
}

/** Whether `nodes` may change what objects hold. */
export function reachesMembers(nodes: readonly ts.Expression[], context: Context): boolean {
  const reach = reachOf(nodes, context);
  return reach.members || reach.code;
}

function enterTarget(target: ts.Expression, reach: Reach, context: Context): void {
  const inner = bare(target);
  reach.members ||= !ts.isIdentifier(inner);
  walk(inner, (part) => {
    if (!ts.isIdentifier(part)) return;
    const declaration = context.analysis.uses.declarationAt(part);
    if (declaration !== undefined) reach.variables.add(declaration);
  });
}

/** What `node` itself writes to. */
function targetOf(node: ts.Node): ts.Expression | null {
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind))
    return node.left;
  if (ts.isDeleteExpression(node)) return node.expression;
  return isStep(node) ? node.operand : null;
}

/** Whether `node` may be spread after what reaches so far: an iterator is used up by it. */
function isSpreadSafe(node: ts.Expression, reach: Reach, { types }: Context): boolean {
  const kind = types.kindAt(node);
  if (kind === "string") return true;
  const isValue = ["array", "bytes", "dict", "map", "record", "set", "tuple"].includes(kind);
  return isValue && !reach.members && !reach.code;
}

/** Whether `node` asks a getter that does more than read. */
function isLoudGetter(node: ts.Node, { analysis }: Context): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const declaration = analysis.uses.declarationAt(node.name);
  return (
    declaration !== undefined &&
    ts.isGetAccessorDeclaration(declaration) &&
    some(
      declaration,
      (part) => targetOf(part) !== null || isInvocation(part) || ts.isAwaitExpression(part),
    )
  );
}

/** Whether `node` has the same value, and does nothing, whatever of `later` runs before it. */
export function isUnaffected(
  node: ts.Expression,
  later: readonly ts.Expression[],
  context: Context,
): boolean {
  const { uses } = context.analysis;
  const reach = reachOf(later, context);
  let isSafe = true;
  walk(node, (part) => {
    if (isFunctionNode(part) || ts.isTypeNode(part) || !isSafe) return false;
    const isPure = ts.isCallExpression(part) && isPureCall(part);
    if (targetOf(part) !== null || ts.isYieldExpression(part)) isSafe = false;
    else if (isInvocation(part) || ts.isAwaitExpression(part)) isSafe = isPure;
    else if (ts.isElementAccessExpression(part)) isSafe = !reach.members && !reach.code;
    else if (ts.isSpreadElement(part) || ts.isSpreadAssignment(part))
      isSafe = isSpreadSafe(part.expression, reach, context);
    else if (isLoudGetter(part, context)) isSafe = false;
    else if (looksInside(part, context)) isSafe = !reach.members && !reach.code;
    else if (ts.isPropertyAccessExpression(part))
      isSafe = (!reach.members && !reach.code) || !isChangingMember(part, context);
    else if (ts.isIdentifier(part)) {
      const declaration = uses.declarationAt(part);
      const { writes, captured } = uses.of(declaration);
      const isWritten = declaration !== undefined && reach.variables.has(declaration);
      isSafe = !isWritten && !(reach.code && captured && writes.length > 0);
    }
    return true;
  });
  return isSafe;
}

/** Whether `node` reads what an object holds without naming a member: as text, or with `in`. */
function looksInside(node: ts.Node, { types }: Context): boolean {
  const isObject = (part: ts.Expression) =>
    [...types.kindsAt(part)].some(
      (kind) => !["boolean", "function", "null", "number", "string"].includes(kind),
    );
  if (ts.isTemplateSpan(node)) return isObject(node.expression);
  if (!ts.isBinaryExpression(node)) return false;
  if (node.operatorToken.kind === ts.SyntaxKind.InKeyword) return true;
  return (
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    (isObject(node.left) || isObject(node.right))
  );
}

/** A function of Math, which reads its arguments and nothing else. */
const isPureCall = (node: ts.CallExpression) =>
  ts.isPropertyAccessExpression(node.expression) &&
  ts.isIdentifier(node.expression.expression) &&
  node.expression.expression.text === "Math" &&
  node.expression.name.text !== "random";
