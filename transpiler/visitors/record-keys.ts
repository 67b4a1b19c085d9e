// Keys of records: always texts, and never the names of what every object inherits.
import { ts } from "ts-morph";
import { isIndex, isInheritedName } from "../analysis/record-keys";
import { bare } from "../analysis/syntax";
import { writesOf } from "../analysis/writes";
import type * as py from "../python/ast";
import { attribute, builtinCall, call, string } from "../python/build";
import type { Context } from "./context";
import { textOf } from "./text";

/** The key of what is stored: what is missing has one, too, as "undefined". */
export const recordKey = (node: ts.Expression, context: Context): py.Expression =>
  mayBeMissing(node, context) ? textOf(node, context) : keyOf(node, context);

function mayBeMissing(node: ts.Expression, { analysis }: Pick<Context, "analysis">): boolean {
  const missing = analysis.missing.of(node);
  return missing.null || missing.undefined;
}

/** Whether the program stores under keys that may be missing: only there is anything found by one. */
const storesMissing = ({ analysis }: Context): boolean => analysis.anywhere(isStoreOfMissing, null);

const isStoreOfMissing = (node: ts.Node, view: Pick<Context, "analysis">): boolean =>
  writesOf(node).some(
    ({ target }) =>
      ts.isElementAccessExpression(target) && mayBeMissing(target.argumentExpression, view),
  );

/** The key that `node` is: a number is one by its text (ECMAScript 7.1.19). */
function keyOf(node: ts.Expression, context: Context): py.Expression {
  const kinds = [...context.types.kindsAt(node)];
  if (kinds.every((kind) => kind === "string")) return context.expression(node);
  if (kinds.every((kind) => kind === "number" || kind === "string")) return keyText(node, context);
  return context.refuse(node, "computedName");
}

function keyText(node: ts.Expression, context: Context): py.Expression {
  const type = context.types.typeAt(bare(node));
  if (type.isNumberLiteral() && !context.hasStand(bare(node))) return string(String(type.value));
  return textOf(node, context);
}

/** The key of a member that is read: JavaScript looks for it in `Object.prototype`, too. */
export function readKey(node: ts.Expression, context: Context): py.Expression {
  const type = context.types.typeAt(bare(node));
  const parts = type.isUnion() ? type.types : [type];
  const isKnown = parts.every((part) => part.isStringLiteral() || part.isNumberLiteral());
  const mayInherit = isKnown
    ? parts.some((part) => part.isStringLiteral() && isInheritedName(part.value))
    : context.analysis.recordKeys.inheritedNamesAppear && context.types.kindsAt(node).has("string");
  if (mayInherit) return context.refuse(node, "inheritedMember");
  return mayBeMissing(node, context) && storesMissing(context)
    ? textOf(node, context)
    : keyOf(node, context);
}

/** Whether a record of `type` may have keys that are listed before others. */
function mayBeIndexes(type: ts.Type, { analysis, types }: Context): boolean {
  const { computedKeysAppear, indexesAppear } = analysis.recordKeys;
  return (type.isUnion() ? type.types : [type]).some((part) =>
    types.checker.getIndexInfosOfType(part).length > 0
      ? computedKeysAppear
      : indexesAppear || part.getProperties().some(({ name }) => isIndex(name)),
  );
}

/** The keys, values or entries of a record as a list, in the order of JavaScript. */
export function listed(
  what: "items" | "keys" | "values",
  record: py.Expression,
  type: ts.Type,
  context: Context,
): py.Expression {
  if (mayBeIndexes(type, context)) return call(context.helper(`own_${what}`), [record]);
  return builtinCall("list", what === "keys" ? record : call(attribute(record, what)));
}
