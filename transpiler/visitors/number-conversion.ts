// Numbers from other values.
import { ts } from "ts-morph";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { boolean, builtinCall, call, conditional, number, string } from "../python/build";
import type { Context } from "./context";
import { numberValue } from "./missing-number";
import { nullish } from "./nothing";
import { textOf } from "./text";

/** `Number(value)` and `+value`; null for objects of known kinds. */
export function toNumber(node: ts.Expression, context: Context): py.Expression | null {
  const kinds = [...context.types.kindsAt(node)];
  const [kind] = kinds;
  if (kinds.length !== 1) return numberOfAny(node, kinds, context);
  if (kind === "null" && !context.types.nullIsApart)
    return context.types.acceptsUndefined(node) ? builtinCall("float", string("nan")) : number(0);
  if (kind === "number") return numberValue(node, context);
  const value = context.expression(node);
  switch (kind) {
    case "string": {
      // Of undefined it is NaN, as of its name; of null it is 0.
      const missing = context.analysis.missing.of(node);
      if (missing.null) return null;
      const text = missing.undefined ? textOf(node, context) : value;
      return call(context.helper("parse_number"), [text]);
    }
    case "boolean":
      return conditional(number(1), value, number(0));
    default:
      return numberOfAny(node, kinds, context);
  }
}

const PLAIN: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

/** The helper that makes numbers of values of these kinds; null if they are objects that are known. */
export function numberHelper(kinds: readonly Kind[]): "any_to_number" | "to_number" | null {
  if (kinds.every((kind) => PLAIN.has(kind))) return "to_number";
  return kinds.every((kind) => PLAIN.has(kind) || kind === "unknown") ? "any_to_number" : null;
}

function numberOfAny(
  node: ts.Expression,
  kinds: readonly Kind[],
  context: Context,
): py.Expression | null {
  const helper = numberHelper(kinds);
  if (helper === null) return null;
  const nothing = nullish(node, context);
  const isMerged = nothing.null && !context.types.nullIsApart;
  if (isMerged && nothing.undefined) return context.refuse(node, "undefinedOrNull");
  const value = context.expression(node);
  // What is false is 0 as null is.
  return call(context.helper(helper), [isMerged ? boolean(value, "or", number(0)) : value]);
}
