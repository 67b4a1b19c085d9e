// Literals and array displays.
import { ts } from "ts-morph";
import { sightOf } from "../analysis/holes";
import { hasLoneSurrogate } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  binary,
  builtinCall,
  call,
  FALSE,
  list,
  method,
  NONE,
  number,
  string,
  TRUE,
  tuple,
} from "../python/build";
import { floatText } from "../python/float-text";
import type { Context } from "./context";

export const visitTrue = (): py.Expression => TRUE;
export const visitFalse = (): py.Expression => FALSE;
export const visitNull = (_node: ts.NullLiteral, context: Context): py.Expression =>
  context.types.nullIsApart ? context.helper("NULL") : NONE;

export function visitNumber(node: ts.NumericLiteral, context: Context): py.Expression {
  const value = Number(node.text);
  if (value === Infinity) return builtinCall("float", string("inf"));
  if (!Number.isSafeInteger(value)) return number(floatText(value));
  const source = node.getText(context.file);
  if (/^0[xob]/i.test(source)) return number(hexText(source));
  return number(value);
}

/** To the base that the author chose, so that masks stay legible, in black's letters: `0x7FFF`. */
const hexText = (source: string): string =>
  source.slice(0, 2).toLowerCase() + source.slice(2).toUpperCase();

export function visitString(
  node: ts.NoSubstitutionTemplateLiteral | ts.StringLiteral,
  context: Context,
): py.Expression {
  if (hasLoneSurrogate(node.text)) return context.refuse(node, "literalOutsideBmp");
  return string(node.text);
}

export function visitArray(node: ts.ArrayLiteralExpression, context: Context): py.Expression {
  const isTuple = isTupleWanted(node, context);
  const parts: py.Expression[] = [];
  let plain: py.Expression[] = [];
  let comments: string[][] = [];
  const display = () => (isTuple ? tuple(...plain) : { ...list(...plain), comments });
  const holes = node.elements.flatMap((element, i) => (ts.isOmittedExpression(element) ? [i] : []));
  if (holes.length > 0) return withHoles(node, holes, context);
  for (const element of node.elements) {
    if (!ts.isSpreadElement(element)) {
      if (!isTuple) comments.push(context.comments.above(element));
      plain.push(context.expression(element));
      continue;
    }
    if (plain.length > 0) parts.push(display());
    [plain, comments] = [[], []];
    parts.push(copyOf(element.expression, isTuple ? "tuple" : "list", context));
  }
  if (plain.length > 0 || parts.length === 0) parts.push(display());
  return parts.reduce((left, right) => binary(left, "+", right));
}

/** `[1, , 3]`, where nobody but the console can tell. */
function withHoles(
  node: ts.ArrayLiteralExpression,
  holes: readonly number[],
  context: Context,
): py.Expression {
  const sight = sightOf(node, context.analysis.uses);
  if (sight === "seen" || node.elements.some(ts.isSpreadElement))
    return context.refuse(node, "unsupportedSyntax", "A hole in an array", "Write `undefined`.");
  const values = node.elements.map((element) =>
    ts.isOmittedExpression(element) ? NONE : context.expression(element),
  );
  return sight === "unseen"
    ? list(...values)
    : call(context.helper("with_holes"), [list(...values), ...holes.map(number)]);
}

/** `[...values]`; `[...map.keys()]` */
export function copyOf(
  node: ts.Expression,
  form: "list" | "tuple",
  context: Context,
): py.Expression {
  const kind = context.types.kindAt(node);
  const value = context.expression(node);
  return builtinCall(form, kind === "map" ? method(value, "items") : value);
}

function isTupleWanted(node: ts.ArrayLiteralExpression, context: Context): boolean {
  const { types } = context;
  const wanted = types.checker.getContextualType(node);
  const isTuple = (type: ts.Type): boolean =>
    type.isUnion() ? type.types.some(isTuple) : types.kindOf(type) === "tuple";
  if (wanted !== undefined) return isTuple(wanted);
  return isTuple(types.typeAt(node));
}
