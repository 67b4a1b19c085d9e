// `switch` as `if` … `elif`.
import { ts } from "ts-morph";
import { isExit, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import { assign, boolean, compare, ifStatement } from "../python/build";
import type { Context } from "./context";
import { lowerStatements } from "./statements";

interface Case {
  /** null: default */
  readonly labels: readonly ts.Expression[] | null;
  readonly clause: ts.CaseOrDefaultClause;
}

export function visitSwitch(node: ts.SwitchStatement, context: Context): py.Statement[] {
  const kinds = [...context.types.kindsAt(node.expression)];
  if (kinds.length !== 1 || (kinds[0] !== "string" && kinds[0] !== "number")) {
    context.refuse(node.expression, "equality", "Cases of this kind");
  }
  const value = context.expression(node.expression);
  const subject = isSimple(node.expression) ? value : context.temporary(node.expression, "subject");
  const before = subject === value ? [] : [assign(subject, value)];
  let orElse: py.Statement[] = [];
  for (const { labels, clause } of grouped(node, context).reverse()) {
    const body = lowerClause(clause, context);
    if (labels === null) orElse = body;
    else orElse = [ifStatement(testOf(subject, labels, context), body, orElse)];
  }
  return [...before, ...orElse];
}

function testOf(
  subject: py.Expression,
  labels: readonly ts.Expression[],
  context: Context,
): py.Expression {
  const tests = labels.map((label) => compare(subject, "==", context.expression(label)));
  return (
    tests.reduce<py.Expression | null>(
      (all, test) => (all === null ? test : boolean(all, "or", test)),
      null,
    ) ?? subject
  );
}

/** Clauses with a body, with the labels of the empty ones above. */
function grouped(node: ts.SwitchStatement, context: Context): Case[] {
  const cases: Case[] = [];
  let labels: ts.Expression[] = [];
  let isDefault = false;
  const { clauses } = node.caseBlock;
  clauses.forEach((clause, index) => {
    if (ts.isDefaultClause(clause)) isDefault = true;
    else labels.push(clause.expression);
    const isLast = index === clauses.length - 1;
    if (clause.statements.length === 0 && !isLast) return;
    const ends = clause.statements.some(isExit);
    if (!ends && !isLast) context.refuse(clause, "fallThrough");
    cases.push({ labels: isDefault ? null : labels, clause });
    labels = [];
    isDefault = false;
  });
  // `default` is asked last wherever it stands.
  return [
    ...cases.filter((one) => one.labels !== null),
    ...cases.filter((one) => one.labels === null),
  ];
}

function lowerClause(clause: ts.CaseOrDefaultClause, context: Context): py.Statement[] {
  const [only] = clause.statements;
  const statements =
    clause.statements.length === 1 && only !== undefined && ts.isBlock(only)
      ? only.statements
      : clause.statements;
  const last = statements.at(-1);
  const body =
    last !== undefined && ts.isBreakStatement(last) ? statements.slice(0, -1) : statements;
  return lowerStatements(body, clause, context);
}
