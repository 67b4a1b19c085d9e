// `break` and `continue`, also to a label. Python's reach the innermost loop alone: a jump beyond
// it sets a variable, and what stands after each loop in between looks at it.
import { ts } from "ts-morph";
import { isFunctionNode, isLoop } from "../analysis/syntax";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { assign, FALSE, ifStatement, name, simple, TRUE } from "../python/build";
import type { Context } from "./context";

type Kind = "break" | "continue";

/** A loop of Python that is being lowered, and the jumps that go through it. */
interface Frame {
  /** The loop, or the switch or block that became a loop of one turn. */
  readonly node: ts.Node;
  readonly crossed: Map<string, { readonly kind: Kind; readonly target: ts.Node }>;
}

export class Jumps {
  private frames: Frame[] = [];
  /** How a loop steps, before every `continue` as well. */
  readonly steps = new Map<ts.Node, () => py.Statement[]>();

  constructor(private readonly context: Context) {}

  /** Runs `make` for the body of a function, which no jump leaves. */
  inFunction<T>(make: () => T): T {
    const outer = this.frames;
    this.frames = [];
    const result = make();
    this.frames = outer;
    return result;
  }

  /** The Python loop that `make` makes of `node`, with what jumps through it need around it. */
  loop(node: ts.Node, make: () => py.Statement[]): py.Statement[] {
    const frame: Frame = { node, crossed: new Map() };
    this.frames.push(frame);
    const statements = make();
    this.frames.pop();
    if (frame.crossed.size === 0) return statements;
    const before: py.Statement[] = [];
    const after: py.Statement[] = [];
    for (const [flag, { kind, target }] of frame.crossed) {
      const isOutermost = this.frames.at(-1)?.node === target || this.frames.length === 0;
      if (isOutermost) before.push(assign(name(flag), FALSE));
      after.push(ifStatement(name(flag), this.leave(kind, target, flag)));
    }
    return [...before, ...statements, ...after];
  }

  /** The statements for `break` or `continue`. */
  jump(node: ts.BreakStatement | ts.ContinueStatement): py.Statement[] {
    const kind: Kind = ts.isBreakStatement(node) ? "break" : "continue";
    const target = targetOf(node);
    if (this.frames.at(-1)?.node === target) return this.direct(kind, target);
    const label = node.label?.text ?? "loop";
    const flag = this.context.freeName(
      kind === "break" ? target : bodyOf(target),
      pythonName(kind === "break" ? `leave_${label}` : `next_${label}`),
    );
    return [assign(name(flag), TRUE), ...this.leave(kind, target, flag)];
  }

  private leave(kind: Kind, target: ts.Node, flag: string): py.Statement[] {
    const frame = this.frames.at(-1);
    if (frame === undefined || frame.node === target) return this.direct(kind, target);
    frame.crossed.set(flag, { kind, target });
    return [simple("break")];
  }

  private direct(kind: Kind, target: ts.Node): py.Statement[] {
    const step = kind === "continue" ? (this.steps.get(target)?.() ?? []) : [];
    return [...step, simple(kind)];
  }
}

const bodyOf = (node: ts.Node): ts.Node => (isLoop(node) ? node.statement : node);

/** The loop, switch or labelled block that `node` leaves or continues. */
export function targetOf(node: ts.BreakStatement | ts.ContinueStatement): ts.Node {
  const { label } = node;
  for (let current: ts.Node = node.parent; ; current = current.parent) {
    if (isFunctionNode(current) || ts.isSourceFile(current)) return current;
    if (label !== undefined) {
      if (ts.isLabeledStatement(current) && current.label.text === label.text)
        return unlabelled(current);
    } else if (isLoop(current) || (ts.isBreakStatement(node) && ts.isSwitchStatement(current))) {
      return current;
    }
  }
}

export function unlabelled(node: ts.Statement): ts.Statement {
  return ts.isLabeledStatement(node) ? unlabelled(node.statement) : node;
}

/** Whether a `break` inside of `node` leaves `target`. */
export function breaksOut(node: ts.Node, target: ts.Node): boolean {
  if (isFunctionNode(node) || ts.isClassLike(node)) return false;
  if (ts.isBreakStatement(node) && targetOf(node) === target) return true;
  return ts.forEachChild(node, (child) => breaksOut(child, target) || undefined) ?? false;
}
