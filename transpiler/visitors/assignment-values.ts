// The values of assignments, `i++` and `--i`: the statement goes before, the value is read after it.
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
import { type Step } from "../analysis/writes";
import type * as py from "../python/ast";
import { assign, binary, ifStatement, NONE, number } from "../python/build";
import { stepped } from "./arithmetic";
import {
  compoundValue,
  isLogical,
  logicalTest,
  lowerAssignment,
  lowerStep,
  takenApart,
} from "./assignments";
import type { Context } from "./context";
import { hoistParts, keep, spill } from "./effects";
import { placeOfTarget } from "./evaluation-order";
import { numberValue } from "./missing-number";
import { store } from "./stores";

export function hoistAssignment(
  node: ts.BinaryExpression,
  isUsed: boolean,
  context: Context,
): void {
  const target = bare(node.left);
  const place = placeOfTarget(target);
  const isPlain = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isUsed) {
    context.precede(...lowerAssignment(node, context));
    context.stand(node, NONE);
  } else if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) {
    hoistParts([node.right], context);
    const held = keep(node.right, "value", context);
    context.precede(...takenApart(node, target, context));
    context.stand(node, held);
  } else if (isPlain) {
    hoistParts([...place, node.right], context);
    const isShared = !ts.isIdentifier(target) && !isLasting(node.right, context);
    if (isShared) {
      for (const part of place) spill(part, [node.right], context, "target");
      keep(node.right, "value", context);
    }
    context.precede(...lowerAssignment(node, context));
    const isRead = ts.isIdentifier(target) && !ts.isLiteralExpression(bare(node.right));
    context.stand(node, () => context.expression(isRead ? target : node.right));
  } else if (canBeReadAgain(target, context)) {
    keepPlace(place, context);
    context.precede(...lowerAssignment(node, context));
    context.stand(node, () => context.expression(target));
  } else if (isLogical(node)) {
    hoistLogical(node, target, context);
  } else {
    keepPlace(place, context);
    hoistParts([...place, node.right], context);
    standStored(node, target, compoundValue(node, target, context), context);
  }
}

/** `(target ??= value)`: the target is read once, and written to only if it has to be. */
function hoistLogical(node: ts.BinaryExpression, target: ts.Expression, context: Context): void {
  keepPlace(placeOfTarget(target), context);
  const held: py.Name = { ...context.temporary(node, "value"), temporary: true };
  context.precede(assign(held, context.expression(target)));
  const test = context.substituted(target, held, () => logicalTest(node, context));
  const { statements, definitions } = context.collect(() => [
    assign(held, context.expression(node.right)),
    ...store(target, held, node.right, context),
  ]);
  context.precede(ifStatement(test, [...definitions, ...statements]));
  context.stand(node, held);
}

export function hoistStep(node: Step, isUsed: boolean, context: Context): void {
  const target = bare(node.operand);
  if (!isUsed) {
    context.precede(...lowerStep(node, context));
    context.stand(node, NONE);
    return;
  }
  keepPlace(placeOfTarget(target), context);
  const operator = node.operator === ts.SyntaxKind.PlusPlusToken ? "+" : "-";
  if (ts.isPostfixUnaryExpression(node)) {
    const previous: py.Name = { ...context.temporary(node, "previous"), temporary: true };
    context.precede(assign(previous, numberValue(target, context)));
    // A getter runs once.
    const isCalled =
      ts.isPropertyAccessExpression(target) && context.analysis.accessors.has(target.name.text);
    context.precede(
      ...(isCalled
        ? store(target, binary(previous, operator, number(1)), null, context)
        : lowerStep(node, context)),
    );
    context.stand(node, previous);
  } else if (canBeReadAgain(target, context)) {
    context.precede(...lowerStep(node, context));
    context.stand(node, () => context.expression(target));
  } else {
    standStored(node, target, stepped(target, operator, context), context);
  }
}

/** `value = …; target = value`: what a setter or an array of bytes makes of it does not count. */
function standStored(
  node: ts.Expression,
  target: ts.Expression,
  value: py.Expression,
  context: Context,
): void {
  const kept: py.Name = { ...context.temporary(node, "value"), temporary: true };
  context.precede(assign(kept, value), ...store(target, kept, null, context));
  context.stand(node, kept);
}

/** What an assignment names twice is evaluated once. */
function keepPlace(place: readonly ts.Expression[], context: Context): void {
  hoistParts(place, context);
  if (place.every((part) => isSimple(part) || context.hasStand(bare(part)))) return;
  place.forEach((part, index) => {
    if (!ts.isLiteralExpression(bare(part)) && !context.hasStand(bare(part)))
      keep(part, index === 0 ? "target" : "key", context);
  });
}

/** Whether `node` gives the same value after an assignment to a member. */
const isLasting = (node: ts.Expression, context: Context) => {
  const inner = bare(node);
  if (ts.isLiteralExpression(inner) || ts.isIdentifier(inner)) return true;
  const stand = context.standOf(inner);
  return stand?.kind === "Name" && stand.temporary === true;
};

/** Whether reading `target` after an assignment gives what was assigned: a variable, a plain field. */
function canBeReadAgain(target: ts.Expression, context: Context): boolean {
  if (ts.isIdentifier(target)) return true;
  const isMember = ts.isElementAccessExpression(target) || ts.isPropertyAccessExpression(target);
  if (isMember && context.types.kindAt(target.expression) === "dict") return true;
  if (!ts.isPropertyAccessExpression(target)) return false;
  const declaration = context.analysis.uses.declarationAt(target.name);
  return (
    declaration !== undefined &&
    (ts.isPropertyDeclaration(declaration) ||
      ts.isParameter(declaration) ||
      ts.isPropertyAssignment(declaration) ||
      (ts.isPropertySignature(declaration) && context.types.kindAt(target.expression) === "record"))
  );
}
