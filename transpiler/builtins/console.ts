// console: methods that print, each value as the text that Node prints.
import type * as py from "../python/ast";
import { consoleMethods } from "./console-methods";
import { errorStream, PRINTING, printedLine, printedTexts } from "./console-texts";
import type { MemberCall } from "./member-call";

/** `console.log(…)`; null if there is no such method. */
export function printed(one: MemberCall): py.Expression | null {
  const { context } = one;
  if (Object.hasOwn(consoleMethods, one.method)) return consoleMethods[one.method]?.(one) ?? null;
  if (!Object.hasOwn(PRINTING, one.method)) return null;
  const texts = printedTexts(one.arguments, context);
  return printedLine(texts, errorStream(one.method, context), context);
}
