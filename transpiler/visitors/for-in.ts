// `for … in`: the keys of a record, the indexes of an array as text.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import { some } from "../analysis/walk";
import type * as py from "../python/ast";
import { builtin, builtinCall } from "../python/build";
import { asRecord } from "./class-records";
import type { Context } from "./context";
import { loopTarget } from "./loops";
import { listed } from "./record-keys";
import { lowerBody } from "./statements";

export function visitForIn(node: ts.ForInStatement, context: Context): py.Statement[] {
  const { target, prologue } = loopTarget(node, context);
  const iterable = keysOf(node, context);
  return context.jumps.loop(node, () => {
    const body = [...prologue, ...lowerBody(node.statement, context)];
    return [{ kind: "For", target, iterable, body }];
  });
}

function keysOf(node: ts.ForInStatement, context: Context): py.Expression {
  const kind = context.types.kindAt(node.expression);
  if (context.types.kindsAt(node.expression).has("null"))
    return context.refuse(node.expression, "ambiguousMember", "for … in", `${kind} or nothing`);
  const value = context.expression(node.expression);
  if (kind === "array" || kind === "tuple" || kind === "string")
    return builtinCall("map", builtin("str"), builtinCall("range", builtinCall("len", value)));
  if (kind !== "record" && kind !== "dict")
    return context.refuse(node.expression, "ambiguousMember", "for … in", kind);
  checkDeletions(node, context);
  // A record may get members while its keys are visited.
  return listed(
    "keys",
    asRecord(value, node.expression, context),
    context.types.typeAt(node.expression),
    context,
  );
}

/** JavaScript does not visit what was deleted meanwhile: only the key of this turn may go. */
function checkDeletions(node: ts.ForInStatement, context: Context): void {
  const { initializer } = node;
  const variable = ts.isVariableDeclarationList(initializer)
    ? initializer.declarations[0]
    : undefined;
  const isOther = (part: ts.Node) => {
    if (!ts.isDeleteExpression(part)) return false;
    const target = bare(part.expression);
    const key = ts.isElementAccessExpression(target) ? bare(target.argumentExpression) : undefined;
    return key === undefined || context.analysis.uses.declarationAt(key) !== variable;
  };
  if (some(node.statement, isOther)) context.refuse(node.expression, "recordChangedInLoop");
}
