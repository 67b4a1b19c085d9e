// Members by index and by key: `values[0]`, `record[key]`.
import { ts } from "ts-morph";
import { bare, isWritten } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { builtinCall, call, method, subscript } from "../python/build";
import { membersOf } from "./class-records";
import type { Context } from "./context";
import { enumAt, enumElement } from "./enums";
import { isJson, isSure } from "./members";
import { hasOpenLink, visitOptional } from "./optional";
import { readKey } from "./record-keys";
import { mayBeOutsideBmp } from "./outside-bmp";

/** `record[key]`; a member that is written down and that the type has is there. */
function recordMember(
  base: py.Expression,
  node: ts.ElementAccessExpression,
  kind: Kind,
  context: Context,
): py.Expression {
  const literal = bare(node.argumentExpression);
  const key = readKey(node.argumentExpression, context);
  const symbol =
    kind === "record" && ts.isStringLiteralLike(literal)
      ? context.types.typeAt(node.expression).getProperty(literal.text)
      : undefined;
  return isSure(symbol, context) ? subscript(base, key) : method(base, "get", key);
}

/** The variable of `for (const index in values)` over what has indexes only. */
export function isIndexText(node: ts.Expression, { analysis, types }: Context): boolean {
  const declaration = analysis.uses.declarationAt(bare(node));
  const loop = declaration?.parent.parent;
  return (
    loop !== undefined &&
    ts.isForInStatement(loop) &&
    analysis.uses.of(declaration).writes.length === 0 &&
    ["array", "string", "tuple"].includes(types.kindAt(loop.expression))
  );
}

export function visitElementAccess(
  node: ts.ElementAccessExpression,
  context: Context,
): py.Expression {
  if (hasOpenLink(node, context)) return visitOptional(node, context);
  if (enumAt(node.expression, context) !== null) return enumElement(node, context);
  const kind = context.types.kindAt(node.expression);
  const base = context.expression(node.expression);
  const isAsserted = context.types.kindAt(bare(node.expression)) === "unknown";
  const isOpen = kind === "unknown" && !isJson(node.expression, context);
  const isMember = context.types.kindAt(node.argumentExpression) === "string";
  if (
    (isOpen || isAsserted) &&
    isMember &&
    !isWritten(node) &&
    !isJson(bare(node.expression), context)
  )
    return method(membersOf(base, context), "get", readKey(node.argumentExpression, context));
  if (kind === "dict" || kind === "record") return recordMember(base, node, kind, context);
  const index = context.expression(node.argumentExpression);
  if (isJson(node.expression, context)) {
    if (isWritten(node))
      return context.refuse(node, "ambiguousMember", node.getText(), "what JSON holds");
    return call(context.helper("json_member"), [base, index]);
  }
  switch (kind) {
    case "array":
    case "bytes":
    case "string":
    case "tuple": {
      if (context.types.kindAt(node.argumentExpression) !== "number") {
        return isIndexText(node.argumentExpression, context)
          ? call(context.helper("item"), [base, builtinCall("int", index)])
          : context.refuse(node, "computedName");
      }
      if (kind === "string" && mayBeOutsideBmp(node.expression, context))
        return context.refuse(node, "placeOutsideBmp");
      const isInt = context.analysis.bounds.isSureInt(node.argumentExpression);
      if (!isInt) {
        return call(context.helper("item"), [base, call(context.helper("as_index"), [index])]);
      }
      const inside = context.analysis.bounds.isInside(node.expression, node.argumentExpression);
      return inside ? subscript(base, index) : call(context.helper("item"), [base, index]);
    }
    case "typed":
      return context.types.kindAt(node.argumentExpression) === "number"
        ? subscript(base, index)
        : context.refuse(node, "computedName");
    default:
      return context.refuse(
        node,
        "ambiguousMember",
        node.argumentExpression.getText(),
        [...context.types.kindsAt(node.expression)].join(" or "),
      );
  }
}
