// Conditions: what JavaScript calls true, asked in Python by what the type allows.
import { ts } from "ts-morph";
import { isSame } from "../analysis/facts";
import { bare } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { boolean, builtinCall, call, FALSE, not, TRUE } from "../python/build";
import { conjunction } from "../python/ranges";
import type { HelperName } from "../runtime/helpers";
import type { Context } from "./context";
import { isMissing, isThere, kindsOfValue, nothingOf } from "./nothing";
import { isLibraryGlobal } from "./library-names";

/** Kinds whose false values are the same on both sides. */
const SAME_TRUTH: ReadonlySet<Kind> = new Set(["boolean", "string", "number"]);

export type Truth = "same" | "not-none" | "number" | "any";

/** How Python has to ask whether `node` is true. */
export function truthOf(node: ts.Expression, context: Context): Truth {
  const kinds = kindsOfValue(node, context);
  const mayBeNaN = kinds.has("number") && !context.analysis.numbers.of(node).finite;
  return truthOfKinds(kinds, mayBeNaN);
}

/** NaN is false in JavaScript and true in Python, empty arrays and the like the other way round. */
export function truthOfKinds(kinds: ReadonlySet<Kind>, mayBeNaN: boolean): Truth {
  const others = [...kinds].filter((kind) => kind !== "null");
  if (others.every((kind) => SAME_TRUTH.has(kind))) return mayBeNaN ? "number" : "same";
  const isObject = others.every((kind) => !SAME_TRUTH.has(kind) && kind !== "unknown");
  return isObject ? "not-none" : "any";
}

/** `node` as the condition of an `if`, a loop, a conditional expression, `&&`, `||` or `!`. */
export function condition(node: ts.Expression, context: Context): py.Expression {
  const inner = bare(node);
  return context.inOrder(inner, () => conditionOf(inner, context));
}

function conditionOf(inner: ts.Expression, context: Context): py.Expression {
  const stand = context.conditionStand(inner);
  if (stand !== undefined) return stand;
  if (context.hasStand(inner)) return asked(inner, context);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken) {
    return not(condition(inner.operand, context));
  }
  const converted = booleanCall(inner, context);
  if (converted !== null) return condition(converted, context);
  if (ts.isBinaryExpression(inner)) {
    const operator = inner.operatorToken.kind;
    if (
      operator === ts.SyntaxKind.AmpersandAmpersandToken ||
      operator === ts.SyntaxKind.BarBarToken
    ) {
      const isOr = operator === ts.SyntaxKind.BarBarToken;
      const both = nothingPair(inner, isOr, context);
      if (both !== null) return both;
      const left = condition(inner.left, context);
      const right = condition(inner.right, context);
      return isOr ? boolean(left, "or", right) : conjunction(left, right);
    }
  }
  return asked(inner, context);
}

/** `v !== null && v !== undefined`, `v === undefined || v === null`: None is both. */
function nothingPair(
  node: ts.BinaryExpression,
  isOr: boolean,
  context: Context,
): py.Expression | null {
  const left = bare(node.left);
  const isChain =
    ts.isBinaryExpression(left) && left.operatorToken.kind === node.operatorToken.kind;
  const first = nothingTested(isChain ? left.right : left, isOr);
  const second = nothingTested(node.right, isOr);
  if (first === null || second === null || first.word === second.word) return null;
  if (!isSame(first.value, second.value)) return null;
  const ask = isOr ? isMissing : isThere;
  const test = ask(context.expression(first.value), first.value, context);
  return isChain ? boolean(condition(left.left, context), isOr ? "or" : "and", test) : test;
}

/** What `node` compares with null or undefined, and with which of the two. */
function nothingTested(
  node: ts.Expression,
  isEqual: boolean,
): { value: ts.Expression; word: string } | null {
  const test = bare(node);
  if (!ts.isBinaryExpression(test)) return null;
  const { EqualsEqualsEqualsToken, ExclamationEqualsEqualsToken } = ts.SyntaxKind;
  const wanted = isEqual ? EqualsEqualsEqualsToken : ExclamationEqualsEqualsToken;
  if (test.operatorToken.kind !== wanted) return null;
  const word = bare(test.right).getText();
  const value = bare(test.left);
  if (word === "null" || word === "undefined") return { value, word };
  const isTypeof = ts.isTypeOfExpression(value) && /^["']undefined["']$/.test(word);
  return isTypeof ? { value: bare(value.expression), word: "undefined" } : null;
}

/** What `Boolean(…)` is asked about. */
function booleanCall(node: ts.Expression, context: Context): ts.Expression | null {
  if (!ts.isCallExpression(node) || !isLibraryGlobal(node.expression, context)) return null;
  const [value] = node.arguments;
  const isIt = node.expression.text === "Boolean" && node.arguments.length === 1;
  return isIt && value !== undefined && !ts.isSpreadElement(value) ? value : null;
}

/** `Boolean(node)` and `!!node`: the truth as a value. */
export function truthValue(node: ts.Expression, context: Context): py.Expression {
  const asks = condition(node, context);
  const isBoolean =
    isBool(asks) || (isOnly("boolean", node, context) && isSurelyThere(node, context));
  return isBoolean ? asks : builtinCall("bool", asks);
}

const isOnly = (kind: Kind, node: ts.Expression, context: Context) =>
  [...kindsOfValue(node, context)].every((other) => other === kind);

const TRUTH_HELPERS: ReadonlySet<string> = new Set(["is_true", "truthy", "truthy_value"]);

/** Whether `value` surely is True or False. */
function isBool(value: py.Expression): boolean {
  if (value.kind === "Boolean") return isBool(value.left) && isBool(value.right);
  if (value.kind === "Call")
    return value.function.kind === "Name" && TRUTH_HELPERS.has(value.function.id);
  const isNot = value.kind === "Unary" && value.operator === "not";
  return isNot || value.kind === "Compare" || value === TRUE || value === FALSE;
}

function asked(node: ts.Expression, context: Context): py.Expression {
  const truth = truthOf(node, context);
  const value = context.expression(node);
  if (truth === "same") return value;
  if (truth === "not-none") return isThere(value, node, context);
  return call(context.helper(truthHelper(node, truth, context)), [value]);
}

/** The function that asks: `truthy` for what is surely a number. */
export function truthHelper(node: ts.Expression, truth: Truth, context: Context): HelperName {
  if (truth === "any") return "is_true";
  const isNumber = isOnly("number", node, context) && isSurelyThere(node, context);
  return isNumber ? "truthy" : "truthy_value";
}

function isSurelyThere(node: ts.Expression, context: Context): boolean {
  const nothing = nothingOf(node, context);
  return !nothing.null && !nothing.undefined;
}
