// Where assignments put values: variables, members, elements inside of what they belong to and outside
// of it, bytes, and the length of an array.
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
  number,
  string,
  subscript,
} from "../python/build";
import { accessorStore } from "./accessors";
import type { Context } from "./context";
import { isIndexText } from "./elements";
import { storeByKey } from "./named-fields";
import { recordKey } from "./record-keys";

/** `array.length` */
export const isLength = (
  target: ts.Expression,
  context: Context,
): target is ts.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(target) &&
  target.name.text === "length" &&
  context.types.kindAt(target.expression) === "array";

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
  const open = storeByKey(target, value, context) ?? storeInOpen(target, value, context);
  if (open !== null) return [expressionStatement(open)];
  if (isLength(target, context)) return resized(target, value, source, context);
  const place = lowerTarget(target, context);
  // `list += more` changes the list itself, which others may hold; `concat` makes a new one.
  const isList = context.types.kindAt(target) === "array";
  return [isList ? assign(place, value) : assignOrAugment(place, value)];
}

/** The helper that stores outside of an array, by who could tell a hole from undefined (analysis/holes.ts). */
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

/** An array that a store changes, what declares it if that has a name, and who can tell its holes. */
function arrayAt(node: ts.Expression, { analysis: { uses } }: Context) {
  const array = bare(node);
  const declaration = ts.isIdentifier(array) ? uses.declarationAt(array) : undefined;
  return { array, declaration, sight: sightOfArray(array, uses) };
}

/** `array.length = n`, which cuts it, or leaves holes behind it. */
function resized(
  target: ts.PropertyAccessExpression,
  length: py.Expression,
  source: ts.Expression | null,
  context: Context,
): py.Statement[] {
  const { declaration, sight } = arrayAt(target.expression, context);
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
  const { array, declaration, sight: alone } = arrayAt(target.expression, context);
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
  return owner !== undefined && ts.isClassLike(owner) && context.analysis.isInspected(owner);
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

/** `place += x` where `value` is `place + x`. */
function assignOrAugment(place: py.Expression, value: py.Expression): py.Statement {
  const isAugmented =
    value.kind === "Binary" && JSON.stringify(value.left) === JSON.stringify(place);
  if (!isAugmented) return assign(place, value);
  return { kind: "AugmentedAssign", target: place, operator: value.operator, value: value.right };
}

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

/** `target[key] = value` where the target is only said to be a record (analysis/open-records.ts). */
function storeInOpen(
  target: ts.Expression,
  value: py.Expression,
  context: Context,
): py.Expression | null {
  if (!ts.isElementAccessExpression(target)) return null;
  const kinds = [...context.types.kindsAt(target.expression)];
  const isRecord = kinds.every((kind) => kind === "dict" || kind === "record");
  if (!isRecord || !context.analysis.openRecords.at(target.expression)) return null;
  const isPlain =
    ts.isBinaryExpression(target.parent) &&
    target.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isPlain)
    return context.refuse(
      target,
      "unsupportedSyntax",
      "A change of a member of what is only said to be a record",
      "Write `o[k] = o[k] + n`.",
    );
  const base = context.expression(target.expression);
  const key = recordKey(target.argumentExpression, context);
  return call(context.helper("store_member"), [base, key, value]);
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
