// Functions of the library that are handed to a method by their name: `values.map(String)`.
import { ts } from "ts-morph";
import { declarationOf } from "../analysis/types";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { builtinCall, call, method } from "../python/build";
import type { Context } from "../visitors/context";
import type { HelperName } from "../runtime/helpers";
import { truthOf, type Wanted } from "./callback";
import { isLibraryGlobal } from "../visitors/library-names";

/** What `id(element)` gives, for the elements that the method which takes `id` hands over. */
export function libraryFunction(
  id: ts.Identifier,
  element: py.Expression,
  node: ts.Expression,
  wanted: Wanted,
  context: Context,
): py.Expression | null {
  const type = elementType(node, context);
  if (type === undefined) return null;
  const kinds = [...context.types.kindsOf(type)];
  switch (id.text) {
    case "Boolean":
      return truthOf(element, type, context);
    case "Number":
      if (kinds.every((kind) => kind === "number")) return element;
      return kinds.every((kind) => kind === "string") && wanted === "value"
        ? call(context.helper("parse_number"), [element])
        : null;
    case "parseFloat":
      return kinds.every((kind) => kind === "string") && wanted === "value"
        ? call(context.helper("parse_float"), [element])
        : null;
    case "String":
      if (wanted === "truth") return null;
      if (kinds.every((kind) => kind === "string")) return element;
      if (kinds.every((kind) => kind === "instance" || kind === "contract"))
        return ownText(type, element);
      return kinds.every((kind) => ["array", "boolean", "number", "string"].includes(kind))
        ? textOfElement(element, node, kinds.includes("number") && kinds.length === 1, context)
        : null;
    default:
      return null;
  }
}

/** The text that an object of a class makes of itself; null if the library makes it. */
const ownText = (type: ts.Type, element: py.Expression): py.Expression | null =>
  declarationOf(type.getProperty("toString"))?.getSourceFile().isDeclarationFile === false
    ? method(element, pythonName("toString"))
    : null;

/** Functions of Math that take one number, whatever else they are called with. */
const OF_ONE: Readonly<Record<string, HelperName>> = {
  acos: "arc_cosine",
  asin: "arc_sine",
  atan: "arc_tangent",
  cbrt: "cube_root",
  ceil: "ceil",
  cos: "cosine",
  exp: "exponential",
  floor: "floor",
  log: "logarithm",
  log10: "logarithm10",
  log2: "logarithm2",
  round: "round_half_up",
  sign: "sign",
  sin: "sine",
  sqrt: "square_root",
  tan: "tangent",
  trunc: "truncate",
};

/** What `Math.round(element)` gives, by the name of the function; null if it takes other than one number. */
export function mathFunction(
  id: string,
  element: py.Expression,
  context: Context,
): py.Expression | null {
  const own = id.replace(/^Math\./, "");
  const helper = Object.hasOwn(OF_ONE, own) && own !== id ? OF_ONE[own] : undefined;
  if (helper === undefined) return null;
  const rounding = context.helper(helper);
  // Math.ceil(-0.5) is -0.
  const isZero = context.analysis.numbers.zerosShow && /^(ceil|round|trunc)$/.test(own);
  return isZero
    ? call(context.helper("with_zero"), [rounding, element])
    : call(rounding, [element]);
}

/** The name after `global.`, if `node` is a member of it. */
function memberOfGlobal(node: ts.Expression, global: string, context: Context): string | null {
  if (!ts.isPropertyAccessExpression(node) || !isLibraryGlobal(node.expression, context))
    return null;
  return node.expression.text === global ? node.name.text : null;
}

/** What `Math.round(element)` gives, where `node` is `Math.round`; null if it is another function. */
export function mathMember(
  node: ts.Expression,
  element: py.Expression,
  context: Context,
): py.Expression | null {
  const id = memberOfGlobal(node, "Math", context);
  if (id === "abs") return builtinCall("abs", element);
  return id === null ? null : mathFunction(`Math.${id}`, element, context);
}

const TESTS: Readonly<Record<string, HelperName>> = {
  isFinite: "is_finite",
  isInteger: "is_integer",
  isNaN: "is_nan",
  isSafeInteger: "is_safe_integer",
};

/** What `Number.isInteger(element)` says, where `node` is `Number.isInteger`; null if it is another function. */
export function numberTest(
  node: ts.Expression,
  element: py.Expression,
  context: Context,
): py.Expression | null {
  const helper = TESTS[memberOfGlobal(node, "Number", context) ?? ""];
  const type = helper && elementType(node, context);
  if (helper === undefined || type === undefined || context.types.kindOf(type) !== "number")
    return null;
  return call(context.helper(helper), [element]);
}

function textOfElement(
  element: py.Expression,
  node: ts.Expression,
  isNumber: boolean,
  context: Context,
): py.Expression {
  const callNode = node.parent as ts.CallExpression;
  const receiver = (callNode.expression as ts.PropertyAccessExpression).expression;
  const isInt = isNumber && context.analysis.numbers.elementsOf(receiver)?.kind === "int";
  return isInt ? builtinCall("str", element) : call(context.helper("joined_text"), [element]);
}

/** What the elements of the array are whose method gets the function `node`. */
function elementType(node: ts.Expression, context: Context): ts.Type | undefined {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression))
    return undefined;
  const isStatic = context.types.kindAt(parent.expression.expression) === "function";
  const values = isStatic ? parent.arguments[0] : parent.expression.expression;
  if (values === undefined) return undefined;
  const type = context.types.checker.getNonNullableType(context.types.typeAt(values));
  if (context.types.kindOf(type) === "set")
    return context.types.checker.getTypeArguments(type as ts.TypeReference)[0];
  return context.types.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
}
