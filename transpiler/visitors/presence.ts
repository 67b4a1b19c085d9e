// Members of what is not there: both languages raise an error, with words of their own. Where the
// program shows the words of errors, they are JavaScript's (V8, src/common/message-template.h).
import { ts } from "ts-morph";
import { bare, isSimple, isTarget } from "../analysis/syntax";
import type { View } from "../analysis/analysis";
import type * as py from "../python/ast";
import { binary, call, string } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./errors";
import { nullish } from "./nothing";
import { textOf } from "./text";

/** `value` of `node`, asked for first if a member of it is used, or if it is called. */
export function present(
  value: py.Expression,
  node: ts.Expression,
  context: Context,
): py.Expression {
  const use = useOf(node);
  if (use === null || node !== bare(node) || value.kind === "Constant") return value;
  if (!messagesShow(context)) return value;
  const nothing = nullish(node, context);
  if (!nothing.null && !nothing.undefined) return value;
  const message = messageOf(node, use, nothing.undefined ? "undefined" : "null", context);
  const isKnown =
    message !== null && (context.types.nullIsApart || !(nothing.null && nothing.undefined));
  return isKnown
    ? call(context.helper("present"), [value, message])
    : context.refuse(node, "undefinedOrNull");
}

type Use =
  ts.CallExpression | ts.ElementAccessExpression | ts.ForOfStatement | ts.PropertyAccessExpression;

/** What is done with `node` that asks for it to be there. */
function useOf(node: ts.Expression): Use | null {
  let current: ts.Expression = node;
  while (bare(current.parent as ts.Expression) === node) current = current.parent as ts.Expression;
  const { parent } = current;
  const isUse =
    ts.isCallExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isForOfStatement(parent) ||
    ts.isPropertyAccessExpression(parent);
  if (!isUse || parent.expression !== current) return null;
  return "questionDotToken" in parent && parent.questionDotToken !== undefined ? null : parent;
}

function messageOf(
  node: ts.Expression,
  use: Use,
  nothing: string,
  context: Context,
): py.Expression | null {
  if (ts.isForOfStatement(use) || ts.isCallExpression(use)) {
    const text = sourceText(node);
    if (text === null) return null;
    // JavaScript calls what is not there after it has made the arguments.
    if (ts.isCallExpression(use) && !use.arguments.every(isInert)) return null;
    return string(`${text} is not ${ts.isForOfStatement(use) ? "iterable" : "a function"}`);
  }
  const isSet = isTarget(use);
  const [verb, doing] = isSet ? ["set", "setting"] : ["read", "reading"];
  const start = `Cannot ${verb} properties of ${nothing} (${doing} '`;
  if (ts.isPropertyAccessExpression(use)) return string(`${start}${use.name.text}')`);
  const key = bare(use.argumentExpression);
  if (ts.isStringLiteralLike(key) || ts.isNumericLiteral(key))
    return string(`${start}${key.text}')`);
  if (!ts.isIdentifier(key)) return null;
  return binary(binary(string(start), "+", textOf(key, context)), "+", string("')"));
}

const isInert = (node: ts.Expression) =>
  isSimple(node) || ts.isLiteralExpression(node) || ts.isArrowFunction(node);

/** `node` as V8 prints it (src/ast/prettyprinter.cc, CallPrinter); null for what is longer. */
function sourceText(node: ts.Expression): string | null {
  const inner = bare(node);
  if (ts.isIdentifier(inner)) return inner.text;
  if (inner.kind === ts.SyntaxKind.ThisKeyword) return "this";
  if (ts.isPropertyAccessExpression(inner) && inner.questionDotToken === undefined)
    return after(sourceText(inner.expression), `.${inner.name.text}`);
  if (ts.isCallExpression(inner) && inner.questionDotToken === undefined)
    return after(sourceText(inner.expression), "(...)");
  if (!ts.isElementAccessExpression(inner) || inner.questionDotToken !== undefined) return null;
  const key = bare(inner.argumentExpression);
  const base = sourceText(inner.expression);
  if (ts.isStringLiteralLike(key)) return after(base, `.${key.text}`);
  return ts.isNumericLiteral(key) || ts.isIdentifier(key) ? after(base, `[${key.text}]`) : null;
}

const after = (base: string | null, more: string) => (base === null ? null : base + more);

/**
 * Whether the program reads the message of an error that it may not have made itself. On a board the
 * words of errors are CircuitPython's own, and a program that uses it shows them as they are.
 */
function messagesShow(context: Context): boolean {
  const { analysis } = context;
  if (analysis.usesBoard || !analysis.anywhere(catchesAny, null)) return false;
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
