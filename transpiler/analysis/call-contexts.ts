// What a small function gives for the arguments of one call: `outer(inner(value))` is no circle,
// although both may be the same function. Without this all calls would be one (Sharir & Pnueli 1981).
import { ts } from "ts-morph";
import { either, type NumberInfo } from "./number-info";
import type { NumberSolver, Traced } from "./number-solver";
import { returnedBy } from "./returned";
import type { FunctionNode } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { runsAtOnce } from "./value-places";

/** Calls within calls: beyond this all calls of a function are one. */
const DEPTH = 4;

interface Frame {
  readonly target: FunctionNode;
  readonly given: ReadonlyMap<ts.Declaration, Traced>;
}

export class CallContexts {
  private frames: readonly Frame[] = [];

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly solver: NumberSolver,
    private readonly evaluate: (node: ts.Expression) => NumberInfo | null,
  ) {}

  /** Whether what is evaluated is part of a call. */
  get isInside(): boolean {
    return this.frames.length > 0;
  }

  /** What the call that is evaluated gives for a parameter; undefined where that is nothing of its own. */
  given(declaration: ts.Declaration): NumberInfo | null | undefined {
    const given = this.frames.at(-1)?.given.get(declaration);
    return given && this.solver.readAgain(given);
  }

  /** What `target` gives when `call` runs it. */
  resultOf(target: FunctionNode, call: ts.CallExpression): NumberInfo | null {
    const result = this.isSmall(target) ? returnedBy(target) : [];
    const isOpen = call.arguments.some(ts.isSpreadElement);
    const isDeep =
      this.frames.length >= DEPTH || this.frames.some((frame) => frame.target === target);
    if (result.length !== 1 || isOpen || isDeep) return this.solver.read(target);
    const given = new Map<ts.Declaration, Traced>();
    call.arguments.forEach((argument, index) => {
      const parameter = target.parameters[index];
      if (parameter !== undefined && this.isPlain(parameter))
        given.set(
          parameter,
          this.solver.traced(() => this.evaluate(argument)),
        );
    });
    const outer = this.frames;
    this.frames = [...outer, { target, given }];
    const info = result.reduce<NumberInfo | null>(
      (all, node) => either(all, this.evaluate(node)),
      null,
    );
    this.frames = outer;
    return info && this.asMade(info, target);
  }

  /** What makes a float of some values makes floats of all, of whole ones too: the function is written once. */
  private asMade(info: NumberInfo, target: FunctionNode): NumberInfo {
    const all = this.solver.apart(() => this.solver.read(target));
    return all === null || all.kind === "int" ? info : { ...info, kind: all.kind };
  }

  /** A function that is one expression. */
  private isSmall(target: FunctionNode): boolean {
    const { body } = target;
    if (body === undefined) return false;
    return runsAtOnce(target) && (!ts.isBlock(body) || body.statements.length === 1);
  }

  /** Whether a parameter is what is given for it, always. */
  private isPlain(parameter: ts.ParameterDeclaration): boolean {
    return (
      ts.isIdentifier(parameter.name) &&
      parameter.initializer === undefined &&
      parameter.dotDotDotToken === undefined &&
      this.uses.of(parameter).writes.length === 0 &&
      this.types.flavourAt(parameter) === undefined
    );
  }
}
