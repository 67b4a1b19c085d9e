// JSON.stringify and JSON.parse.
import { ts } from "ts-morph";
import { bare, isFunctionNode } from "../analysis/syntax";
import { some } from "../analysis/walk";
import type * as py from "../python/ast";
import { call, list, string } from "../python/build";
import type { Context } from "../visitors/context";
import { isNothing } from "../visitors/equality";
import { asserted, nothingWord } from "../visitors/nothing";
import { jsonShapeOf, refuseShape } from "../visitors/shapes";
import { textOf } from "../visitors/text";
import { callable, padded, refuseCallback } from "./callback";
import { hasSpread, type MemberCall, type MemberTable } from "./member-call";

function stringify(one: MemberCall): py.Expression | null {
  const [value, replacer, space] = one.arguments;
  if (value === undefined || one.arguments.length > 3 || hasSpread(one)) return null;
  const { context } = one;
  const keywords: py.Keyword[] = [];
  if (replacer !== undefined && !isNothing(bare(replacer))) {
    const given = replacement(replacer, context);
    if (given === null) return refuseCallback(replacer, context);
    keywords.push(given);
  }
  const gap = space === undefined || isNothing(bare(space)) ? [] : [context.expression(space)];
  return jsonText(value, context, gap, keywords);
}

/** The JSON of `value`. */
export function jsonText(
  value: ts.Expression,
  context: Context,
  gap: readonly py.Expression[] = [],
  others: readonly py.Keyword[] = [],
): py.Expression {
  const text = context.expression(value);
  const keywords: py.Keyword[] = [];
  try {
    const shape = jsonShapeOf(
      context.types.typeAt(asserted(value)),
      context,
      nothingWord(value, context),
    );
    if (shape !== null) keywords.push({ name: "shape", value: shape });
  } catch (error) {
    return refuseShape(value, error, context);
  }
  return call(context.helper("json_text"), [text, ...gap], [...keywords, ...others]);
}

function replacement(node: ts.Expression, context: Context): py.Keyword | null {
  const kind = context.types.kindAt(node);
  if (kind === "array") return { name: "keys", value: keysOf(node, context) };
  if (kind !== "function" || tellsNothingApart(node, context)) return null;
  const given = callable(node, 2, "value", context);
  return given && { name: "replace", value: padded(given, 2, context) };
}

function keysOf(node: ts.Expression, context: Context): py.Expression {
  const inner = bare(node);
  if (!ts.isArrayLiteralExpression(inner)) return context.expression(node);
  const names = inner.elements.filter(ts.isStringLiteral);
  return names.length === inner.elements.length
    ? list(...names.map(({ text }) => string(text)))
    : context.expression(node);
}

/** Whether a function makes undefined of null, or null of something: both are None. */
function tellsNothingApart(node: ts.Expression, context: Context): boolean {
  if (context.types.nullIsApart) return false;
  const inner = bare(node);
  return !isFunctionNode(inner) || some(inner, (part) => part.kind === ts.SyntaxKind.NullKeyword);
}

function parse(one: MemberCall): py.Expression | null {
  const [text, reviver] = one.arguments;
  if (text === undefined || one.arguments.length > 2 || hasSpread(one)) return null;
  const { context } = one;
  if (context.types.kindAt(text) !== "string" || context.types.kindsAt(text).has("null"))
    return null;
  if (reviver === undefined && context.analysis.jsonTypes.isMisread(one.node))
    return context.refuse(one.node, "misreadJson");
  // `JSON.parse(undefined)` reads the word (ECMAScript 25.5.1).
  const value = context.analysis.missing.may(text)
    ? textOf(text, context)
    : context.expression(text);
  if (reviver === undefined) return call(context.helper("json_parse"), [value]);
  const inner = bare(reviver);
  // A member that becomes undefined is left out, and undefined is None like null.
  const isUndefined = (part: ts.Node) =>
    (ts.isIdentifier(part) && part.text === "undefined") ||
    (ts.isReturnStatement(part) && part.expression === undefined);
  if (!isFunctionNode(inner) || some(inner, isUndefined)) return refuseCallback(reviver, context);
  const given = callable(reviver, 2, "value", context);
  if (given === null) return refuseCallback(reviver, context);
  return call(context.helper("json_parse"), [value, padded(given, 2, context)]);
}

export const jsonFunctions: MemberTable = { parse, stringify };
