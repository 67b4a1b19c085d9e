// Numbers from other values.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import { builtinCall, call, conditional, number, string } from "../python/build";
import type { Context } from "./context";
import { numberValue } from "./missing-number";
import { textOf } from "./text";

/** `Number(value)` and `+value`; null for what is neither text nor a plain value. */
export function toNumber(node: ts.Expression, context: Context): py.Expression | null {
  const kinds = [...context.types.kindsAt(node)];
  const [kind] = kinds;
  if (kinds.length !== 1) return null;
  if (kind === "null")
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
      return null;
  }
}
