// `switch` as `if` … `elif`.
import { ts } from "ts-morph";
import { bare, isExit, isSimple, isWithin } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  assign,
  boolean,
  compare,
  conditional,
  ifStatement,
  not,
  number,
  TRUE,
  tuple,
} from "../python/build";
import { isStructured, lowerLeavable, oneTurn } from "./blocks";
import type { Context } from "./context";
import { needsStatements } from "./effects";
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

/** Where control enters, found out before the bodies. */
interface Entry {
  readonly cases: readonly Case[];
  readonly kept: py.Assign;
}

interface Lowering {
  readonly node: ts.SwitchStatement;
  readonly isPlain: boolean;
  readonly entry: Entry | null;
}

export function visitSwitch(node: ts.SwitchStatement, context: Context): py.Statement[] {
  checkVariables(node, context);
  const runs = runsOf(node);
  // Labels are asked from top to bottom, `default` when none of them fits.
  const ordered = [...runs.filter((run) => !hasDefault(run)), ...runs.filter(hasDefault)];
  const { clauses } = node.caseBlock;
  const isPlain = runs.every((run) =>
    run.every(
      ({ clause, falls }) =>
        isStructured(statementsOf(clause), node) && !(falls && breaksOut(clause, node)),
    ),
  );
  const entry = runs.some(isAskedTwice) ? keepEntry(node, runs, context) : null;
  const before = entry === null ? keepSubject(node, runs, context) : [entry.kept];
  const lower = (): py.Statement[] => {
    let orElse: py.Statement[] = [];
    for (const run of [...ordered].reverse()) {
      const body = lowerRun(run, { node, isPlain, entry }, context);
      const test = hasDefault(run) ? TRUE : reaching(run, { node, entry }, context);
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

function runsOf(node: ts.SwitchStatement): Run[] {
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
  return runs;
}

/** Whether labels of which a body is in reach would be evaluated once more at it. */
const isAskedTwice = (run: Run) =>
  run.length > 1 && !run.every(({ labels }) => labels.every(isFixedLabel));

/** A label that is the same whenever it is asked: a literal, a member of an enum. */
const isFixedLabel = (node: ts.Expression) => {
  const inner = bare(node);
  return isSimple(inner) || ts.isPrefixUnaryExpression(inner) || ts.isToken(inner);
};

/** One body after the other, each below the labels from which control gets there. */
function lowerRun(run: Run, lowering: Lowering, context: Context): py.Statement[] {
  const { node, isPlain, entry } = lowering;
  return run.flatMap((one, index) => {
    const body = lowerClause(one.clause, node, isPlain, context);
    const later = run.slice(index + 1);
    if (later.length === 0) return body;
    const reaches = run.slice(0, index + 1);
    const isElse = entry === null && hasDefault(reaches);
    if (isElse && later.every(({ labels }) => labels.length === 0)) return body;
    const test = isElse
      ? not(reaching(later, lowering, context))
      : reaching(reaches, lowering, context);
    return [ifStatement(test, body)];
  });
}

/** Whether the subject is that of one of `cases`. */
function reaching(
  cases: readonly Case[],
  { node, entry }: Pick<Lowering, "entry" | "node">,
  context: Context,
): py.Expression {
  if (entry === null)
    return testOf(
      node,
      cases.flatMap(({ labels }) => labels),
      context,
    );
  const [only, ...others] = cases.map((one) => number(entry.cases.indexOf(one)));
  return others.length === 0 && only !== undefined
    ? compare(entry.kept.target, "==", only)
    : compare(entry.kept.target, "in", tuple(...(only === undefined ? [] : [only]), ...others));
}

/** The number of the case at which control enters: its label is evaluated once. */
function keepEntry(node: ts.SwitchStatement, runs: readonly Run[], context: Context): Entry | null {
  const cases = runs.flat();
  const labels = cases.flatMap((one) => one.labels);
  const isPlain = !labels.some((label) => needsStatements(label, context));
  if (!isTrue(bare(node.expression)) || !isPlain) {
    context.refuse(runs.find(isAskedTwice)?.[0]?.clause ?? node, "fallThrough");
    return null;
  }
  const orElse = cases.findIndex(({ isDefault }) => isDefault);
  const value = cases.reduceRight<py.Expression>(
    (rest, one, index) =>
      one.labels.length === 0
        ? rest
        : conditional(number(index), testOf(node, one.labels, context), rest),
    number(orElse < 0 ? cases.length : orElse),
  );
  return { cases, kept: assign(context.temporary(node.expression, "entry"), value) };
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
