// `for (let i = 0; i < n; i++)` as `for i in range(n)`, where that is provably the same.
import { ts } from "ts-morph";
import { bare, isWithin } from "../analysis/syntax";
import type * as py from "../python/ast";
import { binary, number, unary } from "../python/build";
import type { Context } from "./context";
import { isInvariant } from "./invariance";

export interface Counting {
  readonly variable: ts.VariableDeclaration;
  /** The arguments of `range`. */
  readonly bounds: py.Expression[];
}

export function counting(node: ts.ForStatement, context: Context): Counting | null {
  const { initializer, condition, incrementor } = node;
  if (!initializer || !condition || !incrementor || !ts.isVariableDeclarationList(initializer))
    return null;
  const [variable] = initializer.declarations;
  if (variable?.initializer === undefined || initializer.declarations.length !== 1) return null;
  const step = stepOf(incrementor, node, variable, context);
  const limit = limitOf(condition, variable, context);
  if (step === null || limit === null || step.rising !== limit.rising) return null;
  const parts = [variable.initializer, limit.value, ...(limit.ahead ? [limit.ahead] : [])];
  if (
    !parts.every((part) => isSureInt(part, context)) ||
    isWrittenInBody(node, variable, context) ||
    !parts.slice(1).every((part) => isInvariant(part, node, context))
  )
    return null;
  const start = context.expression(variable.initializer);
  const stop = stopOf(limit, context);
  const by = step.amount === 1 ? number(1) : step.amount;
  const isZero = start.kind === "Number" && start.text === "0";
  if (step.amount !== 1 || !step.rising)
    return { variable, bounds: [start, stop, step.rising ? by : unary("-", by)] };
  return { variable, bounds: isZero ? [stop] : [start, stop] };
}

/** What range() of MicroPython takes: an int of the machine, and one that is there for sure. */
function isSureInt(node: ts.Expression, { analysis }: Context): boolean {
  const { low, high, large } = analysis.numbers.of(node);
  const isFar = [low, high].some((bound) => Number.isFinite(bound) && Math.abs(bound) > 2 ** 30);
  return analysis.bounds.isSureInt(node) && !large && !isFar;
}

function stopOf({ value, ahead, inclusive, rising }: Limit, context: Context): py.Expression {
  const end = context.expression(value);
  const by = inclusive ? (rising ? 1 : -1) : 0;
  if (ahead === null) return offset(end, by);
  const distance = context.expression(ahead);
  if (distance.kind === "Number" && /^\d+$/.test(distance.text))
    return offset(end, by - Number(distance.text));
  return offset(binary(end, "-", distance), by);
}

function offset(value: py.Expression, by: number): py.Expression {
  if (by === 0) return value;
  if (value.kind === "Number" && /^\d+$/.test(value.text)) return number(Number(value.text) + by);
  return binary(value, by > 0 ? "+" : "-", number(Math.abs(by)));
}

const refersTo = (node: ts.Expression, variable: ts.Declaration, context: Context) =>
  ts.isIdentifier(node) && context.analysis.uses.declarationAt(node) === variable;

interface Step {
  readonly rising: boolean;
  readonly amount: py.Expression | 1;
}

function stepOf(
  node: ts.Expression,
  loop: ts.ForStatement,
  variable: ts.Declaration,
  context: Context,
): Step | null {
  const { PlusPlusToken, MinusMinusToken, PlusEqualsToken, MinusEqualsToken } = ts.SyntaxKind;
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    if (!refersTo(node.operand, variable, context)) return null;
    const isStep = node.operator === PlusPlusToken || node.operator === MinusMinusToken;
    return isStep ? { rising: node.operator === PlusPlusToken, amount: 1 } : null;
  }
  if (!ts.isBinaryExpression(node) || !refersTo(node.left, variable, context)) return null;
  const { kind } = node.operatorToken;
  if (kind !== PlusEqualsToken && kind !== MinusEqualsToken) return null;
  const isKept = isSureInt(node.right, context) && isInvariant(node.right, loop, context);
  if (!isKept || context.analysis.bounds.of(node.right).low < 1) return null;
  const by = context.expression(node.right);
  const isOne = by.kind === "Number" && by.text === "1";
  return { rising: kind === PlusEqualsToken, amount: isOne ? 1 : by };
}

interface Limit {
  readonly value: ts.Expression;
  /** How far ahead of the variable the limit is asked for: `i + 1 < n`. */
  readonly ahead: ts.Expression | null;
  readonly rising: boolean;
  readonly inclusive: boolean;
}

const MIRRORED: Record<string, string> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

function limitOf(node: ts.Expression, variable: ts.Declaration, context: Context): Limit | null {
  if (!ts.isBinaryExpression(node)) return null;
  const isVariable = (side: ts.Expression) => refersTo(bare(side), variable, context);
  const written = ts.tokenToString(node.operatorToken.kind) ?? "";
  const isMirrored = isVariable(node.right);
  const operator = isMirrored ? MIRRORED[written] : written;
  if (operator === undefined || MIRRORED[operator] === undefined) return null;
  const counted = bare(isMirrored ? node.right : node.left);
  const value = isMirrored ? node.left : node.right;
  const limit = { value, rising: operator.startsWith("<"), inclusive: operator.endsWith("=") };
  if (isVariable(counted)) return { ...limit, ahead: null };
  const isAhead =
    ts.isBinaryExpression(counted) &&
    counted.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    isVariable(counted.left) &&
    limit.rising;
  return isAhead ? { ...limit, ahead: counted.right } : null;
}

function isWrittenInBody(
  node: ts.ForStatement,
  variable: ts.Declaration,
  context: Context,
): boolean {
  const { writes } = context.analysis.uses.of(variable);
  return writes.some(({ target }) => isWithin(target, node.statement));
}
