// A statement with all that belongs to it: its comments, the functions that have to be defined before
// it, the step that may follow it, and where it comes from.
import { ts } from "ts-morph";
import { placeOf } from "../diagnostics/diagnostic";
import type * as py from "../python/ast";
import { lowerStep } from "./assignments";
import type { Context } from "./context";
import { statementVisitors } from "./index";
import { trailingStep } from "./trailing-steps";

type AnyStatementVisitor = (node: ts.Node, context: Context) => py.Statement[];

export function lowerStatement(node: ts.Statement, context: Context): py.Statement[] {
  const { comments } = context;
  if (isErased(node)) {
    comments.drop(node);
    const apart = comments.before(node);
    return apart.some(({ kind }) => kind === "Comment") ? apart : [];
  }
  const leading = comments.before(node);
  const step = trailingStep(node, context);
  const { statements, definitions } = context.collect(() => {
    if (step !== null) standForStep(step, context);
    return visit(node, context);
  });
  const after = step === null ? [] : lowerStep(step, context);
  const origin = placeOf(node);
  const own = statements.map((statement) => ({ origin, ...statement }));
  const trailing = comments.trailing(node);
  const inner = comments.inside(node);
  const last = own.at(-1);
  if (trailing !== undefined && last !== undefined && own.length === 1 && isOneLine(last)) {
    own[own.length - 1] = { ...last, trailing };
  } else if (trailing !== undefined) {
    inner.push({ kind: "Comment", text: trailing });
  }
  const stepped = after.map((statement) => ({ origin, ...statement }));
  return [...leading, ...inner, ...definitions, ...own, ...stepped];
}

function visit(node: ts.Statement, context: Context): py.Statement[] {
  // The table is typed by kind, which a lookup cannot express: visitors/index.ts checks the pairs.
  const visitor = (statementVisitors as Partial<Record<ts.SyntaxKind, unknown>>)[node.kind];
  if (visitor !== undefined) return (visitor as AnyStatementVisitor)(node, context);
  context.refuseSyntax(node);
  return [];
}

/** `i` for an `i++` that follows the statement. */
function standForStep(step: ts.PostfixUnaryExpression, context: Context): void {
  context.statementNeeds.set(step, false);
  context.stand(step, () => context.expression(step.operand));
}

/** What TypeScript alone knows of. */
const isErased = (node: ts.Statement) =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  (ts.isFunctionDeclaration(node) && node.body === undefined);

const isOneLine = (statement: py.Statement) =>
  !["If", "For", "While", "Try", "FunctionDefinition", "ClassDefinition"].includes(statement.kind);
