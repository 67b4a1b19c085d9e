// A call of a library method, as the tables of this folder see it.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import type { Context } from "../visitors/context";

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

/** The lowered argument at `index`; null if there is none. */
export function argument(
  { arguments: args, context }: MemberCall,
  index: number,
): py.Expression | null {
  const node = args[index];
  return node === undefined ? null : context.expression(node);
}

export const hasSpread = ({ arguments: args }: MemberCall): boolean =>
  args.some(ts.isSpreadElement);

export function isNonNegative({ arguments: args, context }: MemberCall, index: number): boolean {
  const node = args[index];
  return node !== undefined && context.analysis.bounds.isNonNegative(node);
}

export function isInt({ arguments: args, context }: MemberCall, index: number): boolean {
  const node = args[index];
  return node === undefined || context.analysis.numbers.of(node).kind === "int";
}
