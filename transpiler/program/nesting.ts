// Refuses what is nested too deeply before anything descends into it: TypeScript's checker, the
// visitors and Python's own compiler all recurse, and would end in a stack overflow.
import { ts } from "ts-morph";
import { rangeOf, refusalAt, type Diagnostic, type Range } from "../diagnostics/diagnostic";

/** Each may take two levels of indentation, of which CPython reads 100 (Parser/tokenizer, MAXINDENT). */
const MAXIMUM_STATEMENTS = 40;
/** CPython reads 200 brackets inside each other (MAXLEVEL), and an expression may take two. */
const MAXIMUM_EXPRESSIONS = 80;
/** A template in a template is rare, and CPython before 3.12 has only four kinds of quotes for them. */
const TEMPLATE_WEIGHT = 12;
/** Chains, as `a + b + c` and `else if`, are deep as a tree and flat as a text. */
const MAXIMUM_DEPTH = 400;

interface Visit {
  readonly node: ts.Node;
  readonly depth: number;
  readonly statements: number;
  readonly expressions: number;
}

export function nestingFault(file: ts.SourceFile): Diagnostic | null {
  const pending: Visit[] = [{ node: file, depth: 0, statements: 0, expressions: 0 }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const excess = excessOf(visit);
    if (excess !== null) return nestedTooDeeply(rangeOf(visit.node), excess);
    const parent = visit;
    ts.forEachChild(visit.node, (node) => void pending.push(below(parent, node)));
  }
  return null;
}

export function nestedTooDeeply(range: Range, excess: string): Diagnostic {
  return refusalAt(range, "nestedTooDeeply", [excess]);
}

function excessOf({ depth, statements, expressions }: Visit): string | null {
  if (statements > MAXIMUM_STATEMENTS)
    return `more than ${MAXIMUM_STATEMENTS} statements inside each other`;
  if (expressions > MAXIMUM_EXPRESSIONS)
    return `more than ${MAXIMUM_EXPRESSIONS} expressions inside each other`;
  return depth > MAXIMUM_DEPTH ? `a chain of more than ${MAXIMUM_DEPTH} parts` : null;
}

function below({ depth, statements, expressions }: Visit, node: ts.Node): Visit {
  if (ts.isStatement(node)) {
    const nests = ts.isBlock(node) || isElseIf(node) ? 0 : 1;
    return { node, depth: depth + 1, statements: statements + nests, expressions: 0 };
  }
  const nested = isFirstInChain(node) ? 0 : ts.isTemplateExpression(node) ? TEMPLATE_WEIGHT : 1;
  return { node, depth: depth + 1, statements, expressions: expressions + nested };
}

const isElseIf = (node: ts.Node): boolean =>
  ts.isIfStatement(node.parent) && node.parent.elseStatement === node;

/** Python writes it without brackets around: the left of an operator, what a member is asked of. */
function isFirstInChain(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return parent.left === node;
  return (
    (ts.isCallExpression(parent) ||
      ts.isPropertyAccessExpression(parent) ||
      ts.isElementAccessExpression(parent)) &&
    parent.expression === node
  );
}
