// Instances of classes where their members are data: a record with the fields that Node would list.
import { ts } from "ts-morph";
import { isGetterByKey } from "../analysis/members-by-key";
import type { View } from "../analysis/analysis";
import { declarationOf, isLibraryFile } from "../analysis/types";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { call, method, string } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";
import { memberName } from "./member-names";

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
    : asRecord(context.expression(node), node, context);

/** `value` of `node` as a record, if it is only said to be one (analysis/open-records.ts). */
export function asRecord(
  value: py.Expression,
  node: ts.Expression,
  context: Context,
): py.Expression {
  const kinds = [...context.types.kindsAt(node)];
  const isThere = kinds.every((kind) => kind === "dict" || kind === "record");
  return isThere && context.analysis.openRecords.at(node) ? membersOf(value, context) : value;
}

/** The member `key` of what is only said to be a record. */
export function openMember(
  value: py.Expression,
  key: string,
  node: ts.Node,
  context: Context,
): py.Expression {
  const { openRecords } = context.analysis;
  const names = new Set(openRecords.membersNamed(key).map((symbol) => memberName(symbol, key)));
  if (names.size > 1 || (key === "length" && openRecords.areLists))
    return context.refuse(node, "ambiguousMember", key, "a record, or of what is none");
  const [own = pythonName(key)] = names;
  return call(context.helper("any_member"), [value, string(key), string(own)]);
}

/** The members of a value of unknown kind as a record. */
export const membersOf = (value: py.Expression, context: Context): py.Expression =>
  call(context.helper("members"), [value]);

/** The member of a value of unknown kind that `key` names. */
export const memberByKey = (value: py.Expression, key: py.Expression, context: Context) =>
  context.analysis.anywhere(isSeenGetter, undefined)
    ? call(context.helper("member_by_key"), [value, key])
    : method(membersOf(value, context), "get", key);

/** A getter of objects that get to where any value may be. */
const isSeenGetter = (node: ts.Node, { analysis }: View): boolean =>
  isGetterByKey(node) && analysis.isInspected(node.parent as ts.ClassLikeDeclaration);
