// Numbers from text.
import type * as py from "../python/ast";
import { call } from "../python/build";
import { textOf } from "../visitors/text";
import { hasSpread, type MemberCall } from "./member-call";

/** Reads what the text begins with, as JavaScript does; NaN if that is no digit. */
export function parseInteger(one: MemberCall): py.Expression | null {
  const [text, radix] = one.arguments;
  if (text === undefined || hasSpread(one)) return null;
  const args = [textOf(text, one.context)];
  if (radix !== undefined) args.push(one.context.expression(radix));
  return call(one.context.helper("parse_int"), args);
}

export function parseDecimal(one: MemberCall): py.Expression | null {
  const [text] = one.arguments;
  if (text === undefined || hasSpread(one)) return null;
  return call(one.context.helper("parse_float"), [textOf(text, one.context)]);
}
