// Properties of library values: lengths and constants.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import { attribute, builtinCall, call, number, string } from "../python/build";
import { floatText } from "../python/float-text";
import { binaryProperty } from "./binary-properties";
import { regexpProperty } from "./regexp";
import type { Context } from "../visitors/context";
import { isLibraryGlobal } from "../visitors/library-names";
import { mayBeOutsideBmp } from "../visitors/outside-bmp";
import { SIZES } from "../visitors/sizes";

export function libraryProperty(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  const text = node.name.text;
  const ofRegExp = regexpProperty(node, context);
  if (ofRegExp !== null) return ofRegExp;
  const { symbol } = context.types.typeAt(node.expression);
  if (text === "raw" && symbol?.name === "TemplateStringsArray")
    return attribute(context.expression(node.expression), "raw");
  const kinds = [...context.types.kindsAt(node.expression)].filter((kind) => kind !== "null");
  if (kinds.length > 0 && kinds.every((kind) => SIZES[kind] === text)) {
    const value = context.expression(node.expression);
    return kinds.includes("string") && mayBeOutsideBmp(node.expression, context)
      ? call(context.helper("text_length"), [value])
      : builtinCall("len", value);
  }
  return binaryProperty(node, context) ?? constant(node, context);
}

const MATH = ["E", "LN10", "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2"] as const;

const constantOf = (value: number) => () => {
  if (Number.isSafeInteger(value)) return number(value);
  return Number.isFinite(value)
    ? number(floatText(value))
    : builtinCall("float", string(Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"));
};

const CONSTANTS: Record<string, (context: Context) => py.Expression> = {
  ...Object.fromEntries(MATH.map((id) => [`Math.${id}`, constantOf(Math[id])])),
  "Math.E": (context) => context.moduleMember("math", "e"),
  "Math.PI": (context) => context.moduleMember("math", "pi"),
  "Number.EPSILON": constantOf(Number.EPSILON),
  "Number.MAX_SAFE_INTEGER": constantOf(Number.MAX_SAFE_INTEGER),
  "Number.MAX_VALUE": constantOf(Number.MAX_VALUE),
  "Number.MIN_SAFE_INTEGER": constantOf(Number.MIN_SAFE_INTEGER),
  "Number.MIN_VALUE": constantOf(Number.MIN_VALUE),
  "Number.NaN": constantOf(NaN),
  "Number.NEGATIVE_INFINITY": constantOf(-Infinity),
  "Number.POSITIVE_INFINITY": constantOf(Infinity),
};

function constant(node: ts.PropertyAccessExpression, context: Context): py.Expression | null {
  if (!isLibraryGlobal(node.expression, context)) return null;
  return constantOfLibrary(`${node.expression.getText()}.${node.name.text}`, context);
}

/** `Math.PI` by its name; null if there is no such constant. */
export const constantOfLibrary = (id: string, context: Context): py.Expression | null =>
  (Object.hasOwn(CONSTANTS, id) ? CONSTANTS[id]?.(context) : undefined) ?? null;
