// Members of what is not there: both languages raise an error, with words of their own. Where the
// program shows the words of errors, they are JavaScript's (V8, src/common/message-template.h).
import { ts } from "ts-morph";
import type { View } from "../analysis/analysis";
import { NEVER, type Missing } from "../analysis/missing-elements";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import { call, string } from "../python/build";
import {
  absenceMessage,
  placeMessage,
  useOf,
  type PatternPlace,
  type Use,
} from "./absence-messages";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";
import { nullish } from "./nothing";
import type { Pattern } from "./pattern-parts";
import { isCaught, throwsValues } from "./thrown";

/** `value` of `node`, asked for first if a member of it is used, or if it is called. */
export function present(
  value: py.Expression,
  node: ts.Expression,
  context: Context,
): py.Expression {
  const use = useOf(node);
  if (use === null || node !== bare(node) || value.kind === "Constant") return value;
  if (!messagesShow(context)) return value;
  if (isCaught(node, context) && !throwsValues(context)) return value;
  const nothing = isPassedOver(node, use, context) ? NEVER : nullish(node, context);
  if (!nothing.null && !nothing.undefined) return value;
  if (nothing.null && nothing.undefined && !context.types.nullIsApart)
    return context.refuse(node, "undefinedOrNull");
  const message = absenceMessage(node, use, nothing.undefined ? "undefined" : "null", context);
  return message === null
    ? context.refuse(node, "unknownMessage", node.getText().split("\n")[0] ?? "")
    : call(context.helper("present"), [value, message]);
}

/**
 * Whether nothing is asked of `node` where it is missing: `logger?.log(text)` ends with `logger`, and
 * the member is there by its own type.
 */
function isPassedOver(node: ts.Expression, use: Use, { types: { checker } }: Context): boolean {
  const isChain =
    ts.isPropertyAccessExpression(node) &&
    ts.isOptionalChain(node) &&
    ts.isOptionalChain(use as ts.Node) &&
    (use as ts.CallExpression).expression === node;
  const member = isChain ? checker.getSymbolAtLocation(node.name) : undefined;
  if (member === undefined) return false;
  const isMethod = (member.flags & ts.SymbolFlags.Method) !== 0;
  const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
  return isMethod && !isOptional;
}

/** Whether the program would show the words of an error that what is missing brings. */
export const asksFor = (missing: Missing, context: Context): boolean =>
  (missing.null || missing.undefined) && messagesShow(context);

/** `value`, which `pattern` takes apart and which no expression of the program stands for. */
export function presentParts(
  value: py.Expression,
  pattern: Pattern,
  place: PatternPlace,
  missing: Missing,
  context: Context,
): py.Expression {
  if (!asksFor(missing, context)) return value;
  const message = placeMessage(pattern, place, missing.undefined ? "undefined" : "null");
  return call(context.helper("present"), [value, string(message)]);
}

/**
 * Whether the program reads the message of an error that it may not have made itself. On a board the
 * words of errors are CircuitPython's own, and a program that uses it shows them as they are.
 */
function messagesShow(context: Context): boolean {
  const { analysis } = context;
  if (analysis.usesBoard || !analysis.inTrees(catchesAny)) return false;
  return analysis.anywhere(readsMessage, null);
}

const catchesAny = (node: ts.Node) =>
  (ts.isCatchClause(node) && node.variableDeclaration !== undefined) ||
  (ts.isPropertyAccessExpression(node) && ["catch", "then", "allSettled"].includes(node.name.text));

function readsMessage(node: ts.Node, context: View): boolean {
  if (ts.isPropertyAccessExpression(node) && ["message", "toString"].includes(node.name.text))
    return mayBeForeign(node.expression, context);
  if (ts.isTemplateSpan(node)) return mayBeForeign(node.expression, context);
  if (ts.isCallExpression(node) && node.expression.getText() === "String")
    return node.arguments.some((argument) => mayBeForeign(argument, context));
  if (ts.isBindingElement(node))
    return node.getText() === "message" && mayBeForeign(node.parent, context);
  const isPlus = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return isPlus && (mayBeForeign(node.left, context) || mayBeForeign(node.right, context));
}

/** Whether `node` may be an error of the language itself. */
function mayBeForeign(node: ts.Node, context: View): boolean {
  const type = context.types.typeAt(node);
  if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return true;
  return isErrorType(type, context) && ["Error", "TypeError"].includes(type.symbol?.name ?? "");
}
