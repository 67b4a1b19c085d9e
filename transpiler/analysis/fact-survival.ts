// Whether what a condition said still holds further on: nothing that runs in between may write to
// what it names, or make an array that it measures shorter, by whatever name.
import { ts } from "ts-morph";
import type { Changes } from "./changes";
import type { Fact } from "./facts";
import { RUNNING_OR_WRITING } from "./own-effects";
import { bare, isAssignmentOperator, isFunctionNode, isInvocation, isLoop } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { walk, walkKinds } from "./walk";
import { isStep } from "./writes";

export interface Region {
  readonly from: ts.Node;
  readonly to: ts.Node;
  /** The outermost loop that the use is in and the guard is not: all of it may run in between. */
  readonly loop: ts.Node | null;
}

/** What a fact reads. */
interface Reads {
  readonly names: Set<string>;
  /** Those that are written to anywhere. */
  readonly variables: Set<ts.Declaration>;
  /** The arrays that it names: their length is compared. */
  readonly arrays: ts.Expression[];
  /** The arrays of which it names an element. */
  readonly holders: ts.Expression[];
  throughMember: boolean;
}

/** What a file does, in order: where it writes to which name, and what may run functions. */
interface Events {
  readonly writes: ReadonlyMap<string, readonly ts.Node[]>;
  readonly begun: readonly ts.Node[];
}

/** A variable that is declared hides another of its name. */
const EVENTS = new Set([...RUNNING_OR_WRITING, ts.SyntaxKind.VariableDeclaration]);

export class FactSurvival {
  private readonly events = new Map<ts.SourceFile, Events>();
  private readonly reads = new WeakMap<Fact, Reads>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly changes: Changes,
  ) {}

  /** What is left of `fact` at the end of `region`. */
  of(fact: Fact, region: Region): Fact | null {
    const reads = this.readBy(fact);
    const { writes, begun } = this.eventsOf(region.to.getSourceFile());
    for (const name of reads.names)
      if (happens(region, writes.get(name) ?? [], () => true)) return null;
    const { arrays, variables, throughMember } = reads;
    if (arrays.length === 0 && variables.size === 0 && !throughMember) return fact;
    if (happens(region, begun, (node) => this.disturbs(node, reads, region.to))) return null;
    const mayBeLonger =
      arrays.length > 0 &&
      happens(region, begun, (node) => arrays.some((array) => this.changes.mayChange(node, array)));
    return mayBeLonger ? { ...fact, mayBeLonger } : fact;
  }

  private readBy(fact: Fact): Reads {
    const known = this.reads.get(fact);
    if (known !== undefined) return known;
    const reads: Reads = {
      names: new Set(),
      variables: new Set(),
      arrays: [],
      holders: [],
      throughMember: false,
    };
    this.reads.set(fact, reads);
    for (const operand of [fact.left, fact.right])
      if (operand !== undefined && typeof operand !== "number")
        walk(operand, (node) => this.enterRead(node, reads));
    return reads;
  }

  private enterRead(node: ts.Node, reads: Reads): void {
    if (ts.isIdentifier(node)) {
      reads.names.add(node.text);
      const declaration = this.uses.declarationAt(node);
      if (declaration !== undefined && this.uses.of(declaration).writes.length > 0)
        reads.variables.add(declaration);
    }
    const isMember = ts.isPropertyAccessExpression(node);
    if (isMember) reads.throughMember ||= !isLengthOfName(node);
    const isElement = ts.isElementAccessExpression(node);
    if (isElement) reads.holders.push(node.expression);
    if ((isMember || isElement || ts.isIdentifier(node)) && this.types.kindAt(node) === "array")
      reads.arrays.push(node);
  }

  private disturbs(node: ts.Node, reads: Reads, use: ts.Node): boolean {
    if (reads.throughMember && isLeaving(node)) return true;
    return (
      reads.arrays.some((array) => this.changes.mayShorten(node, array)) ||
      reads.holders.some((holder) => this.changes.mayRearrange(node, holder)) ||
      [...reads.variables].some((variable) => this.changes.mayAssign(node, variable, use))
    );
  }

  private eventsOf(file: ts.SourceFile): Events {
    const known = this.events.get(file);
    if (known !== undefined) return known;
    const writes = new Map<string, ts.Node[]>();
    const begun: ts.Node[] = [];
    walkKinds(file, EVENTS, (node) => {
      if (this.changes.areBegunBy(node)) begun.push(node);
      const target = writtenBy(node);
      if (target === null) return;
      walk(target, (part) => {
        if (!ts.isIdentifier(part)) return;
        const before = writes.get(part.text);
        if (before === undefined) writes.set(part.text, [node]);
        else before.push(node);
      });
    });
    const events = { writes, begun };
    this.events.set(file, events);
    return events;
  }
}

/** Whether `what` is true of any of `events` that may happen between a guard and the use. */
function happens(
  { from, to, loop }: Region,
  events: readonly ts.Node[],
  what: (node: ts.Node) => boolean,
): boolean {
  const end = Math.max(to.pos, loop?.end ?? 0);
  for (let place = firstFrom(events, Math.min(from.end, loop?.pos ?? from.end)); ; place++) {
    const node = events[place];
    if (node === undefined || node.pos > end) return false;
    const isRepeated = loop !== null && node.pos >= loop.pos && node.end <= loop.end;
    // What `to` is a part of is done after it.
    const isBetween = node.pos >= from.end && node.end <= to.pos;
    if ((isRepeated || (isBetween && !leavesBefore(node, to))) && what(node)) return true;
  }
}

/** Where the nodes that begin at `start` or later begin in `nodes`, which are in order. */
function firstFrom(nodes: readonly ts.Node[], start: number): number {
  let low = 0;
  for (let high = nodes.length; low < high;) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.pos < start) low = middle + 1;
    else high = middle;
  }
  return low;
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

/** The names that `node` writes to are in it. */
function writtenBy(node: ts.Node): ts.Node | null {
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
    const target = bare(node.left);
    return ts.isElementAccessExpression(target) ? null : target;
  }
  if (isStep(node)) return node.operand;
  // Another variable of the same name hides the first.
  if (ts.isVariableDeclaration(node)) return node.name;
  const isRunning = ts.isForOfStatement(node) || ts.isForInStatement(node);
  return isRunning && !ts.isVariableDeclarationList(node.initializer) ? node.initializer : null;
}
