// Assignments, which are statements in Python.
import { ts } from "ts-morph";
import { leavesHole, sightOfArray } from "../analysis/holes";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  assign,
  binary,
  builtinCall,
  call,
  expressionStatement,
  ifStatement,
  method,
  not,
  number,
  string,
  subscript,
  tuple,
} from "../python/build";
import { accessorStore } from "./accessors";
import { combineNumbers } from "./arithmetic";
import type { Context } from "./context";
import { hoist, hoistParts, needsStatements, spill } from "./effects";
import { inOrder, isDisturbed, placeOfTarget } from "./evaluation-order";
import { isIndexText } from "./elements";
import { numberValue } from "./missing-number";
import { isMissing } from "./nothing";
import { takeApart } from "./patterns";
import { recordKey } from "./record-keys";
import { addedText } from "./text";
import { condition } from "./truth";

const LOGICAL = new Set(["&&", "||", "??"]);

export const isLogical = (node: ts.BinaryExpression): boolean => LOGICAL.has(operatorOf(node));

const operatorOf = (node: ts.BinaryExpression) =>
  (ts.tokenToString(node.operatorToken.kind) ?? "").slice(0, -1);

export function lowerAssignment(node: ts.BinaryExpression, context: Context): py.Statement[] {
  const operator = operatorOf(node);
  const target = bare(node.left);
  const place = placeOfTarget(target);
  hoistParts(operator === "" ? [...place, node.right] : place, context);
  if (LOGICAL.has(operator))
    return inOrder(place, null, context, () => logicalAssignment(node, context));
  if (operator !== "" && needsStatements(node.right, context))
    return readFirst(node, target, place, context);
  if (operator === "")
    return inOrder(place, node.right, context, () => plainAssignment(node, target, context));
  const make = () => store(target, compoundValue(node, target, context), node.right, context);
  const direct = inOrder(place, null, context, make);
  // Python's own `+=` asks for the place once, and first; whatever else is made of it may not.
  const isOwn = direct.at(-1)?.kind === "AugmentedAssign";
  return isOwn || !isDisturbed(place, node.right, context)
    ? direct
    : inOrder(place, node.right, context, make);
}

/** `n += (n = 2)`: what is added to was read before. */
function readFirst(
  node: ts.BinaryExpression,
  target: ts.Expression,
  place: readonly ts.Expression[],
  context: Context,
): py.Statement[] {
  for (const part of place) spill(part, [node.right], context, "target");
  const before = context.temporary(node.right, "before");
  context.precede(assign(before, context.expression(target)));
  hoist(node.right, context);
  const value = context.substituted(target, before, () => compoundValue(node, target, context));
  return store(target, value, node.right, context);
}

/** `target op value` of `target op= value`. */
export function compoundValue(
  node: ts.BinaryExpression,
  target: ts.Expression,
  context: Context,
): py.Expression {
  const operator = operatorOf(node);
  const isText = operator === "+" && context.types.kindAt(node.left) === "string";
  if (!isText) return combineNumbers(node, operator, target, node.right, context);
  const left = context.standOf(target) ?? lowerTarget(target, context);
  return binary(left, "+", addedText(node.right, context));
}

function plainAssignment(
  node: ts.BinaryExpression,
  target: ts.Expression,
  context: Context,
): py.Statement[] {
  if (ts.isArrayLiteralExpression(target)) return swap(node, target, context);
  if (ts.isObjectLiteralExpression(target)) return takenApart(node, target, context);
  if (isLength(target, context)) {
    const isZero = ts.isNumericLiteral(bare(node.right)) && bare(node.right).getText() === "0";
    if (isZero) {
      const array = context.expression((target as ts.PropertyAccessExpression).expression);
      return [expressionStatement(method(array, "clear"))];
    }
  }
  return store(target, context.expression(node.right), node.right, context);
}

const isLength = (target: ts.Expression, context: Context) =>
  ts.isPropertyAccessExpression(target) &&
  target.name.text === "length" &&
  context.types.kindAt(target.expression) === "array";

/** `[a, b] = [b, a]` */
function swap(
  node: ts.BinaryExpression,
  target: ts.ArrayLiteralExpression,
  context: Context,
): py.Statement[] {
  const right = bare(node.right);
  const isPair =
    ts.isArrayLiteralExpression(right) && right.elements.length === target.elements.length;
  if (!isPair || [...target.elements, ...right.elements].some(ts.isSpreadElement)) {
    return takenApart(node, target, context);
  }
  const isPlain = target.elements.every((element) => isPlainTarget(element, context));
  if (!isPlain) return takenApart(node, target, context);
  const targets = target.elements.map((element) => lowerTarget(element, context));
  return [
    assign(
      tuple(...targets),
      tuple(...right.elements.map((element) => context.expression(element))),
    ),
  ];
}

const isPlainTarget = (element: ts.Expression, context: Context) =>
  ts.isIdentifier(element) || placeIsSure(bare(element), context);

/** Whether a store to `target` is nothing but Python's assignment. */
function placeIsSure(target: ts.Expression, context: Context): boolean {
  if (ts.isPropertyAccessExpression(target)) return !isLength(target, context);
  return (
    ts.isElementAccessExpression(target) &&
    context.types.kindAt(target.expression) === "array" &&
    context.analysis.bounds.isInside(target.expression, target.argumentExpression)
  );
}

/** `({ a, b } = record)`, `[first, ...others] = values` */
export function takenApart(
  node: ts.BinaryExpression,
  target: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression,
  context: Context,
): py.Statement[] {
  const held = context.temporary(node.right, "parts");
  const type = context.types.typeAt(bare(node.right));
  return [assign(held, context.expression(node.right)), ...takeApart(target, held, type, context)];
}

function logicalAssignment(node: ts.BinaryExpression, context: Context): py.Statement[] {
  const { statements, definitions } = context.collect(() =>
    store(bare(node.left), context.expression(node.right), node.right, context),
  );
  return [ifStatement(logicalTest(node, context), [...definitions, ...statements])];
}

/** Whether `target op= value` writes to its target. */
export function logicalTest(node: ts.BinaryExpression, context: Context): py.Expression {
  const operator = operatorOf(node);
  if (operator === "??") return isMissing(context.expression(node.left), node.left, context);
  const test = condition(node.left, context);
  return operator === "&&" ? test : not(test);
}

/** `i++` and `--i` as statements. */
export function lowerStep(
  node: ts.PostfixUnaryExpression | ts.PrefixUnaryExpression,
  context: Context,
): py.Statement[] | null {
  const { PlusPlusToken, MinusMinusToken } = ts.SyntaxKind;
  if (node.operator !== PlusPlusToken && node.operator !== MinusMinusToken) return null;
  const target = bare(node.operand);
  const operator = node.operator === PlusPlusToken ? "+" : "-";
  hoistParts(placeOfTarget(target), context);
  return inOrder(placeOfTarget(target), null, context, () =>
    store(target, binary(numberValue(target, context), operator, number(1)), null, context),
  );
}

/** `target = value`; `target op= x` where `value` is `target op x`. */
export function store(
  target: ts.Expression,
  value: py.Expression,
  source: ts.Expression | null,
  context: Context,
): py.Statement[] {
  const accessed = accessorStore(target, value, context);
  if (accessed !== null) return [accessed];
  if (ts.isElementAccessExpression(target)) {
    const kind = context.types.kindAt(target.expression);
    if (kind === "bytes") return storeByte(target, value, source, context);
    if (kind === "typed") return [assignOrAugment(lowerTarget(target, context), value)];
    if (kind === "tuple") return [expressionStatement(context.refuse(target, "tupleAsArray"))];
    if (kind === "array" && context.types.kindAt(target.argumentExpression) === "string")
      return storeByText(target, value, context);
    const inside =
      kind !== "array" ||
      context.analysis.bounds.isInside(target.expression, target.argumentExpression);
    if (!inside) return storeOutside(target, value, context);
  }
  if (isLength(target, context))
    return resized(target as ts.PropertyAccessExpression, value, source, context);
  const place = lowerTarget(target, context);
  // `list += more` changes the list itself, which others may hold; `concat` makes a new one.
  const isList = context.types.kindAt(target) === "array";
  return [isList ? assign(place, value) : assignOrAugment(place, value)];
}

const STORES = { seen: "store_next", shown: "store_leaving_holes", unseen: "store" } as const;

function checkHole(
  declaration: ts.Declaration,
  index: ts.Expression,
  target: ts.Expression,
  context: Context,
): void {
  if (leavesHole(declaration, index, context.analysis.uses))
    context.refuse(target, "unsupportedSyntax", "An array with holes", "Use `push`, or a Map.");
}

/** `array.length = n`, which cuts it, or leaves holes behind it. */
function resized(
  target: ts.PropertyAccessExpression,
  length: py.Expression,
  source: ts.Expression | null,
  context: Context,
): py.Statement[] {
  const array = bare(target.expression);
  const { uses } = context.analysis;
  const declaration = ts.isIdentifier(array) ? uses.declarationAt(array) : undefined;
  const sight = sightOfArray(array, uses);
  if (declaration !== undefined && sight === "seen" && source !== null)
    checkHole(declaration, source, target, context);
  const helper = context.helper(sight === "seen" ? "resize" : "resize_leaving_holes");
  return [expressionStatement(call(helper, [context.expression(target.expression), length]))];
}

/** An array grows to reach the index; where holes could be told from undefined, by one at its end only. */
function storeOutside(
  target: ts.ElementAccessExpression,
  value: py.Expression,
  context: Context,
): py.Statement[] {
  const array = bare(target.expression);
  const { uses } = context.analysis;
  const declaration = ts.isIdentifier(array) ? uses.declarationAt(array) : undefined;
  const alone = sightOfArray(array, uses);
  const sight = alone === "unseen" && isFieldShown(array, context) ? "shown" : alone;
  if (declaration !== undefined && sight === "seen")
    checkHole(declaration, target.argumentExpression, target, context);
  const place = [target.expression, target.argumentExpression].map((part) =>
    context.expression(part),
  );
  const helper = context.helper(STORES[sight]);
  return [expressionStatement(call(helper, [...place, value]))];
}

/** Whether the console may be given the object whose field `array` is; it never shows `#fields`. */
function isFieldShown(array: ts.Expression, context: Context): boolean {
  if (!ts.isPropertyAccessExpression(array) || ts.isPrivateIdentifier(array.name)) return false;
  const owner = context.analysis.uses.declarationAt(array.name)?.parent;
  return (
    owner !== undefined && ts.isClassLike(owner) && context.analysis.observed.isInspected(owner)
  );
}

/** `values[key] = …` in `for (const key in values)`. */
function storeByText(
  target: ts.ElementAccessExpression,
  value: py.Expression,
  context: Context,
): py.Statement[] {
  if (!isIndexText(target.argumentExpression, context))
    return [expressionStatement(context.refuse(target, "computedName"))];
  const index = builtinCall("int", context.expression(target.argumentExpression));
  return [assignOrAugment(subscript(context.expression(target.expression), index), value)];
}

function assignOrAugment(place: py.Expression, value: py.Expression): py.Statement {
  const isAugmented =
    value.kind === "Binary" && JSON.stringify(value.left) === JSON.stringify(place);
  return isAugmented ? augmented(place, value.operator, value.right) : assign(place, value);
}

const augmented = (
  target: py.Expression,
  operator: py.BinaryOperator,
  value: py.Expression,
): py.Statement => ({
  kind: "AugmentedAssign",
  target,
  operator,
  value,
});

/** A byte is cut to 8 bits and dropped outside of the array; CircuitPython raises for both. */
function storeByte(
  target: ts.ElementAccessExpression,
  value: py.Expression,
  source: ts.Expression | null,
  context: Context,
): py.Statement[] {
  const { bounds, numbers } = context.analysis;
  const node = ts.isBinaryExpression(target.parent) ? target.parent : null;
  const isPlain = node !== null && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const written =
    isPlain && source !== null ? bounds.of(source) : node === null ? null : numbers.of(node);
  const isInt = written === null || written.kind === "int";
  const whole = isInt ? value : call(context.helper("to_int32"), [value]);
  const fits = isInt && written !== null && written.low >= 0 && written.high <= 255;
  const byte = fits ? value : binary(whole, "&", number("0xFF"));
  const base = context.expression(target.expression);
  const index = context.expression(target.argumentExpression);
  if (bounds.isInside(target.expression, target.argumentExpression)) {
    return [assignOrAugment(subscript(base, index), byte)];
  }
  return [expressionStatement(call(context.helper("put"), [base, index, byte]))];
}

/** What stands left of `=`. */
export function lowerTarget(target: ts.Expression, context: Context): py.Expression {
  const inner = bare(target);
  if (ts.isElementAccessExpression(inner)) {
    const kind = context.types.kindAt(inner.expression);
    if (kind === "dict" || kind === "record")
      return subscript(
        context.expression(inner.expression),
        recordKey(inner.argumentExpression, context),
      );
    if (kind === "array" || kind === "typed") {
      return subscript(
        context.expression(inner.expression),
        context.expression(inner.argumentExpression),
      );
    }
    return context.refuse(inner, "ambiguousMember", inner.getText(), kind);
  }
  if (ts.isPropertyAccessExpression(inner)) {
    const kind = context.types.kindAt(inner.expression);
    if (kind === "record" || kind === "dict") {
      return subscript(context.expression(inner.expression), string(inner.name.text));
    }
  }
  return context.expression(inner);
}
