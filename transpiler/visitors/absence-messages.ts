// What V8 says of a value that is not there (src/common/message-template.h, src/execution/messages.cc).
import { ts } from "ts-morph";
import { bare, isSimple, isTarget } from "../analysis/syntax";
import type * as py from "../python/ast";
import { binary, string } from "../python/build";
import type { Context } from "./context";
import { isArrayPattern, partsOf, type Pattern } from "./pattern-parts";
import { sourceText } from "./source-text";
import { textOf } from "./text";

export type Use =
  | ts.BinaryExpression
  | ts.CallExpression
  | ts.ElementAccessExpression
  | ts.ForOfStatement
  | ts.PropertyAccessExpression
  | ts.SpreadElement
  | ts.VariableDeclaration;

/** What is done with `node` that asks for it to be there. */
export function useOf(node: ts.Expression): Use | null {
  let current: ts.Expression = node;
  while (bare(current.parent as ts.Expression) === node) current = current.parent as ts.Expression;
  const { parent } = current;
  if (ts.isSpreadElement(parent)) return isList(parent.parent) ? parent : null;
  if (takesApart(parent)) return isSource(parent, current) ? parent : null;
  const isUse =
    ts.isCallExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isForOfStatement(parent) ||
    ts.isPropertyAccessExpression(parent);
  if (!isUse || parent.expression !== current) return null;
  return "questionDotToken" in parent && parent.questionDotToken !== undefined ? null : parent;
}

/** Whether it is a literal or a call; a pattern has its rest in the same form. */
function isList(node: ts.Node): boolean {
  let current = node;
  while (ts.isArrayLiteralExpression(current) || ts.isPropertyAssignment(current)) {
    if (ts.isArrayLiteralExpression(current) && isTarget(current)) return false;
    current = ts.isPropertyAssignment(current) ? current.parent.parent : current.parent;
  }
  return true;
}

const takesApart = (node: ts.Node): node is ts.BinaryExpression | ts.VariableDeclaration =>
  patternOf(node) !== null;

const isSource = (node: ts.BinaryExpression | ts.VariableDeclaration, value: ts.Expression) =>
  (ts.isBinaryExpression(node) ? node.right : node.initializer) === value;

function patternOf(node: ts.Node): Pattern | null {
  if (ts.isVariableDeclaration(node)) return ts.isIdentifier(node.name) ? null : node.name;
  const isAssignment =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isAssignment) return null;
  const target = bare(node.left);
  const isPattern = ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target);
  return isPattern ? target : null;
}

/** The words for `node`, which is `nothing`; null where they are not known. */
export function absenceMessage(
  node: ts.Expression,
  use: Use,
  nothing: string,
  context: Context,
): py.Expression | null {
  if (ts.isPropertyAccessExpression(use) || ts.isElementAccessExpression(use))
    return memberMessage(use, nothing, context);
  const message = messageOf(node, use, nothing);
  return message === null ? null : string(message);
}

function messageOf(
  node: ts.Expression,
  use: Exclude<Use, ts.ElementAccessExpression | ts.PropertyAccessExpression>,
  nothing: string,
): string | null {
  const text = sourceText(node);
  if (text === null) return null;
  if (ts.isCallExpression(use)) {
    // JavaScript calls what is not there after it has made the arguments.
    return use.arguments.every(isInert) ? `${text} is not a function` : null;
  }
  if (ts.isForOfStatement(use)) return notIterable(node, text);
  const pattern = patternOf(use);
  if (pattern !== null) return sourceMessage(pattern, node, text, nothing);
  if (ts.isArrayLiteralExpression(use.parent)) return notIterable(node, text);
  const given = (use.parent as ts.CallExpression | ts.NewExpression).arguments ?? [];
  const isLast = given.every((one, index) => one !== use || index === given.length - 1);
  const isOnly = given.filter(ts.isSpreadElement).length === 1;
  return isLast && isOnly ? `${text} is not iterable (cannot read property ${nothing})` : null;
}

function memberMessage(
  use: ts.ElementAccessExpression | ts.PropertyAccessExpression,
  nothing: string,
  context: Context,
): py.Expression | null {
  const [verb, doing] = isTarget(use) ? ["set", "setting"] : ["read", "reading"];
  const start = `Cannot ${verb} properties of ${nothing} (${doing} '`;
  if (ts.isPropertyAccessExpression(use)) return string(`${start}${use.name.text}')`);
  const key = bare(use.argumentExpression);
  if (ts.isStringLiteralLike(key) || ts.isNumericLiteral(key))
    return string(`${start}${key.text}')`);
  if (!ts.isIdentifier(key)) return null;
  return binary(binary(string(start), "+", textOf(key, context)), "+", string("')"));
}

/** Whether it does not matter when `node` is made. */
const isInert = (node: ts.Expression): boolean =>
  isSimple(node) ||
  ts.isLiteralExpression(node) ||
  ts.isArrowFunction(node) ||
  (ts.isArrayLiteralExpression(node) && node.elements.every(isInert)) ||
  isNewError(node);

const isNewError = (node: ts.Expression): boolean =>
  ts.isNewExpression(node) &&
  /^(Type|Range)?Error$/.test(node.expression.getText()) &&
  (node.arguments ?? []).every((argument) => ts.isStringLiteralLike(argument));

function notIterable(node: ts.Expression, text: string): string {
  const inner = bare(node);
  const called = ts.isCallExpression(inner) ? sourceText(inner.expression) : null;
  return called === null
    ? `${text} is not iterable`
    : `${called} is not a function or its return value is not iterable`;
}

/** An array's pattern names what it takes apart only in a declaration, and where that has a name. */
function sourceMessage(
  pattern: Pattern,
  node: ts.Expression,
  text: string,
  nothing: string,
): string {
  if (!ts.isArrayBindingPattern(pattern)) return patternMessage(pattern, text, nothing);
  const inner = bare(node);
  const isNamed =
    ts.isIdentifier(inner) || (ts.isCallExpression(inner) && ts.isIdentifier(inner.expression));
  return isNamed ? notIterable(inner, text) : patternMessage(pattern, null, nothing);
}

/** What `pattern` says of `source`; null is a part of another pattern, which has no name. */
export function patternMessage(pattern: Pattern, source: string | null, nothing: string): string {
  const value = nothing === "null" ? "object null" : nothing;
  if (isArrayPattern(pattern))
    return source === LOOP_SOURCE
      ? `${source} is not iterable`
      : `${value} is not iterable (cannot read property Symbol(Symbol.iterator))`;
  const [first] = partsOf(pattern);
  const isPlain =
    first?.initializer === undefined && (first?.inner != null || isName(first?.target));
  const key = typeof first?.key === "string" && !first.isRest ? first.key : null;
  if (key === null) return `Cannot destructure '${source ?? value}' as it is ${nothing}.`;
  if (source === null || !isPlain) return `Cannot read properties of ${nothing} (reading '${key}')`;
  return `Cannot destructure property '${key}' of '${source}' as it is ${nothing}.`;
}

/** V8's name for what a loop gives its pattern. */
const LOOP_SOURCE = ".for";

/** Where a pattern finds what it takes apart, if no expression of the program stands for it. */
export type PatternPlace = "loop" | "parameter" | "part";

export function placeMessage(pattern: Pattern, place: PatternPlace, nothing: string): string {
  const value = nothing === "null" ? "object null" : nothing;
  const sources = { loop: LOOP_SOURCE, parameter: value, part: null };
  return patternMessage(pattern, sources[place], nothing);
}

const isName = (target: ts.Node | undefined): boolean =>
  target !== undefined && (ts.isBindingElement(target) || ts.isIdentifier(target));
