// Members by index and by key: `values[0]`, `record[key]`.
import { ts } from "ts-morph";
import { kindsInWords } from "../analysis/kind-words";
import { bare, isWritten } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { builtinCall, call, method, subscript } from "../python/build";
import { asRecord, memberByKey } from "./class-records";
import type { Context } from "./context";
import { enumAt, enumElement } from "./enums";
import { isJson, isSure } from "./members";
import { fieldByKey } from "./named-fields";
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
  const isOpen = context.analysis.openRecords.at(node.expression);
  const symbol =
    kind === "record" && !isOpen && ts.isStringLiteralLike(literal)
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
  if (isMemberOfAny(node, kind, context))
    return memberByKey(base, readKey(node.argumentExpression, context), context);
  if (kind === "dict" || kind === "record") {
    const record = isWritten(node) ? base : asRecord(base, node.expression, context);
    return recordMember(record, node, kind, context);
  }
  const field = kind === "instance" ? fieldByKey(node, context) : null;
  if (field !== null) return field;
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
    case "tuple":
      return elementAt(base, index, node, kind, context);
    case "typed":
      return context.types.kindAt(node.argumentExpression) === "number"
        ? subscript(base, index)
        : context.refuse(node, "computedName");
    default: {
      const kinds = kindsInWords(context.types.kindsAt(node.expression));
      return context.refuse(node, "ambiguousMember", node.argumentExpression.getText(), kinds);
    }
  }
}

/** Whether `node` reads a member of a value that does not say by its type what it is. */
function isMemberOfAny(node: ts.ElementAccessExpression, kind: Kind, context: Context): boolean {
  const asserted = bare(node.expression);
  const isOpen = kind === "unknown" && !isJson(node.expression, context);
  const isAsserted = context.types.kindAt(asserted) === "unknown";
  return (
    (isOpen || isAsserted) &&
    context.types.kindAt(node.argumentExpression) === "string" &&
    !isWritten(node) &&
    !isJson(asserted, context)
  );
}

/** An element of what has places: plain where the index is proven to be one of them. */
function elementAt(
  base: py.Expression,
  index: py.Expression,
  node: ts.ElementAccessExpression,
  kind: Kind,
  context: Context,
): py.Expression {
  const { expression: values, argumentExpression: place } = node;
  if (context.types.kindAt(place) !== "number")
    return isIndexText(place, context)
      ? call(context.helper("item"), [base, builtinCall("int", index)])
      : context.refuse(node, "computedName");
  if (kind === "string" && mayBeOutsideBmp(values, context))
    return context.refuse(node, "placeOutsideBmp");
  if (!context.analysis.bounds.isSureInt(place))
    return call(context.helper("item"), [base, call(context.helper("as_index"), [index])]);
  return context.analysis.bounds.isInside(values, place)
    ? subscript(base, index)
    : call(context.helper("item"), [base, index]);
}
