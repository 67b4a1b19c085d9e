// Instances of classes where their members are data: a record with the fields that Node would list.
import type { ts } from "ts-morph";
import { declarationOf, isLibraryFile } from "../analysis/types";
import type * as py from "../python/ast";
import { call } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";

/** Whether `node` is an instance of a class of the program, which knows its fields. */
export function readsAsRecord(node: ts.Expression, context: Context): boolean {
  if (context.types.kindsAt(node).size !== 1 || context.types.kindAt(node) !== "instance")
    return false;
  const type = context.types.typeAt(node);
  const declaration = declarationOf(type.symbol);
  return (
    declaration !== undefined &&
    !isLibraryFile(declaration.getSourceFile()) &&
    !declaration.getSourceFile().isDeclarationFile &&
    !isErrorType(type, context)
  );
}

/** `node`, a record or an instance of a class, as a record. */
export const recordOf = (node: ts.Expression, context: Context): py.Expression =>
  readsAsRecord(node, context)
    ? call(context.helper("fields"), [context.expression(node)])
    : context.expression(node);

/** The members of a value of unknown kind as a record. */
export const membersOf = (value: py.Expression, context: Context): py.Expression =>
  call(context.helper("members"), [value]);
