// A number that may be missing, as an operand: NaN stands for undefined, 0 for null.
import { ts } from "ts-morph";
import { isAny } from "../analysis/missing-elements";
import { isBitOperator } from "../analysis/missing-numbers";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  boolean,
  builtinCall,
  call,
  compare,
  comprehension,
  conditional,
  number,
  subscript,
} from "../python/build";
import type { Context } from "./context";

/** `node` as an operand of `operator`, or as an argument that is taken for a number. */
export function numberValue(node: ts.Expression, context: Context, operator = ""): py.Expression {
  const missing = context.analysis.missingNumbers.of(node);
  const isMissing = missing.null || missing.undefined;
  const byte = isMissing && isBitOperator(operator) ? byteOrZero(node, context) : null;
  if (byte !== null) return byte;
  const value = context.expression(node);
  if (!isMissing) return value;
  if (isBitOperator(operator) || !missing.undefined) return boolean(value, "or", number(0));
  if (missing.null && !context.types.nullIsApart) return context.refuse(node, "undefinedOrNull");
  const defaulted = missing.null ? null : withDefault(value, node, context);
  return defaulted ?? call(context.helper("number_of"), [value]);
}

/** `data[i] if i < len(data) else 0` for two names: in the loops over bytes a call is what takes the time. */
function byteOrZero(node: ts.Expression, context: Context): py.Expression | null {
  const read = bare(node);
  if (!ts.isElementAccessExpression(read) || ts.isOptionalChain(read)) return null;
  const { expression: bytes, argumentExpression: place } = read;
  const { bounds } = context.analysis;
  const areNames = ts.isIdentifier(bare(bytes)) && ts.isIdentifier(bare(place));
  if (!areNames || context.types.kindAt(bytes) !== "bytes") return null;
  if (!bounds.isSureInt(place) || !bounds.isNonNegative(place)) return null;
  const [values, index] = [context.expression(bytes), context.expression(place)];
  const isInside = compare(index, "<", builtinCall("len", values));
  return conditional(subscript(values, index), isInside, number(0));
}

/** `item(values, index, NAN)` and `record.get(key, NAN)`. */
function withDefault(
  value: py.Expression,
  node: ts.Expression,
  context: Context,
): py.Expression | null {
  if (value.kind !== "Call" || value.arguments.length > 2 || context.analysis.missing.areElements)
    return null;
  const looked = lookedUp(bare(node), context);
  if (looked === null || isAny(context.analysis.missing.among(looked))) return null;
  const { function: callee } = value;
  const isItem = callee.kind === "Name" && callee.id === context.unhidden("item");
  const isGet =
    callee.kind === "Attribute" && callee.name === "get" && value.arguments.length === 1;
  if (!isItem && !isGet) return null;
  return { ...value, arguments: [...value.arguments, context.helper("NAN")] };
}

/** What `node` looks into for an element; null for another member, and for a method `get` of a class. */
function lookedUp(node: ts.Expression, { types }: Context): ts.Expression | null {
  const isCall = ts.isCallExpression(node);
  const access = isCall ? node.expression : node;
  if (!ts.isPropertyAccessExpression(access))
    return !isCall && ts.isElementAccessExpression(node) ? node.expression : null;
  const kind = types.kindAt(access.expression);
  return kind === (isCall ? "map" : "dict") ? access.expression : null;
}

/** What the container `node` holds, each as an operand: `[number_of(value) for value in values]`. */
export function numberValues(node: ts.Expression, context: Context): py.Expression {
  const missing = context.analysis.missing.among(node);
  const values = context.expression(node);
  if (!isAny(missing)) return values;
  if (missing.null && missing.undefined && !context.types.nullIsApart)
    return context.refuse(node, "undefinedOrNull");
  const element = context.element();
  const present = missing.undefined
    ? call(context.helper("number_of"), [element])
    : boolean(element, "or", number(0));
  return comprehension("list", present, element, values);
}
