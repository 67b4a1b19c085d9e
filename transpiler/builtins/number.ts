// Math, Number, String, and methods of numbers.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  attribute,
  binary,
  builtinCall,
  call,
  compare,
  method,
  number,
  string,
} from "../python/build";
import { textOf } from "../visitors/text";
import { argument, base, hasSpread, isInt, type MemberCall, type MemberTable } from "./member-call";

/** `Math.floor(a / b)` of ints is `a // b`; of an int it is the int. */
function floor(one: MemberCall): py.Expression | null {
  const [node] = one.arguments;
  if (node === undefined) return null;
  return floorDivision(one, node) ?? rounded("floor")(one);
}

function floorDivision({ context }: MemberCall, node: ts.Expression): py.Expression | null {
  const inner = bare(node);
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.SlashToken)
    return null;
  const { bounds, numbers } = context.analysis;
  const areInts = [inner.left, inner.right].every((side) => numbers.of(side).kind === "int");
  if (!areInts) return null;
  const left = context.expression(inner.left);
  const right = context.expression(inner.right);
  if (bounds.isNonZero(inner.right)) return binary(left, "//", right);
  return call(context.helper("floor_divide"), [left, right]);
}

/** Division towards zero is division downwards where nothing is negative. */
function trunc(one: MemberCall): py.Expression | null {
  const [node] = one.arguments;
  if (node === undefined) return null;
  const inner = bare(node);
  const isPositive =
    ts.isBinaryExpression(inner) &&
    [inner.left, inner.right].every((side) => one.context.analysis.bounds.isNonNegative(side));
  return (isPositive ? floorDivision(one, node) : null) ?? rounded("trunc")(one);
}

const rounded = (id: "ceil" | "floor" | "trunc") => (one: MemberCall) => {
  const [node] = one.arguments;
  const value = argument(one, 0);
  if (node === undefined || value === null) return null;
  if (one.context.analysis.numbers.of(node).kind === "int") return value;
  return call(one.context.moduleMember("math", id), [value]);
};

function round(one: MemberCall): py.Expression | null {
  const value = argument(one, 0);
  if (value === null || isInt(one, 0)) return value;
  return call(one.context.moduleMember("math", "floor"), [binary(value, "+", number("0.5"))]);
}

function pow(one: MemberCall): py.Expression | null {
  const [left, right] = [argument(one, 0), argument(one, 1)];
  const [, exponent] = one.arguments;
  if (left === null || right === null || exponent === undefined) return null;
  const isExact =
    isInt(one, 0) && isInt(one, 1) && one.context.analysis.bounds.isNonNegative(exponent);
  return isExact ? binary(left, "**", right) : null;
}

const plain = (id: "abs" | "max" | "min") => (one: MemberCall) => {
  if (one.arguments.length === 0 || hasSpread(one)) return null;
  const args = one.arguments.map((node) => one.context.expression(node));
  return args.length === 1 && id !== "abs" ? (args[0] ?? null) : builtinCall(id, ...args);
};

export const mathFunctions: MemberTable = {
  abs: plain("abs"),
  ceil: rounded("ceil"),
  floor,
  max: plain("max"),
  min: plain("min"),
  pow,
  round,
  trunc,
};

export const numberFunctions: MemberTable = {
  isNaN: (one) => {
    const value = argument(one, 0);
    return value === null ? null : compare(value, "!=", value);
  },
  parseFloat: () => null,
  parseInt: parseInteger,
};

/** Reads what the text begins with, as JavaScript does; NaN if that is no digit. */
export function parseInteger(one: MemberCall): py.Expression | null {
  const [text, radix] = one.arguments;
  if (text === undefined || one.context.types.kindAt(text) !== "string") return null;
  const args = [one.context.expression(text)];
  if (radix === undefined) return null;
  if (radix.getText() !== "10") args.push(one.context.expression(radix));
  return call(one.context.helper("parse_int"), args);
}

const TEXT_FORMATS: Record<string, string> = { "2": "{:b}", "8": "{:o}", "16": "{:x}" };

export const numberMethods: MemberTable = {
  toFixed: (one) => {
    const [digits] = one.arguments;
    const text = digits === undefined ? "0" : digits.getText();
    if (!/^\d$/.test(text)) return null;
    if (one.context.analysis.numbers.of(one.receiver).kind === "int")
      return binary(string(`%.${text}f`), "%", base(one));
    // Halfway between two, ECMAScript 21.1.3.3 takes the larger, C's printf the even one.
    return call(one.context.helper("to_fixed"), [base(one), number(text)]);
  },
  toString: (one: MemberCall) => {
    const [radix] = one.arguments;
    if (radix === undefined) return textOf(one.receiver, one.context);
    const format = TEXT_FORMATS[radix.getText()];
    if (format === undefined || one.context.analysis.numbers.of(one.receiver).kind !== "int")
      return null;
    return method(string(format), "format", base(one));
  },
};

export const objectFunctions: MemberTable = {
  entries: listed("items"),
  keys: listed("keys"),
  values: listed("values"),
};

/** Members of a record, in order: such records are made ordered (visitors/objects.ts). */
function listed(python: string) {
  return (one: MemberCall): py.Expression | null => {
    const [record] = one.arguments;
    if (record === undefined) return null;
    const kind = one.context.types.kindAt(record);
    if (kind !== "record" && kind !== "dict") return null;
    const value = one.context.expression(record);
    return builtinCall("list", python === "keys" ? value : call(attribute(value, python)));
  };
}
