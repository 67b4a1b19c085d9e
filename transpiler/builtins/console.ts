// console: each value as the text that Node prints.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import { declarationOf, type Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { builtin, call, string } from "../python/build";
import type { Context } from "../visitors/context";
import { asserted, kindsOfValue, nothingWord } from "../visitors/nothing";
import { Shapeless, shapeOfValue } from "../visitors/shapes";
import { filledTemplate } from "../visitors/templates";
import { isPrintable, primitiveText } from "../visitors/text";
import type { MemberCall } from "./member-call";

/** Methods, and whether they write to the error stream. */
const METHODS: Readonly<Record<string, boolean>> = {
  debug: false,
  error: true,
  info: false,
  log: false,
  warn: true,
};

export const isConsole = (node: ts.Expression, context: Context): boolean =>
  ts.isIdentifier(node) &&
  node.text === "console" &&
  (declarationOf(context.types.symbolAt(node))?.getSourceFile().isDeclarationFile ?? false);

/** `console.log(…)`; null if there is no such method. */
export function printed(one: MemberCall): py.Expression | null {
  const { context } = one;
  if (!Object.hasOwn(METHODS, one.method)) return null;
  const keywords = METHODS[one.method]
    ? [{ name: "file", value: context.moduleMember("sys", "stderr") }]
    : [];
  return call(builtin("print"), printedValues(one), keywords);
}

function printedValues({ node, arguments: values, context }: MemberCall): py.Expression[] {
  const [first, ...rest] = values;
  const spread = values.find(ts.isSpreadElement);
  if (spread !== undefined) return [context.refuse(spread, "stringOf", "A spread argument")];
  if (first === undefined || rest.length === 0 || !mayBeTemplate(first, context))
    return values.map((value) => shown(value, context));
  const template = bare(first);
  const filled = ts.isStringLiteral(template)
    ? filledLiteral(node, template.text, rest, context)
    : null;
  if (filled !== null) return filled;
  // What is a number goes there as it is: `%d` takes it for one.
  const args = values.map((value) =>
    isPlainNumber(value, context) ? context.expression(value) : shown(value, context),
  );
  return [call(context.helper("format_log"), args)];
}

const isPlainNumber = (node: ts.Expression, context: Context) =>
  [...context.types.kindsAt(node)].every((kind) => kind === "number" || kind === "boolean") &&
  nothingWord(node, context) === null;

/** `%s`, `%d` of a number and `%%` in a template that is written down; null if it has others. */
function filledLiteral(
  node: ts.Node,
  template: string,
  values: readonly ts.Expression[],
  context: Context,
): py.Expression[] | null {
  const rest = [...values];
  const parts: (string | py.Expression)[] = [];
  for (const part of template.split(/(%[%sdifjoOc])/)) {
    const isText = part[0] !== "%" || part.length !== 2 || (part !== "%%" && rest.length === 0);
    if (isText) parts.push(part);
    else if (part === "%%") parts.push("%");
    else {
      const value = rest.shift() as ts.Expression;
      const isSame = part === "%s" || (part === "%d" && isPlainNumber(value, context));
      if (!isSame) return null;
      parts.push(shown(value, context));
    }
  }
  return [filledTemplate(node, parts, context), ...rest.map((value) => shown(value, context))];
}

/** Whether `%s` and the like may be in `node`: they count in a first argument that others follow. */
function mayBeTemplate(node: ts.Expression, context: Context): boolean {
  const inner = bare(node);
  if (!context.analysis.percentAppears || !context.types.kindsAt(node).has("string")) return false;
  if (ts.isTemplateExpression(inner)) {
    const texts = [inner.head, ...inner.templateSpans.map(({ literal }) => literal)];
    const hasPercent = texts.some(({ text }) => text.includes("%"));
    const parts = inner.templateSpans.map(({ expression }) => expression);
    return hasPercent || parts.some((part) => mayBeTemplate(part, context));
  }
  const type = context.types.typeAt(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) =>
    part.isStringLiteral()
      ? part.value.includes("%")
      : (part.flags & ts.TypeFlags.StringLike) !== 0,
  );
}

const PRIMITIVES: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

/** `node` as the console shows it: what `print` makes the same text of stays as it is. */
function shown(node: ts.Expression, context: Context): py.Expression {
  const kinds = kindsOfValue(node, context);
  if (kinds.size === 1 && kinds.has("contract") && isPrintable(node, context))
    return context.expression(node);
  if ([...kinds].some((kind) => !PRIMITIVES.has(kind))) return inspected(node, kinds, context);
  const text = primitiveText(node, kinds, "shown", context);
  return isStr(text) ? (text.arguments[0] as py.Expression) : text;
}

/** What has parts. Only of a string it is not known before whether it stands in quotes. */
function inspected(node: ts.Expression, kinds: ReadonlySet<Kind>, context: Context): py.Expression {
  const named = kinds.has("function") ? context.analysis.functionNames.of(node) : null;
  if (named !== null) return string(named);
  const nothing = nothingWord(node, context);
  const inner = asserted(node);
  try {
    const shape = shapeOfValue(inner, context, nothing);
    const value = context.expression(node);
    const mayBeText = kinds.has("string") || kinds.has("unknown");
    const helper = context.helper(mayBeText ? "console_text" : "inspect");
    return call(helper, shape === null ? [value] : [value, shape]);
  } catch (error) {
    if (!(error instanceof Shapeless)) throw error;
    // Node shows an error with the lines it went through, which no other side has.
    if (isForErrors(node)) return context.expression(node);
    return context.refuse(node, "stringOf", error.message);
  }
}

/** Whether `node` goes to the error stream. */
function isForErrors({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    METHODS[parent.expression.name.text] === true
  );
}

const isStr = (value: py.Expression): value is py.Call =>
  value.kind === "Call" &&
  value.function.kind === "Name" &&
  value.function.id === "str" &&
  value.arguments.length === 1 &&
  value.function.builtin === true;
