// `forEach` of maps and sets.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import { builtinCall, call, method, name, tuple } from "../python/build";
import { callable, padded, refuseCallback } from "./callback";
import { asLoop, canBeLoop } from "./callback-loops";
import { base, type MemberCall } from "./member-call";

const isMap = (one: MemberCall) => one.context.types.kindAt(one.receiver) === "map";

/** By a helper that calls the function. */
export function eachOfMap(one: MemberCall): py.Expression | null {
  const [node] = one.arguments;
  if (node === undefined || one.arguments.length !== 1) return null;
  const given = callable(node, 3, "value", one.context);
  if (given === null) return refuseCallback(node, one.context);
  const each = padded(given, 3, one.context);
  return call(one.context.helper(isMap(one) ? "each_entry" : "each_value"), [base(one), each]);
}

/** `map.forEach((value, key) => …)` as a loop over its items. */
export function eachOfMapInLoop(one: MemberCall): py.Statement[] | null {
  const [node] = one.arguments;
  const arrow = node && bare(node);
  if (arrow === undefined || one.arguments.length !== 1) return null;
  if (!ts.isArrowFunction(arrow) || !canBeLoop(arrow, one)) return null;
  const [value, key] = arrow.parameters.map((parameter) => one.context.declaredName(parameter));
  const element = name(value ?? "_");
  if (!isMap(one)) {
    return key === undefined
      ? asLoop(arrow, element, base(one), one)
      : asLoop(arrow, tuple(element, name(key)), builtinCall("zip", base(one), base(one)), one);
  }
  if (key === undefined) return asLoop(arrow, element, method(base(one), "values"), one);
  return asLoop(arrow, tuple(name(key), element), method(base(one), "items"), one);
}
