// Methods of strings.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  binary,
  builtinCall,
  call,
  compare,
  method,
  number,
  slice,
  subscript,
} from "../python/build";
import {
  argument,
  base,
  isInt,
  isNonNegative,
  type MemberCall,
  type MemberTable,
} from "./member-call";

const plain =
  (python: string, count: number) =>
  (one: MemberCall): py.Expression | null => {
    if (one.arguments.length !== count) return null;
    return method(base(one), python, ...one.arguments.map((node) => one.context.expression(node)));
  };

/** `find(text, start)`: a start below 0 is 0 in JavaScript and counts from the end in Python. */
function find(one: MemberCall): py.Expression | null {
  const text = argument(one, 0);
  const start = argument(one, 1);
  if (text === null || !isInt(one, 1)) return null;
  if (start === null) return method(base(one), "find", text);
  const from = isNonNegative(one, 1) ? start : builtinCall("max", start, number(0));
  return method(base(one), "find", text, from);
}

function includes(one: MemberCall): py.Expression | null {
  const text = argument(one, 0);
  return text === null || one.arguments.length > 1 ? null : compare(text, "in", base(one));
}

function startsWith(one: MemberCall): py.Expression | null {
  const text = argument(one, 0);
  const start = argument(one, 1);
  if (text === null || (start !== null && !isNonNegative(one, 1))) return null;
  return method(base(one), "startswith", ...(start === null ? [text] : [text, start]));
}

/** Negative bounds mean the same on both sides. */
export function sliced(one: MemberCall): py.Expression | null {
  if (one.arguments.length > 2 || !isInt(one, 0) || !isInt(one, 1)) return null;
  const lower = argument(one, 0);
  const isZero = lower?.kind === "Number" && lower.text === "0";
  return slice(base(one), isZero ? null : lower, argument(one, 1));
}

function substring(one: MemberCall): py.Expression | null {
  const [from, to] = one.arguments;
  const ordered = from !== undefined && (to === undefined || isOrdered(from, to, one));
  const start = argument(one, 0);
  if (start === null || !isInt(one, 0) || !isInt(one, 1)) return null;
  if (isNonNegative(one, 0) && ordered) return sliced(one);
  const end = argument(one, 1);
  return call(
    one.context.helper("substring"),
    end === null ? [base(one), start] : [base(one), start, end],
  );
}

/** `from <= to` for sure. */
function isOrdered(from: ts.Expression, to: ts.Expression, { context }: MemberCall): boolean {
  const { bounds } = context.analysis;
  const inner = bare(to);
  const isSum =
    ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken;
  if (isSum && inner.left.getText() === from.getText() && bounds.isNonNegative(inner.right))
    return true;
  return bounds.of(from).high <= bounds.of(to).low;
}

function split(one: MemberCall): py.Expression | null {
  const [separator] = one.arguments;
  if (separator === undefined) return null;
  const type = one.context.types.typeAt(separator);
  if (!type.isStringLiteral()) return one.context.refuse(separator, "emptySeparator");
  const limit = argument(one, 1);
  const parts =
    type.value === ""
      ? builtinCall("list", base(one))
      : method(base(one), "split", one.context.expression(separator));
  if (limit === null) return parts;
  return isNonNegative(one, 1) ? slice(parts, null, limit) : null;
}

function replace(count: number | null) {
  return (one: MemberCall): py.Expression | null => {
    const [from, to] = one.arguments;
    if (from === undefined || to === undefined || one.context.types.kindAt(from) !== "string")
      return null;
    const type = one.context.types.typeAt(to);
    if (!type.isStringLiteral() || type.value.includes("$"))
      return one.context.refuse(to, "replacementPattern");
    const limit = count === null ? [] : [number(count)];
    return method(
      base(one),
      "replace",
      one.context.expression(from),
      one.context.expression(to),
      ...limit,
    );
  };
}

function charCodeAt(one: MemberCall): py.Expression | null {
  const [index] = one.arguments;
  if (index === undefined || !one.context.analysis.bounds.isInside(one.receiver, index))
    return null;
  return builtinCall("ord", subscript(base(one), one.context.expression(index)));
}

function pad(helper: "pad_end" | "pad_start") {
  return (one: MemberCall): py.Expression | null => {
    const args = one.arguments.map((node) => one.context.expression(node));
    return isInt(one, 0) && args.length > 0
      ? call(one.context.helper(helper), [base(one), ...args])
      : null;
  };
}

function charAt(one: MemberCall): py.Expression | null {
  const index = argument(one, 0);
  if (index === null || !isNonNegative(one, 0)) return null;
  return slice(base(one), index, binary(index, "+", number(1)));
}

export const stringMethods: MemberTable = {
  charAt,
  charCodeAt,
  concat: () => null,
  endsWith: plain("endswith", 1),
  includes,
  indexOf: find,
  lastIndexOf: plain("rfind", 1),
  padEnd: pad("pad_end"),
  padStart: pad("pad_start"),
  repeat: (one) =>
    isNonNegative(one, 0) && isInt(one, 0)
      ? binary(base(one), "*", argument(one, 0) ?? number(0))
      : null,
  replace: replace(1),
  replaceAll: replace(null),
  slice: sliced,
  split,
  startsWith,
  substring,
  toLowerCase: plain("lower", 0),
  toString: base,
  toUpperCase: plain("upper", 0),
  trim: plain("strip", 0),
  trimEnd: plain("rstrip", 0),
  trimStart: plain("lstrip", 0),
};
