// The texts of values as the console prints them.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { builtin, call, comprehension, conditional, number, string } from "../python/build";
import type { Context } from "../visitors/context";
import { asserted, kindsOfValue, nothingWord } from "../visitors/nothing";
import { hasOpenLink, openChain } from "../visitors/optional";
import { refuseShape, Shapeless, shapeOf, shapeOfValue } from "../visitors/shapes";
import { filledTemplate } from "../visitors/templates";
import { isNoError } from "../visitors/thrown";
import { eachBranch, isPrintable, primitiveText } from "../visitors/text";
import { jsonText } from "./json";

/** Methods that print, and whether they write to the error stream. */
export const PRINTING: Readonly<Record<string, boolean>> = {
  debug: false,
  error: true,
  info: false,
  log: false,
  warn: true,
};

type Texts = readonly (py.Expression | py.Starred)[];

/** Where the console's `method` writes to. */
export const errorStream = (method: string, context: Context): py.Keyword[] =>
  PRINTING[method] === true ? [{ name: "file", value: context.moduleMember("sys", "stderr") }] : [];

/** `print(…)`; where the program opens groups, as deep as they are. */
export const printedLine = (
  texts: Texts,
  keywords: readonly py.Keyword[],
  context: Context,
): py.Expression =>
  context.analysis.opensGroups
    ? call(context.helper("console_line"), texts, keywords)
    : call(builtin("print"), texts, keywords);

/** What `console.log(…)` prints of `values`, with a space between. */
export function printedTexts(values: readonly ts.Expression[], context: Context): Texts {
  const [first, ...rest] = values;
  if (first === undefined) return [];
  if (ts.isSpreadElement(first) && context.analysis.percentAppears)
    return [context.refuse(first, "stringOf", "A spread argument")];
  if (rest.length > 0 && mayTurnOutTemplate(first, context))
    return [context.refuse(first, "stringOf", "A value that may be a text with `%` in it")];
  if (rest.length === 0 || ts.isSpreadElement(first) || !mayBeTemplate(first, context))
    return values.map((value) =>
      ts.isSpreadElement(value) ? spreadTexts(value, context) : shown(value, context),
    );
  const spread = values.find(ts.isSpreadElement);
  if (spread !== undefined) return [context.refuse(spread, "stringOf", "A spread argument")];
  const template = bare(first);
  const filled = ts.isStringLiteral(template) ? filledLiteral(template, rest, context) : null;
  if (filled !== null) return filled;
  const object = rest.find((value) => !isPrimitive(value, context));
  const isTemplate = ts.isStringLiteral(template) || holdsTemplates(context);
  if (object !== undefined && isTemplate)
    return [context.refuse(object, "stringOf", "A value that a template may take")];
  if (ts.isStringLiteral(template) && /%[joO]/.test(template.text))
    return [context.refuse(first, "stringOf", "`%j` or `%o` of a value")];
  // What is a number goes there as it is: `%d` takes it for one.
  const args = values.map((value) =>
    isPlainNumber(value, context) ? context.expression(value) : shown(value, context),
  );
  return [call(context.helper("format_log"), args)];
}

/** Whether a text of the program takes values. */
const holdsTemplates = ({ analysis }: Context): boolean => analysis.inTrees(holdsTemplate);

const holdsTemplate = (node: ts.Node): boolean =>
  ts.isSourceFile(node) && /%[sdifjoOc]/.test(node.text);

/** `console.log(...values)` */
function spreadTexts(node: ts.SpreadElement, context: Context): py.Starred | py.Expression {
  const { checker } = context.types;
  const type = context.types.typeAt(node.expression);
  const element =
    checker.getIndexTypeOfType(type, ts.IndexKind.Number) ??
    checker.getTypeArguments(type as ts.TypeReference)[0];
  const kind = context.types.kindOf(type);
  if (element === undefined || !["array", "set", "tuple"].includes(kind))
    return context.refuse(node, "stringOf", "A spread argument");
  const values = context.expression(node.expression);
  if ([...context.types.kindsOf(element)].every((part) => part === "string"))
    return { kind: "Starred", value: values };
  try {
    const shape = shapeOf(element, context);
    const value = context.element();
    const text = call(context.helper("console_text"), shape === null ? [value] : [value, shape]);
    return { kind: "Starred", value: comprehension("list", text, value, values) };
  } catch (error) {
    return refuseShape(node, error, context);
  }
}

const isPlainNumber = (node: ts.Expression, context: Context) =>
  [...context.types.kindsAt(node)].every((kind) => kind === "number" || kind === "boolean") &&
  nothingWord(node, context) === null;

/** A template that is written down, with its values in it; null if that takes a helper. */
function filledLiteral(
  template: ts.StringLiteral,
  values: readonly ts.Expression[],
  context: Context,
): py.Expression[] | null {
  const rest = [...values];
  const parts: (string | py.Expression)[] = [];
  for (const part of template.text.split(/(%[%sdifjoOc])/)) {
    const isText = part[0] !== "%" || part.length !== 2 || (part !== "%%" && rest.length === 0);
    if (isText) parts.push(part);
    else if (part === "%%") parts.push("%");
    else {
      const text = filledIn(part, rest.shift() as ts.Expression, context);
      if (text === null) return null;
      parts.push(text);
    }
  }
  return [filledTemplate(template, parts, context), ...rest.map((value) => shown(value, context))];
}

/** What stands for `%s` and its like (util.format of Node); null if the value itself decides. */
function filledIn(
  part: string,
  node: ts.Expression,
  context: Context,
): py.Expression | string | null {
  const plain = isPrimitive(node, context);
  switch (part) {
    case "%c":
      return plain ? "" : null;
    case "%d":
      return isPlainNumber(node, context) ? shown(node, context) : null;
    case "%j":
      return jsonText(node, context);
    case "%s":
      return plain ? shown(node, context) : flatText(node, context);
    case "%O":
      return plain && !context.types.kindsAt(node).has("string")
        ? shown(node, context)
        : inspected(node, new Set(), context);
    default:
      return null;
  }
}

/** `%s` shows what is inside of an object by its kind alone, and calls what has a `toString`. */
function flatText(node: ts.Expression, context: Context): py.Expression | null {
  const kinds = [...context.types.kindsAt(node)];
  if (!kinds.every((kind) => ["array", "dict", "map", "record", "set"].includes(kind))) return null;
  const text = inspected(node, new Set(), context);
  if (text.kind !== "Call") return text;
  return { ...text, keywords: [{ name: "depth", value: number(0) }] };
}

const isPrimitive = (node: ts.Expression, context: Context): boolean =>
  [...kindsOfValue(node, context)].every((kind) => PRIMITIVES.has(kind));

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

/** Whether its type leaves open that `node` is a text, and the program has some that take values. */
const mayTurnOutTemplate = (node: ts.Expression, context: Context): boolean =>
  context.analysis.percentAppears &&
  !ts.isSpreadElement(node) &&
  !context.types.kindsAt(node).has("string") &&
  [...kindsOfValue(node, context)].some((kind) => kind === "unknown" || kind === "string");

const PRIMITIVES: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

/** `node` as the console shows it: what `print` makes the same text of stays as it is. */
function shown(node: ts.Expression, context: Context): py.Expression {
  const kinds = kindsOfValue(node, context);
  if (kinds.size === 1 && kinds.has("contract") && isPrintable(node, context))
    return context.expression(node);
  const chain = chainText(node, kinds, context);
  if (chain !== null) return chain;
  if (kinds.has("unknown")) {
    const chosen = eachBranch(node, shown, context);
    if (chosen !== null) return chosen;
  }
  if ([...kinds].some((kind) => !PRIMITIVES.has(kind))) return inspected(node, kinds, context);
  const text = primitiveText(node, kinds, "shown", context);
  return isStr(text) ? (text.arguments[0] as py.Expression) : text;
}

/** `a?.b`: undefined without an `a`, where `b` itself may only be null. */
function chainText(
  node: ts.Expression,
  kinds: ReadonlySet<Kind>,
  context: Context,
): py.Expression | null {
  if (!ts.isPropertyAccessExpression(node) || node.questionDotToken === undefined) return null;
  if (!hasOpenLink(node, context) || [...kinds].some((kind) => !PRIMITIVES.has(kind))) return null;
  const symbol = context.types.symbolAt(node.name);
  const type = symbol && context.types.checker.getTypeOfSymbol(symbol);
  const has = (flags: ts.TypeFlags) =>
    type?.isUnion() === true && type.types.some((part) => (part.flags & flags) !== 0);
  if (!has(ts.TypeFlags.Null) || has(ts.TypeFlags.Undefined)) return null;
  const shownValue = () =>
    call(context.helper("shown"), [context.expression(node), string("null")]);
  const { test, value } = openChain(node, context, shownValue);
  return conditional(value, test, string("undefined"));
}

/** What has parts. Only of a string it is not known before whether it stands in quotes. */
function inspected(node: ts.Expression, kinds: ReadonlySet<Kind>, context: Context): py.Expression {
  const named = kinds.has("function") ? context.analysis.functionNames.of(node) : null;
  if (named !== null) return string(named);
  const nothing = nothingWord(node, context);
  const inner = asserted(node);
  if (kinds.has("unknown") && isNoError(inner, context))
    return call(context.helper("console_text"), [context.expression(node)]);
  try {
    const shape = shapeOfValue(inner, context, nothing);
    const value = context.expression(node);
    const mayBeText = kinds.has("string") || kinds.has("unknown");
    const helper = context.helper(mayBeText ? "console_text" : "inspect");
    return call(helper, shape === null ? [value] : [value, shape]);
  } catch (error) {
    // Node shows an error with the lines it went through, which no other side has.
    if (error instanceof Shapeless && isForErrors(node)) return context.expression(node);
    return refuseShape(node, error, context);
  }
}

/** Whether `node` goes to the error stream. */
function isForErrors({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    PRINTING[parent.expression.name.text] === true
  );
}

const isStr = (value: py.Expression): value is py.Call =>
  value.kind === "Call" &&
  value.function.kind === "Name" &&
  value.function.id === "str" &&
  value.arguments.length === 1 &&
  value.function.builtin === true;
