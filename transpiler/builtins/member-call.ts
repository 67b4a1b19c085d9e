// A call of a library method, as the tables of this folder see it.
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import { builtinCall, call, number } from "../python/build";
import type { HelperName } from "../runtime/helpers";
import type { Context } from "../visitors/context";
import { isNothing } from "../visitors/equality";
import { numberValue } from "../visitors/missing-number";
import { textOf } from "../visitors/text";

export interface MemberCall {
  readonly node: ts.CallExpression;
  /** What the method is called on. */
  readonly receiver: ts.Expression;
  readonly arguments: readonly ts.Expression[];
  /** The name of the method, for messages. */
  readonly method: string;
  readonly context: Context;
}

/** null: this form of the call is not supported. */
export type MemberTable = Readonly<Record<string, (call: MemberCall) => py.Expression | null>>;
/** Calls that are statements: their value is not used. */
export type MutationTable = Readonly<Record<string, (call: MemberCall) => py.Statement[] | null>>;

export const base = ({ receiver, context }: MemberCall): py.Expression =>
  context.expression(receiver);

/** What the method is called on, as a list. */
export const listBase = (one: MemberCall): py.Expression =>
  one.context.types.kindAt(one.receiver) === "tuple" ? builtinCall("list", base(one)) : base(one);

/** The lowered argument at `index`; null if there is none. */
export function argument(
  { arguments: args, context }: MemberCall,
  index: number,
): py.Expression | null {
  const node = args[index];
  return node === undefined ? null : context.expression(node);
}

/** All arguments from `first` on, `...values` as `*values`. */
export const lowered = (
  { arguments: args, context }: MemberCall,
  first = 0,
): (py.Expression | py.Starred)[] =>
  args
    .slice(first)
    .map((node) =>
      ts.isSpreadElement(node)
        ? { kind: "Starred", value: context.expression(node.expression) }
        : context.expression(node),
    );

/** The argument at `index`, a string: one that is missing after all reads "undefined" (ECMAScript 7.1.17). */
export function textArgument(
  { arguments: args, context }: MemberCall,
  index: number,
): py.Expression | null {
  const node = args[index];
  if (node === undefined) return null;
  return context.types.kindAt(node) === "string" && !ts.isSpreadElement(node)
    ? textOf(node, context)
    : context.expression(node);
}

/** All arguments, the first of which is a string. */
export function loweredAfterText(one: MemberCall): (py.Expression | py.Starred)[] {
  const text = hasSpread(one) ? null : textArgument(one, 0);
  return text === null ? lowered(one) : [text, ...lowered(one, 1)];
}

/** `helper(receiver, ...arguments)` */
export const helped = (
  one: MemberCall,
  helper: HelperName,
  args: readonly (py.Expression | py.Starred)[],
): py.Expression => call(one.context.helper(helper), [listBase(one), ...args]);

export const hasSpread = ({ arguments: args }: MemberCall): boolean =>
  args.some(ts.isSpreadElement);

export function isNonNegative({ arguments: args, context }: MemberCall, index: number): boolean {
  const node = args[index];
  return node !== undefined && context.analysis.bounds.isNonNegative(node);
}

export function isInt({ arguments: args, context }: MemberCall, index: number): boolean {
  const node = args[index];
  return node === undefined || context.analysis.bounds.isSureInt(node);
}

/** The argument at `index` as a number: NaN for undefined; null if none is given. */
export function numberArgument(
  { arguments: args, context }: MemberCall,
  index: number,
): py.Expression | null {
  const node = args[index];
  return node === undefined ? null : numberValue(node, context);
}

/** The argument at `index` as an int: a place in a sequence. null if it is not given, or `undefined`. */
export function placeArgument(one: MemberCall, index: number): py.Expression | null {
  const node = one.arguments[index];
  if (node === undefined || isNothing(bare(node))) return null;
  const value = one.context.expression(node);
  // MicroPython's places fit into a machine's word.
  if (one.context.analysis.numbers.of(node).low >= 2 ** 30) return number(2 ** 30 - 1);
  // As for Python, None is no bound.
  if (one.context.analysis.numbers.of(node).kind === "int") return value;
  const isNullable = one.context.types.kindsAt(node).has("null");
  return call(one.context.helper(isNullable ? "bound" : "whole"), [value]);
}

/** The places of a call, from `first` on; what is left out in between is None. */
export function places(one: MemberCall, first: number, none: py.Expression): py.Expression[] {
  const result: py.Expression[] = [];
  for (let index = first; index < one.arguments.length; index++)
    result.push(placeArgument(one, index) ?? none);
  return result;
}

/** The receiver where it is needed twice: `first` gives it, then `again` does. */
export function twice(one: MemberCall): { first: py.Expression; again: py.Expression } {
  const value = base(one);
  if (isSimple(one.receiver)) return { first: value, again: value };
  const target = one.context.temporary(one.receiver, "values");
  return { first: { kind: "NamedExpression", target, value }, again: target };
}
