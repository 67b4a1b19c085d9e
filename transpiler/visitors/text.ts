// What values are as text: template literals, `+` with a string, `String(value)`.
import { ts } from "ts-morph";
import { kindAtStart } from "../analysis/kind-words";
import { bare, propertyName } from "../analysis/syntax";
import { isLibraryFile, type Kind } from "../analysis/types";
import type * as py from "../python/ast";
import {
  binary,
  boolean,
  builtinCall,
  call,
  compare,
  conditional,
  NONE,
  string,
} from "../python/build";
import type { Context } from "./context";
import { kindsOfValue, nothingWord } from "./nothing";
import { objectText } from "./object-text";
import { filledTemplate } from "./templates";
import { condition } from "./truth";

export function visitTemplate(node: ts.TemplateExpression, context: Context): py.Expression {
  const parts: (string | py.Expression)[] = [node.head.text];
  for (const span of node.templateSpans)
    parts.push(placeholder(span.expression, context), span.literal.text);
  return filledTemplate(node, parts, context);
}

/** What stands for `node` in a formatted string. */
export function placeholder(node: ts.Expression, context: Context): string | py.Expression {
  const isInt = context.analysis.numbers.of(node).kind === "int";
  const isLiteral = ts.isNumericLiteral(node) && isInt;
  const value = isLiteral ? context.expression(node) : textOf(node, context);
  return value.kind === "String" ? value.value : withoutStr(value);
}

/** A placeholder makes a string of its value by itself. */
function withoutStr(value: py.Expression): py.Expression {
  const isStr =
    value.kind === "Call" && value.function.kind === "Name" && value.function.id === "str";
  const [only] = isStr ? value.arguments : [];
  const isSingle =
    isStr &&
    value.arguments.length === 1 &&
    value.function.kind === "Name" &&
    value.function.builtin;
  return isSingle && only !== undefined && only.kind !== "Starred" ? only : value;
}

/** CircuitPython's own values that say so in their declaration, as an IPv4 address. */
export function isPrintable(node: ts.Expression, context: Context): boolean {
  const property = context.types.checker
    .getNonNullableType(context.types.typeAt(node))
    .getProperty("toString");
  return (
    property?.declarations?.every((declaration) => {
      const file = declaration.getSourceFile();
      return file.isDeclarationFile && !isLibraryFile(file);
    }) ?? false
  );
}

const PRIMITIVES: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

/** `node` as a Python str, by ECMAScript's ToString. */
export function textOf(node: ts.Expression, context: Context): py.Expression {
  const kinds = kindsOfValue(node, context);
  const literal = bare(node);
  if (ts.isNumericLiteral(literal)) return string(String(Number(literal.text)));
  if (kinds.size === 1 && kinds.has("contract") && isPrintable(node, context))
    return builtinCall("str", context.expression(node));
  if (kinds.has("unknown")) {
    const chosen = eachBranch(node, textOf, context);
    if (chosen !== null) return chosen;
  }
  const object = objectText(node, kinds, context);
  if (object !== null) return object;
  const other = [...kinds].find((kind) => !PRIMITIVES.has(kind));
  if (other !== undefined) return context.refuse(node, "stringOf", kindAtStart(other));
  return primitiveText(node, kinds, "text_of", context);
}

/** `test ? a : b`, of which each side is made a text by itself; null if that is not what `node` is. */
export function eachBranch(
  node: ts.Expression,
  textOfBranch: (branch: ts.Expression, context: Context) => py.Expression,
  context: Context,
): py.Expression | null {
  const inner = bare(node);
  if (!ts.isConditionalExpression(inner) || context.hasStand(inner)) return null;
  const test = condition(inner.condition, context);
  return conditional(
    textOfBranch(inner.whenTrue, context),
    test,
    textOfBranch(inner.whenFalse, context),
  );
}

/** The text of what is no object; `helper` makes it where only the value itself says what it is. */
export function primitiveText(
  node: ts.Expression,
  kinds: ReadonlySet<Kind>,
  helper: "shown" | "text_of",
  context: Context,
): py.Expression {
  const value = context.expression(node);
  const nothing = nothingWord(node, context);
  const others = [...kinds].filter((kind) => kind !== "null");
  if (nothing !== null && context.types.nullIsApart)
    return value.kind === "Constant" ? string(nothing) : call(context.helper(helper), [value]);
  if (nothing !== null && others.length === 0) {
    if (value.kind === "Constant") return string(nothing);
    return boolean(value, "or", string(nothing));
  }
  if (nothing !== null && others[0] === "string" && others.length === 1 && isName(value))
    return conditional(value, compare(value, "is not", NONE), string(nothing));
  if (nothing !== null || others.length > 1) {
    const args = nothing === "null" ? [value, string("null")] : [value];
    return call(context.helper(helper), args);
  }
  if (others[0] === "boolean") return booleanText(value);
  if (others[0] !== "number") return value;
  if (context.analysis.numbers.of(node).kind === "int") return builtinCall("str", value);
  return call(context.helper(helper === "shown" ? "show_number" : "number_text"), [value]);
}

const isName = (value: py.Expression) => value.kind === "Name";

function booleanText(value: py.Expression): py.Expression {
  if (value.kind === "Constant") return string(value.value === "True" ? "true" : "false");
  return conditional(string("true"), value, string("false"));
}

/** `node` where it is added to a string: `valueOf` comes before `toString` there. */
export function addedText(node: ts.Expression, context: Context): py.Expression {
  const kinds = context.types.kindsAt(node);
  const isObject = kinds.has("instance") || kinds.has("contract") || kinds.has("unknown");
  return isObject && hasValueOf(context)
    ? context.refuse(node, "stringOf", "An object with `valueOf`")
    : textOf(node, context);
}

const hasValueOf = ({ analysis }: Context): boolean => analysis.inTrees(isValueOf);

const isValueOf = (node: ts.Node) =>
  ts.isMethodDeclaration(node) && propertyName(node.name) === "valueOf";

/** `left + right` where one of the two is a string. */
export function concatenation(node: ts.BinaryExpression, context: Context): py.Expression {
  if (mayBeNumber(node.left, node.right, context) || mayBeNumber(node.right, node.left, context))
    context.refuse(
      node,
      "unsupportedSyntax",
      "A sum of a number and of a text that may be undefined",
      'Say what stands for it, `text ?? ""`, or write a template.',
    );
  if (isSumOfMissing(node, context))
    return call(
      context.helper("sum_of_missing"),
      [node.left, node.right].map((side) => context.expression(side)),
    );
  const left = addedText(node.left, context);
  const right = addedText(node.right, context);
  const isFormatted = [left, right].some(({ kind }) => kind === "FormattedString");
  return isFormatted && [left, right].every(isWritten)
    ? filledTemplate(node, [left, right].map(withoutQuotes), context)
    : binary(left, "+", right);
}

/** Whether no side may be a text: `undefined + undefined` and `undefined + 1` are not a number. */
export function isSumOfMissing({ left, right }: ts.BinaryExpression, context: Context): boolean {
  const isLeft = (side: ts.Expression) => {
    const { null: isNull, undefined: isUndefined } = context.analysis.missing.of(side);
    return isUndefined && !isNull && context.types.kindAt(side) === "string";
  };
  const isNoText = (side: ts.Expression) =>
    isLeft(side) || ["boolean", "number"].includes(context.types.kindAt(side));
  return (isLeft(left) && isNoText(right)) || (isNoText(left) && isLeft(right));
}

/** Whether `text` is a variable that may be undefined, which makes a number of a sum with `other`. */
function mayBeNumber(text: ts.Expression, other: ts.Expression, context: Context): boolean {
  if (!ts.isIdentifier(bare(text))) return false;
  const kinds = [...context.types.kindsAt(other)];
  const isNumber = kinds.every((kind) => kind === "number" || kind === "boolean");
  return isNumber && context.analysis.missing.may(text);
}

const isWritten = ({ kind }: py.Expression) => kind === "FormattedString" || kind === "String";

const withoutQuotes = (part: py.Expression) => (part.kind === "String" ? part.value : part);
