// `switch` as `if` … `elif`.
import { ts } from "ts-morph";
import { bare, isExit, isSimple, isWithin } from "../analysis/syntax";
import type * as py from "../python/ast";
import { assign, boolean, ifStatement, not, TRUE } from "../python/build";
import { isStructured, lowerLeavable, oneTurn } from "./blocks";
import type { Context } from "./context";
import { sameValue } from "./equality";
import { breaksOut, targetOf } from "./jumps";
import { lowerStatements } from "./statements";
import { condition } from "./truth";

/** A clause with a body, with the labels of the empty ones above. */
interface Case {
  readonly labels: readonly ts.Expression[];
  readonly isDefault: boolean;
  readonly clause: ts.CaseOrDefaultClause;
  /** Whether control may go on into the next. */
  readonly falls: boolean;
}

/** Cases of which each but the last falls into the next. */
type Run = readonly Case[];

export function visitSwitch(node: ts.SwitchStatement, context: Context): py.Statement[] {
  checkVariables(node, context);
  const runs = runsOf(node, context);
  // Labels are asked from top to bottom, `default` when none of them fits.
  const ordered = [...runs.filter((run) => !hasDefault(run)), ...runs.filter(hasDefault)];
  const { clauses } = node.caseBlock;
  const isPlain = runs.every((run) =>
    run.every(
      ({ clause, falls }) =>
        isStructured(statementsOf(clause), node) && !(falls && breaksOut(clause, node)),
    ),
  );
  const before = keepSubject(node, runs, context);
  const lower = (): py.Statement[] => {
    let orElse: py.Statement[] = [];
    for (const run of [...ordered].reverse()) {
      const body = lowerRun(run, node, isPlain, context);
      const test = hasDefault(run)
        ? TRUE
        : testOf(
            node,
            run.flatMap(({ labels }) => labels),
            context,
          );
      orElse = test === TRUE ? body : [ifStatement(test, body, orElse)];
    }
    return orElse;
  };
  if (clauses.length === 0) return [...before, ...context.expressionAsStatements(node.expression)];
  return [...before, ...(isPlain ? lower() : oneTurn(node, lower, context))];
}

/** A variable of one case is there in the others, where reading or setting it is an error of JavaScript. */
function checkVariables({ caseBlock }: ts.SwitchStatement, context: Context): void {
  const check = (declared: ts.BindingName | ts.ClassDeclaration, clause: ts.Node): void => {
    if (ts.isObjectBindingPattern(declared) || ts.isArrayBindingPattern(declared)) {
      for (const element of declared.elements)
        if (ts.isBindingElement(element)) check(element.name, clause);
      return;
    }
    const declaration = ts.isIdentifier(declared) ? (declared.parent as ts.Declaration) : declared;
    const { references } = context.analysis.uses.of(declaration);
    const other = references.find(
      (reference) =>
        isWithin(reference, caseBlock) && !isWithin(reference, clause) && !isInType(reference),
    );
    if (other === undefined) return;
    const what = "A variable of another case";
    context.refuse(other, "unsupportedSyntax", what, "Declare it before the `switch`.");
  };
  for (const clause of caseBlock.clauses)
    for (const statement of clause.statements) {
      if (ts.isClassDeclaration(statement)) check(statement, clause);
      if (ts.isVariableStatement(statement))
        for (const { name: own } of statement.declarationList.declarations) check(own, clause);
    }
}

/** `typeof value` in a type, which does not run. */
const isInType = (node: ts.Node) => ts.isTypeQueryNode(node.parent);

const hasDefault = (run: Run) => run.some(({ isDefault }) => isDefault);

/** A subject that is asked more than once, or may change meanwhile, goes into a variable. */
function keepSubject(
  node: ts.SwitchStatement,
  runs: readonly Run[],
  context: Context,
): py.Statement[] {
  const subject = bare(node.expression);
  const falls = runs.some((run) => run.length > 1);
  const labels = runs.flat().flatMap((one) => one.labels);
  const isAsked =
    ts.isTypeOfExpression(subject) &&
    isSimple(subject.expression) &&
    !falls &&
    labels.every(isTypeOfPlain);
  if (ts.isLiteralExpression(subject) || isTrue(subject) || isAsked) return [];
  if (isSimple(subject) && !falls && labels.every(isSimple)) return [];
  const value = context.expression(subject);
  const target = context.temporary(subject, "subject");
  context.stand(subject, target);
  return [assign(target, value)];
}

/** What `isinstance` tells apart. */
const isTypeOfPlain = (label: ts.Expression) =>
  ts.isStringLiteral(label) && ["boolean", "number", "string"].includes(label.text);

const isTrue = (node: ts.Expression) => node.kind === ts.SyntaxKind.TrueKeyword;

function testOf(
  node: ts.SwitchStatement,
  labels: readonly ts.Expression[],
  context: Context,
): py.Expression {
  const subject = bare(node.expression);
  const tests = labels.map((label) => {
    const isBoolean = [...context.types.kindsAt(label)].every((kind) => kind === "boolean");
    if (isTrue(subject) && isBoolean) return condition(label, context);
    return sameValue(label, subject, bare(label), context);
  });
  return tests.reduce((all, test) => boolean(all, "or", test));
}

function runsOf(node: ts.SwitchStatement, context: Context): Run[] {
  const runs: Case[][] = [];
  let labels: ts.Expression[] = [];
  let isDefault = false;
  let falls = false;
  const { clauses } = node.caseBlock;
  clauses.forEach((clause, index) => {
    if (ts.isDefaultClause(clause)) isDefault = true;
    else labels.push(clause.expression);
    const isLast = index === clauses.length - 1;
    if (clause.statements.length === 0 && !isLast) return;
    const run = falls ? (runs.at(-1) ?? []) : [];
    if (!falls) runs.push(run);
    falls = !isLast && !clause.statements.some(isExit);
    run.push({ labels, isDefault, clause, falls });
    labels = [];
    isDefault = false;
  });
  for (const run of runs) {
    const asksTwice = run.length > 1 && !run.every(({ labels: own }) => own.every(isFixedLabel));
    if (asksTwice && run[0] !== undefined) context.refuse(run[0].clause, "fallThrough");
  }
  return runs;
}

/** A label that is the same whenever it is asked: a literal, a member of an enum. */
const isFixedLabel = (node: ts.Expression) => {
  const inner = bare(node);
  return isSimple(inner) || ts.isPrefixUnaryExpression(inner) || ts.isToken(inner);
};

/** One body after the other, each below the labels from which control gets there. */
function lowerRun(
  run: Run,
  node: ts.SwitchStatement,
  isPlain: boolean,
  context: Context,
): py.Statement[] {
  return run.flatMap((one, index) => {
    const body = lowerClause(one.clause, node, isPlain, context);
    const later = run.slice(index + 1);
    if (later.length === 0) return body;
    const reaches = run.slice(0, index + 1);
    const test = hasDefault(reaches)
      ? later.some(({ labels }) => labels.length > 0)
        ? not(
            testOf(
              node,
              later.flatMap(({ labels }) => labels),
              context,
            ),
          )
        : TRUE
      : testOf(
          node,
          reaches.flatMap(({ labels }) => labels),
          context,
        );
    return test === TRUE ? body : [ifStatement(test, body)];
  });
}

const statementsOf = (clause: ts.CaseOrDefaultClause): readonly ts.Statement[] => {
  const [only] = clause.statements;
  return clause.statements.length === 1 && only !== undefined && ts.isBlock(only)
    ? only.statements
    : clause.statements;
};

function lowerClause(
  clause: ts.CaseOrDefaultClause,
  node: ts.SwitchStatement,
  isPlain: boolean,
  context: Context,
): py.Statement[] {
  const statements = statementsOf(clause);
  if (isPlain) return lowerLeavable(statements, clause, node, context);
  const last = statements.at(-1);
  const isOver = last !== undefined && ts.isBreakStatement(last) && targetOf(last) === node;
  return lowerStatements(isOver ? statements.slice(0, -1) : statements, clause, context);
}
