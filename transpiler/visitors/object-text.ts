// Objects as text: what their `toString` makes of them.
import type { ts } from "ts-morph";
import type { Kind } from "../analysis/types";
import { declarationOf, isLibraryFile } from "../analysis/types";
import { UNSPEAKING } from "../analysis/unknowns";
import type * as py from "../python/ast";
import { builtinCall, call, method, string } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";
import { memberName } from "./member-names";
import { nothingWord } from "./nothing";
import { isCaught, throwsValues } from "./thrown";

/** `node`, an object of a class or an error, by ECMAScript's ToString; null if it is something else. */
export function objectText(
  node: ts.Expression,
  kinds: ReadonlySet<Kind>,
  context: Context,
): py.Expression | null {
  if (kinds.size !== 1) return null;
  const type = context.types.typeAt(node);
  if (kinds.has("array") || kinds.has("tuple")) return arrayText(node, type, context);
  if (kinds.has("unknown")) return anyText(node, context);
  if (kinds.has("regexp")) return builtinCall("str", context.expression(node));
  if (kinds.has("bytes") || kinds.has("typed"))
    return call(context.helper("join"), [context.expression(node)]);
  return instanceText(type, () => context.expression(node), context);
}

/** A value of any kind, which says of itself what it is. */
function anyText(node: ts.Expression, context: Context): py.Expression | null {
  const { unknowns } = context.analysis;
  if (isCaught(node, context) && !throwsValues(context))
    return call(context.helper("error_text"), [context.expression(node)]);
  if (unknowns.hold(...UNSPEAKING)) return null;
  const args = [context.expression(node)];
  const isNull = nothingWord(node, context) === "null";
  return call(context.helper("any_text"), isNull ? [...args, string("null")] : args);
}

/** `value`, an object of the class or interface `type`, as text; null if it is something else. */
export function instanceText(
  type: ts.Type,
  value: () => py.Expression,
  context: Context,
): py.Expression | null {
  const kind = context.types.kindOf(type);
  if (kind !== "instance" && kind !== "contract") return null;
  if (kind === "instance" && isErrorType(type, context))
    return call(context.helper("error_text"), [value()]);
  const symbol = type.getProperty("toString");
  const declaration = declarationOf(symbol);
  if (declaration === undefined || isLibraryFile(declaration.getSourceFile()))
    return call(context.helper("object_text"), [value()]);
  if (declaration.getSourceFile().isDeclarationFile) return null;
  return method(value(), memberName(symbol, "toString"));
}

const JOINABLE: ReadonlySet<Kind> = new Set([
  "array",
  "boolean",
  "dict",
  "null",
  "number",
  "record",
  "string",
  "tuple",
]);

/** An array is as text what `join()` makes of it (ECMAScript 23.1.3.36). */
export function arrayText(node: ts.Expression, type: ts.Type, context: Context): py.Expression {
  const isJoinable = (part: ts.Type): boolean => {
    if ([...context.types.kindsOf(part)].some((kind) => !JOINABLE.has(kind))) return false;
    const kind = context.types.kindOf(part);
    if (kind !== "array" && kind !== "tuple") return true;
    return context.types.checker.getTypeArguments(part as ts.TypeReference).every(isJoinable);
  };
  return isJoinable(type)
    ? call(context.helper("join"), [context.expression(node)])
    : context.refuse(node, "stringOf", "What this array holds");
}
