// Labelled blocks, and what a `break` in the middle of a block or a `switch` leaves out: the rest
// becomes an `else`, or the whole a loop of one turn.
import { ts } from "ts-morph";
import { isExit, isLoop } from "../analysis/syntax";
import type * as py from "../python/ast";
import { ifStatement, not, simple, TRUE } from "../python/build";
import type { Context } from "./context";
import { breaksOut, targetOf, unlabelled } from "./jumps";
import { lowerStatements } from "./statements";
import { condition } from "./truth";

export function visitLabeled(node: ts.LabeledStatement, context: Context): py.Statement[] {
  const inner = unlabelled(node);
  if (isLoop(inner) || ts.isSwitchStatement(inner) || !breaksOut(inner, inner))
    return context.statement(inner);
  const statements = ts.isBlock(inner) ? inner.statements : [inner];
  return lowerLeavable(statements, inner, inner, context);
}

/** Statements that a `break` out of `target` may leave before their end. */
export function lowerLeavable(
  statements: readonly ts.Statement[],
  end: ts.Node,
  target: ts.Node,
  context: Context,
): py.Statement[] {
  return isStructured(statements, target)
    ? lowerTail(statements, end, target, context)
    : oneTurn(target, () => lowerStatements(statements, end, context), context);
}

/** `while True: …; break`: a loop for the sake of its `break`. */
export function oneTurn(
  target: ts.Node,
  make: () => py.Statement[],
  context: Context,
): py.Statement[] {
  return context.jumps.loop(target, () => [
    { kind: "While", test: TRUE, body: [...make(), simple("break")] },
  ]);
}

/** Whether every `break` out of `target` ends a branch whose `else` can take the rest. */
export function isStructured(statements: readonly ts.Statement[], target: ts.Node): boolean {
  return statements.every((statement, index) => {
    if (!breaksOut(statement, target) || isBreakOf(statement, target)) return true;
    const rest = statements.slice(index + 1);
    if (ts.isBlock(statement))
      return rest.length === 0 && isStructured(statement.statements, target);
    if (!ts.isIfStatement(statement)) return false;
    const { thenStatement, elseStatement } = statement;
    const branches = [thenStatement, ...(elseStatement === undefined ? [] : [elseStatement])];
    if (!branches.every((branch) => isStructured(partsOf(branch), target))) return false;
    return (
      rest.length === 0 ||
      isExit(thenStatement) ||
      (elseStatement !== undefined && isExit(elseStatement))
    );
  });
}

const partsOf = (node: ts.Statement): readonly ts.Statement[] =>
  ts.isBlock(node) ? node.statements : [node];

const isBreakOf = (node: ts.Statement, target: ts.Node) =>
  ts.isBreakStatement(node) && targetOf(node) === target;

function lowerTail(
  statements: readonly ts.Statement[],
  end: ts.Node,
  target: ts.Node,
  context: Context,
): py.Statement[] {
  const at = statements.findIndex((statement) => breaksOut(statement, target));
  const found = statements[at];
  if (found === undefined) return lowerStatements(statements, end, context);
  const before = at === 0 ? [] : lowerStatements(statements.slice(0, at), found, context);
  if (isBreakOf(found, target)) return before;
  if (ts.isBlock(found)) return [...before, ...lowerTail(found.statements, found, target, context)];
  const leading = context.comments.before(found);
  const lowered = context.collect(() =>
    tailIf(found as ts.IfStatement, statements.slice(at + 1), target, context),
  );
  return [...before, ...leading, ...lowered.definitions, ...lowered.statements];
}

function tailIf(
  node: ts.IfStatement,
  rest: readonly ts.Statement[],
  target: ts.Node,
  context: Context,
): py.Statement[] {
  const { thenStatement, elseStatement } = node;
  const takesRest = rest.length > 0 && !isExit(thenStatement);
  const test = condition(node.expression, context);
  const first = partsOf(thenStatement);
  const second = elseStatement === undefined ? [] : partsOf(elseStatement);
  const lower = (statements: readonly ts.Statement[], isTaking: boolean) =>
    lowerTail(
      isTaking ? [...statements, ...rest] : statements,
      rest.at(-1) ?? node,
      target,
      context,
    );
  const body = lower(first, takesRest);
  const orElse = lower(second, rest.length > 0 && !takesRest);
  if (body.length === 0 && orElse.length > 0) return [ifStatement(not(test), orElse)];
  return [ifStatement(test, body, orElse)];
}
