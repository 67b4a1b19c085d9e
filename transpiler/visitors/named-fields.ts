// `this[key]`, where the type of the key says which fields of a class it may name.
import { ts } from "ts-morph";
import { keyedFields } from "../analysis/keyed-fields";
import type * as py from "../python/ast";
import { builtinCall, dict, string, subscript } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";
import { memberName } from "./member-names";

/** What is read of the field that `node` names by its key; null if any key may be no field. */
export function fieldByKey(
  node: ts.ElementAccessExpression,
  context: Context,
): py.Expression | null {
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  if (isCalled || ts.isDeleteExpression(node.parent)) return null;
  const attribute = attributeNamed(node, context);
  if (attribute === null) return null;
  return builtinCall("getattr", context.expression(node.expression), attribute);
}

/** `this[key] = value` */
export function storeByKey(
  node: ts.Expression,
  value: py.Expression,
  context: Context,
): py.Expression | null {
  if (!ts.isElementAccessExpression(node)) return null;
  const attribute = attributeNamed(node, context);
  if (attribute === null) return null;
  return builtinCall("setattr", context.expression(node.expression), attribute, value);
}

/** The attribute that the key means in Python. */
function attributeNamed(node: ts.ElementAccessExpression, context: Context): py.Expression | null {
  const fields = keyedFields(node, context.types);
  if (fields === null || isErrorType(context.types.typeAt(node.expression), context)) return null;
  const names = [...fields].map(([key, symbol]) => [key, memberName(symbol, key)] as const);
  const key = context.expression(node.argumentExpression);
  if (names.every(([text, own]) => own === text)) return key;
  const entries = names.map(([text, own]) => ({ key: string(text), value: string(own) }));
  return subscript(dict(...entries), key);
}
