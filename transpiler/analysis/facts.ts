// What conditions around a place guarantee there: `if (i < text.length) … text[i]`.
import { ts } from "ts-morph";
import {
  bare,
  isAssignmentOperator,
  isExit,
  isFunctionNode,
  isInvocation,
  isLoop,
  isSimple,
} from "./syntax";
import { some } from "./walk";

type Comparison = "<" | "<=" | ">" | ">=" | "===" | "!==";

/** `left comparison right` holds. */
export interface Fact {
  readonly left: ts.Expression;
  readonly comparison: Comparison;
  readonly right: ts.Expression | number;
}

const NEGATED: Record<Comparison, Comparison> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "===": "!==",
  "!==": "===",
};

const isComparison = (text: string): text is Comparison => text in NEGATED;

/** The facts that `condition` being true (or false) establishes. */
function factsOf(condition: ts.Expression, holds: boolean): Fact[] {
  const node = bare(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return factsOf(node.operand, !holds);
  }
  if (ts.isBinaryExpression(node)) {
    const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
    if (operator === (holds ? "&&" : "||"))
      return [...factsOf(node.left, holds), ...factsOf(node.right, holds)];
    if (!isComparison(operator)) return [];
    return [
      {
        left: bare(node.left),
        comparison: holds ? operator : NEGATED[operator],
        right: bare(node.right),
      },
    ];
  }
  return [{ left: node, comparison: holds ? "!==" : "===", right: 0 }];
}

/** A place where a condition is known, and the code between there and the use. */
interface Guard {
  readonly facts: readonly Fact[];
  readonly from: ts.Node;
}

/** What holds when `use` is evaluated. Whatever is written in between is taken away again. */
export function factsAt(use: ts.Node): Fact[] {
  const result: Fact[] = [];
  let outermostLoop: ts.Node | null = null;
  for (let node = use; node.parent !== undefined && !ts.isSourceFile(node); node = node.parent) {
    if (isFunctionNode(node)) break;
    // What stands above a loop holds in it only if no turn of the loop, an earlier one either, undoes it.
    if (isLoop(node)) outermostLoop = node;
    for (const guard of guardsAbove(node)) {
      const region = { from: guard.from, to: use, loop: outermostLoop };
      result.push(...guard.facts.filter((fact) => survives(fact, region)));
    }
  }
  return result;
}

function guardsAbove(node: ts.Node): Guard[] {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.right === node) {
    const operator = ts.tokenToString(parent.operatorToken.kind);
    if (operator === "&&" || operator === "||") {
      return [{ facts: factsOf(parent.left, operator === "&&"), from: parent.left }];
    }
  }
  if (ts.isConditionalExpression(parent) && parent.condition !== node) {
    return [{ facts: factsOf(parent.condition, parent.whenTrue === node), from: parent.condition }];
  }
  if (ts.isIfStatement(parent) && parent.expression !== node) {
    return [
      { facts: factsOf(parent.expression, parent.thenStatement === node), from: parent.expression },
    ];
  }
  if (ts.isWhileStatement(parent) && parent.statement === node) {
    return [{ facts: factsOf(parent.expression, true), from: parent.expression }];
  }
  if (ts.isForStatement(parent) && parent.condition && parent.statement === node) {
    return [
      { facts: factsOf(parent.condition, true), from: parent.incrementor ?? parent.condition },
    ];
  }
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseClause(parent)
    ? guardsBefore(node, parent.statements)
    : [];
}

/** `if (…) return;` and `const n = text.length;` above `node` in its block. */
function guardsBefore(node: ts.Node, statements: readonly ts.Statement[]): Guard[] {
  const guards: Guard[] = [];
  for (const statement of statements) {
    if (statement === node) break;
    if (
      ts.isIfStatement(statement) &&
      statement.elseStatement === undefined &&
      isExit(statement.thenStatement)
    ) {
      guards.push({ facts: factsOf(statement.expression, false), from: statement });
    } else if (ts.isWhileStatement(statement) && !some(statement.statement, ts.isBreakStatement)) {
      guards.push({ facts: factsOf(statement.expression, false), from: statement });
    } else if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && initializer !== undefined) {
          guards.push({
            facts: [{ left: name, comparison: "===", right: bare(initializer) }],
            from: statement,
          });
        }
      }
    }
  }
  return guards;
}

interface Region {
  readonly from: ts.Node;
  readonly to: ts.Node;
  /** The outermost loop that the use is in and the guard is not: all of it may run in between. */
  readonly loop: ts.Node | null;
}

function survives(fact: Fact, region: Region): boolean {
  const operands = [fact.left, ...(typeof fact.right === "number" ? [] : [fact.right])];
  return operands.every((operand) => operand !== undefined && isStable(operand, region));
}

/** Names and members that `operand` reads are not written in `region`. */
function isStable(operand: ts.Expression, { from, to, loop }: Region): boolean {
  const names = new Set<string>();
  let throughMember = false;
  some(operand, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isPropertyAccessExpression(node)) throughMember ||= !isLengthOfName(node);
    return false;
  });
  const isBetween = (node: ts.Node) =>
    node.pos >= from.end && node.pos < to.pos && node.end <= to.end;
  const disturbs = (node: ts.Node): boolean => {
    const isRepeated = loop !== null && node.pos >= loop.pos && node.end <= loop.end;
    if (!isRepeated && (!isBetween(node) || leavesBefore(node, to))) return false;
    return writes(node, names) || (throughMember && isInvocation(node));
  };
  return !some(commonAncestor(from, to), disturbs);
}

/** Whether `node` is in a branch that ends by leaving, so that nobody gets from it to `use`. */
function leavesBefore(node: ts.Node, use: ts.Node): boolean {
  for (let current = node; !contains(current, use); current = current.parent) {
    if (isFunctionNode(current) || ts.isTryStatement(current)) return false;
    const { parent } = current;
    const isBranch =
      ts.isIfStatement(parent) &&
      (parent.thenStatement === current || parent.elseStatement === current);
    if (isBranch && leavesFor(current as ts.Statement, use)) return true;
  }
  return false;
}

/** Whether `branch` ends by a jump to where `use` is not reached without all conditions around it. */
function leavesFor(branch: ts.Statement, use: ts.Node): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  if (last === undefined) return false;
  if (ts.isReturnStatement(last)) return true;
  if ((!ts.isContinueStatement(last) && !ts.isBreakStatement(last)) || last.label) return false;
  let target: ts.Node = last;
  while (!isLoop(target) && !(ts.isBreakStatement(last) && ts.isSwitchStatement(target)))
    target = target.parent;
  return contains(target, use);
}

const contains = (outer: ts.Node, inner: ts.Node) =>
  outer.pos <= inner.pos && outer.end >= inner.end;

/** `text.length`: strings and bytes never change theirs, and what changes a list's is looked for by name. */
const isLengthOfName = (node: ts.PropertyAccessExpression) =>
  node.name.text === "length" && ts.isIdentifier(node.expression);

const SHRINKING = new Set(["pop", "shift", "splice"]);

function writes(node: ts.Node, names: ReadonlySet<string>): boolean {
  const isNamed = (target: ts.Node): boolean =>
    some(target, (part) => ts.isIdentifier(part) && names.has(part.text));
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
    const target = bare(node.left);
    return !ts.isElementAccessExpression(target) && isNamed(target);
  }
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    const { PlusPlusToken, MinusMinusToken } = ts.SyntaxKind;
    return (
      (node.operator === PlusPlusToken || node.operator === MinusMinusToken) &&
      isNamed(node.operand)
    );
  }
  // Another variable of the same name hides the first.
  if (ts.isVariableDeclaration(node) && isNamed(node.name)) return true;
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return SHRINKING.has(node.expression.name.text) && isNamed(node.expression.expression);
  }
  return false;
}

function commonAncestor(a: ts.Node, b: ts.Node): ts.Node {
  let node = a;
  while (node.parent !== undefined && !(node.pos <= b.pos && node.end >= b.end)) node = node.parent;
  return node;
}

/** The same names and members in the same order. */
export function isSame(a: ts.Expression, b: ts.Expression): boolean {
  const [left, right] = [bare(a), bare(b)];
  return isSimple(left) && left.getText() === right.getText();
}
