// Whether what a condition said still holds further on: nothing that runs in between may write to
// what it names, or make an array that it measures shorter, by whatever name.
import { ts } from "ts-morph";
import type { Changes } from "./changes";
import type { Fact } from "./facts";
import { bare, isAssignmentOperator, isFunctionNode, isInvocation, isLoop } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { some } from "./walk";

export interface Region {
  readonly from: ts.Node;
  readonly to: ts.Node;
  /** The outermost loop that the use is in and the guard is not: all of it may run in between. */
  readonly loop: ts.Node | null;
}

/** What an operand reads. */
interface Reads {
  readonly names: Set<string>;
  readonly variables: Set<ts.Declaration>;
  /** The arrays that it names: their length is compared. */
  readonly arrays: ts.Expression[];
  throughMember: boolean;
}

export class FactSurvival {
  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly changes: Changes,
  ) {}

  /** What is left of `fact` at the end of `region`. */
  of(fact: Fact, region: Region): Fact | null {
    const operands = [fact.left, ...(typeof fact.right === "number" ? [] : [fact.right])];
    const reads = this.readBy(operands);
    if (this.happens(region, (node) => this.disturbs(node, reads, region.to))) return null;
    const mayBeLonger = this.happens(region, (node) =>
      reads.arrays.some(
        (array) => this.changes.areBegunBy(node) && this.changes.mayChange(node, array),
      ),
    );
    return mayBeLonger ? { ...fact, mayBeLonger } : fact;
  }

  private readBy(operands: readonly ts.Expression[]): Reads {
    const reads: Reads = {
      names: new Set(),
      variables: new Set(),
      arrays: [],
      throughMember: false,
    };
    for (const operand of operands)
      some(operand, (node) => {
        if (ts.isIdentifier(node)) {
          reads.names.add(node.text);
          const declaration = this.uses.declarationAt(node);
          if (declaration !== undefined) reads.variables.add(declaration);
        }
        const isMember = ts.isPropertyAccessExpression(node);
        if (isMember) reads.throughMember ||= !isLengthOfName(node);
        if ((isMember || ts.isIdentifier(node)) && this.types.kindAt(node) === "array")
          reads.arrays.push(node);
        return false;
      });
    return reads;
  }

  private disturbs(node: ts.Node, reads: Reads, use: ts.Node): boolean {
    if (writes(node, reads.names)) return true;
    if (!this.changes.areBegunBy(node)) return false;
    if (reads.throughMember && isLeaving(node)) return true;
    return (
      reads.arrays.some((array) => this.changes.mayShorten(node, array)) ||
      [...reads.variables].some((variable) => this.changes.mayAssign(node, variable, use))
    );
  }

  /** Whether `what` may happen between a guard and the use, which names and members are written in. */
  private happens({ from, to, loop }: Region, what: (node: ts.Node) => boolean): boolean {
    // What `to` is a part of is done after it.
    const isBetween = (node: ts.Node) => node.pos >= from.end && node.end <= to.pos;
    return some(commonAncestor(from, to), (node) => {
      const isRepeated = loop !== null && node.pos >= loop.pos && node.end <= loop.end;
      if (!isRepeated && (!isBetween(node) || leavesBefore(node, to))) return false;
      return what(node);
    });
  }
}

const isLeaving = (node: ts.Node): boolean =>
  isInvocation(node) || ts.isAwaitExpression(node) || ts.isYieldExpression(node);

/** Whether `node` is in a branch that ends by leaving, or in the other one, so that nobody gets from it to `use`. */
function leavesBefore(node: ts.Node, use: ts.Node): boolean {
  for (let current = node; !contains(current, use); current = current.parent) {
    if (isFunctionNode(current) || ts.isTryStatement(current)) return false;
    const { parent } = current;
    const isBranch =
      ts.isIfStatement(parent) &&
      (parent.thenStatement === current || parent.elseStatement === current);
    if (isBranch && contains(parent, use) && !contains(parent.expression, use)) return true;
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

/** `text.length`: what changes an array's is looked for by itself. */
const isLengthOfName = (node: ts.PropertyAccessExpression) =>
  node.name.text === "length" && ts.isIdentifier(node.expression);

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
  return (
    (ts.isForOfStatement(node) || ts.isForInStatement(node)) &&
    !ts.isVariableDeclarationList(node.initializer) &&
    isNamed(node.initializer)
  );
}

function commonAncestor(a: ts.Node, b: ts.Node): ts.Node {
  let node = a;
  while (node.parent !== undefined && !(node.pos <= b.pos && node.end >= b.end)) node = node.parent;
  return node;
}
