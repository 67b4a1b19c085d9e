// What is thrown: Python raises exceptions only, so that another value travels inside of one, and is
// taken out where it is caught. A program that throws errors alone has nothing of it.
import { ts } from "ts-morph";
import { isFoundNoError } from "../analysis/error-tests";
import { bare, isCaughtDeclaration } from "../analysis/syntax";
import { throws, throwsError } from "../analysis/thrown-values";
import { isReason } from "../analysis/caught-texts";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { assign, call, name } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";

const VALUES: ReadonlySet<Kind> = new Set(["boolean", "instance", "number", "record", "string"]);

/** What has to be raised for `node`, the operand of `throw`. */
export function thrownValue(node: ts.Expression, context: Context): py.Expression {
  const value = context.expression(node);
  if (isErrorType(context.types.typeAt(node), context)) return value;
  if (!throwsValues(context)) return value;
  const kinds = context.types.kindsAt(node);
  if (kinds.has("unknown")) return call(context.helper("thrown"), [value]);
  if ([...kinds].some((kind) => !VALUES.has(kind)))
    return context.refuse(node, "unsupportedSyntax", "Throwing this value", "Throw an Error.");
  return call(context.helper(kinds.size > 1 ? "thrown" : "Thrown"), [value]);
}

/** Whether `node` is a variable that holds what a `catch` caught, or a promise failed by, and nothing else. */
export function isCaught(node: ts.Expression, context: Context): boolean {
  const inner = bare(node);
  if (isReason(inner, context.types.checker)) return true;
  if (!ts.isIdentifier(inner)) return false;
  const declaration = context.analysis.uses.declarationAt(inner);
  return (
    declaration !== undefined &&
    isCaughtDeclaration(declaration) &&
    context.analysis.uses.of(declaration).writes.length === 0
  );
}

/** `error = thrown_value(error)` at the head of a `catch`, where it may be no error. */
export function takeOut(caught: string, target: string, context: Context): py.Statement[] {
  if (throwsValues(context))
    return [assign(name(target), call(context.helper("thrown_value"), [name(caught)]))];
  return caught === target ? [] : [assign(name(target), name(caught))];
}

/** Whether something else than an error may be thrown anywhere, or be what a promise is rejected with. */
export function throwsValues(context: Context): boolean {
  return context.analysis.anywhere(throws, null);
}

/** Whether an error may be caught: in a program that throws values, only where it throws errors too. */
export const throwsErrors = (context: Context): boolean =>
  !throwsValues(context) || context.analysis.anywhere(throwsError, null);

/** Whether `node` is caught, and was found to be no error: another value that was thrown, if any is. */
export function isNoError(node: ts.Expression, context: Context): boolean {
  if (!isCaught(node, context)) return false;
  if (context.analysis.unknowns.hold("function", "map", "set")) return false;
  return isFoundNoError(node);
}
