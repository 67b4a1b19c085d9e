// Methods of strings that go by places.
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
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
  hasSpread,
  helped,
  isInt,
  isNonNegative,
  lowered,
  loweredAfterText,
  type MemberCall,
  type MemberTable,
  numberArgument,
  placeArgument,
  textArgument,
} from "./member-call";
import { paddedNumber } from "./number-formats";
import { mayBeOutsideBmp } from "../visitors/outside-bmp";

/** `lower` for texts in which places are the same on both sides; any other text is refused. */
const byPlace =
  (lower: (one: MemberCall) => py.Expression | null) =>
  (one: MemberCall): py.Expression | null =>
    mayBeOutsideBmp(one.receiver, one.context)
      ? one.context.refuse(one.node, "placeOutsideBmp")
      : hasSpread(one)
        ? null
        : lower(one);

/** Whether the text that is looked for is surely something. */
function isNotEmpty(one: MemberCall): boolean {
  const [wanted] = one.arguments;
  const type = wanted && one.context.types.typeAt(wanted);
  return type !== undefined && type.isStringLiteral() && type.value !== "";
}

const isText = (one: MemberCall): boolean => {
  const [wanted] = one.arguments;
  return wanted !== undefined && one.context.types.kindAt(wanted) === "string";
};

/** `find(text, start)`: a start below 0 is 0 in JavaScript and counts from the end in Python. */
function find(one: MemberCall): py.Expression | null {
  const text = textArgument(one, 0);
  if (text === null || !isText(one)) return null;
  if (one.arguments.length === 1) return method(base(one), "find", text);
  if (isInt(one, 1) && isNotEmpty(one)) {
    const start = argument(one, 1) as py.Expression;
    const from = isNonNegative(one, 1) ? start : builtinCall("max", start, number(0));
    return method(base(one), "find", text, from);
  }
  return helped(one, "find_text", loweredAfterText(one));
}

function findLast(one: MemberCall): py.Expression | null {
  const text = textArgument(one, 0);
  if (text === null || !isText(one)) return null;
  if (one.arguments.length === 1) return method(base(one), "rfind", text);
  return helped(one, "find_last_text", loweredAfterText(one));
}

export function includesText(one: MemberCall): py.Expression | null {
  const text = textArgument(one, 0);
  if (text === null || !isText(one) || hasSpread(one)) return null;
  if (one.arguments.length === 1) return compare(text, "in", base(one));
  const found = byPlace(find)(one);
  return found && compare(found, ">=", number(0));
}

export function startsWith(one: MemberCall): py.Expression | null {
  const text = textArgument(one, 0);
  if (text === null || !isText(one) || hasSpread(one)) return null;
  if (one.arguments.length === 1) return method(base(one), "startswith", text);
  return byPlace((other) =>
    isNonNegative(other, 1) && isInt(other, 1) && isNotEmpty(other)
      ? method(base(other), "startswith", text, argument(other, 1) as py.Expression)
      : helped(other, "starts_with", loweredAfterText(other)),
  )(one);
}

export function endsWith(one: MemberCall): py.Expression | null {
  const text = textArgument(one, 0);
  if (text === null || !isText(one) || hasSpread(one)) return null;
  if (one.arguments.length === 1) return method(base(one), "endswith", text);
  return byPlace((other) =>
    isNonNegative(other, 1) && isInt(other, 1)
      ? method(slice(base(other), null, argument(other, 1)), "endswith", text)
      : helped(other, "ends_with", loweredAfterText(other)),
  )(one);
}

/** Negative bounds mean the same on both sides. */
export function sliced(one: MemberCall): py.Expression | null {
  if (one.arguments.length > 2 || hasSpread(one)) return null;
  const lower = placeArgument(one, 0);
  const isZero = lower?.kind === "Number" && lower.text === "0";
  return slice(base(one), isZero ? null : lower, placeArgument(one, 1));
}

function substring(one: MemberCall): py.Expression | null {
  const [from, to] = one.arguments;
  if (from === undefined) return base(one);
  const ordered = to === undefined || isOrdered(from, to, one);
  if (isNonNegative(one, 0) && ordered) return sliced(one);
  return helped(one, "substring", lowered(one));
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

/** `text[index]` where that is sure to be there, else what the helper says. */
const code = (helper: "char_code" | "code_point") => (one: MemberCall) => {
  const [index] = one.arguments;
  if (index === undefined) return helped(one, helper, [number(0)]);
  return one.context.analysis.bounds.isInside(one.receiver, index)
    ? builtinCall("ord", subscript(base(one), one.context.expression(index)))
    : helped(one, helper, [numberArgument(one, 0) as py.Expression]);
};

function charAt(one: MemberCall): py.Expression | null {
  const [node] = one.arguments;
  const index = numberArgument(one, 0);
  if (index === null || node === undefined) return slice(base(one), null, number(1));
  if (one.context.analysis.bounds.isInside(one.receiver, node)) return subscript(base(one), index);
  if (!isNonNegative(one, 0) || !isInt(one, 0) || !isSimple(node))
    return helped(one, "char_at", [index]);
  const next = index.kind === "Number" ? number(Number(index.text) + 1) : undefined;
  return slice(base(one), index, next ?? binary(index, "+", number(1)));
}

function pad(helper: "pad_end" | "pad_start") {
  return (one: MemberCall): py.Expression | null => {
    if (one.arguments.length === 0) return base(one);
    const number = helper === "pad_start" ? paddedNumber(one) : null;
    return number ?? helped(one, helper, lowered(one));
  };
}

function at(one: MemberCall): py.Expression | null {
  const [index] = one.arguments;
  if (index === undefined) return null;
  const isPlain = isInt(one, 0) && one.context.analysis.bounds.isNonNegative(index);
  const helper = isPlain ? "item" : "at";
  return call(one.context.helper(helper), [base(one), numberArgument(one, 0) as py.Expression]);
}

export const placeMethods: MemberTable = {
  at: byPlace(at),
  charAt: byPlace(charAt),
  charCodeAt: byPlace(code("char_code")),
  codePointAt: byPlace(code("code_point")),
  endsWith,
  includes: includesText,
  indexOf: byPlace(find),
  lastIndexOf: byPlace(findLast),
  padEnd: byPlace(pad("pad_end")),
  padStart: byPlace(pad("pad_start")),
  slice: byPlace(sliced),
  startsWith,
  substr: byPlace((one) => helped(one, "substr", lowered(one))),
  substring: byPlace(substring),
};
