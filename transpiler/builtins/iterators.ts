// What `keys()`, `values()` and `entries()` give: a view that a loop runs over, or an iterator that is kept.
import { isRunOver } from "../analysis/syntax";
import type * as py from "../python/ast";
import { builtinCall } from "../python/build";
import type { MemberCall } from "./member-call";

/** `view`, if it is run over where it is made; else an iterator, which can be used up. */
export const iterated = (one: MemberCall, view: py.Expression): py.Expression =>
  isRunOver(one.node) ? view : builtinCall("iter", view);
