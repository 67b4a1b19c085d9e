// `for (let i = 0; i < n; i++)` as `for i in range(n)`, where that is provably the same.
import { ts } from "ts-morph";
import { bare, isAssignmentOperator, isWithin } from "../analysis/syntax";
import type * as py from "../python/ast";
import { binary, number } from "../python/build";
import type { Context } from "./context";
import { isInConstructor } from "./evaluation-order";

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
  const step = stepOf(incrementor, variable, context);
  const limit = limitOf(condition, variable, context);
  if (step === null || limit === null || step > 0 !== limit.rising) return null;
  const isInt = [variable.initializer, limit.value].every(
    (value) => context.analysis.numbers.of(value).kind === "int",
  );
  if (
    !isInt ||
    isWrittenInBody(node, variable, context) ||
    !isInvariant(limit.value, node, context)
  )
    return null;
  const end = context.expression(limit.value);
  const stop = limit.inclusive ? offset(end, limit.rising ? 1 : -1) : end;
  const start = context.expression(variable.initializer);
  const isZero = start.kind === "Number" && start.text === "0";
  if (step !== 1) return { variable, bounds: [start, stop, number(step)] };
  return { variable, bounds: isZero ? [stop] : [start, stop] };
}

function offset(value: py.Expression, by: 1 | -1): py.Expression {
  if (value.kind === "Number" && /^\d+$/.test(value.text)) return number(Number(value.text) + by);
  return binary(value, by > 0 ? "+" : "-", number(1));
}

const refersTo = (node: ts.Expression, variable: ts.Declaration, context: Context) =>
  ts.isIdentifier(node) && context.analysis.uses.declarationAt(node) === variable;

function stepOf(node: ts.Expression, variable: ts.Declaration, context: Context): number | null {
  const { PlusPlusToken, MinusMinusToken, PlusEqualsToken, MinusEqualsToken } = ts.SyntaxKind;
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    if (!refersTo(node.operand, variable, context)) return null;
    return node.operator === PlusPlusToken ? 1 : node.operator === MinusMinusToken ? -1 : null;
  }
  if (!ts.isBinaryExpression(node) || !refersTo(node.left, variable, context)) return null;
  const by = ts.isNumericLiteral(node.right) ? Number(node.right.text) : NaN;
  if (!Number.isInteger(by) || by === 0) return null;
  const { kind } = node.operatorToken;
  return kind === PlusEqualsToken ? by : kind === MinusEqualsToken ? -by : null;
}

interface Limit {
  readonly value: ts.Expression;
  readonly rising: boolean;
  readonly inclusive: boolean;
}

function limitOf(node: ts.Expression, variable: ts.Declaration, context: Context): Limit | null {
  if (!ts.isBinaryExpression(node) || !refersTo(bare(node.left), variable, context)) return null;
  const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
  if (!["<", "<=", ">", ">="].includes(operator)) return null;
  return { value: node.right, rising: operator.startsWith("<"), inclusive: operator.endsWith("=") };
}

function isWrittenInBody(
  node: ts.ForStatement,
  variable: ts.Declaration,
  context: Context,
): boolean {
  const { writes } = context.analysis.uses.of(variable);
  return writes.some(({ target }) => isWithin(target, node.statement));
}

/** Whether nothing in the loop can change what `value` is: range() asks once, JavaScript every time. */
function isInvariant(value: ts.Expression, loop: ts.ForStatement, context: Context): boolean {
  const inner = bare(value);
  if (ts.isNumericLiteral(inner)) return true;
  if (ts.isBinaryExpression(inner)) {
    return (
      !isAssignmentOperator(inner.operatorToken.kind) &&
      isInvariant(inner.left, loop, context) &&
      isInvariant(inner.right, loop, context)
    );
  }
  if (ts.isIdentifier(inner)) return isUnwritten(inner, loop, context);
  if (!ts.isPropertyAccessExpression(inner) || inner.name.text !== "length") return false;
  const container = bare(inner.expression);
  const kind = context.types.kindAt(container);
  if (!isUnwrittenPath(container, loop, context)) return false;
  if (["bytes", "string", "tuple", "typed"].includes(kind)) return true;
  return kind === "array" && !mayChange(container, loop, context);
}

function isUnwritten(node: ts.Identifier, loop: ts.ForStatement, context: Context): boolean {
  const declaration = context.analysis.uses.declarationAt(node);
  const { writes, captured } = context.analysis.uses.of(declaration);
  if (writes.length === 0) return true;
  const isTopLevel =
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    ts.isSourceFile(declaration.parent.parent.parent);
  return !captured && !isTopLevel && !writes.some(({ target }) => isWithin(target, loop));
}

function isUnwrittenPath(node: ts.Expression, loop: ts.ForStatement, context: Context): boolean {
  if (ts.isIdentifier(node)) return isUnwritten(node, loop, context);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { writes } = context.analysis.uses.of(context.analysis.uses.declarationAt(node.name));
  const inConstructor = writes.every(({ target }) => isInConstructor(target));
  return inConstructor && isUnwrittenPath(bare(node.expression), loop, context);
}

/** Whether the loop may make an array longer or shorter; what is written inside of it does neither. */
function mayChange(container: ts.Expression, loop: ts.ForStatement, context: Context): boolean {
  const { bounds, changes } = context.analysis;
  return changes.mayChange(
    loop.statement,
    container,
    ({ container: changed, index }) => index === undefined || !bounds.isInside(changed, index),
  );
}
