// Functions that functions give: `const next = makeCounter(3)` is called where `next` is called, and
// nowhere else. Followed through results and constants; what cannot be followed may be anything.
import { ts } from "ts-morph";
import type { Callers } from "./callers";
import { isMethod } from "./class-syntax";
import { joined } from "./joined";
import { returnedBy } from "./returned";
import { bare, isAsync, isFunctionNode, isGenerator, type FunctionNode } from "./syntax";
import type { Uses } from "./uses";

type Call = ts.CallExpression | ts.NewExpression;

export class FunctionFlow {
  private readonly targets = new Map<ts.Expression, readonly FunctionNode[] | null>();
  private readonly places = new Map<ts.Node, readonly ts.CallExpression[] | null>();

  constructor(
    private readonly uses: Uses,
    private readonly callers: Callers,
  ) {}

  /** The functions of which a call runs one; null if that cannot be said. */
  targetsOf(node: Call): readonly FunctionNode[] | null {
    return ts.isCallExpression(node) ? this.functionsIn(node.expression) : null;
  }

  /** All calls of a function that stands in an expression; null if others may call it. */
  callsOf(node: FunctionNode): readonly ts.CallExpression[] | null {
    if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return null;
    const calls = this.callsFrom(node);
    return calls?.every((call) => this.targetsOf(call) !== null) ? calls : null;
  }

  private functionsIn(expression: ts.Expression): readonly FunctionNode[] | null {
    const node = bare(expression);
    const known = this.targets.get(node);
    if (known !== undefined) return known;
    // What is made of itself cannot be said.
    this.targets.set(node, null);
    const functions = this.findFunctions(node);
    this.targets.set(node, functions);
    return functions;
  }

  private findFunctions(node: ts.Expression): readonly FunctionNode[] | null {
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return [node];
    if (ts.isCallExpression(node)) {
      const makers = this.targetsOf(node);
      return joined(makers, (maker) =>
        runsAtOnce(maker) ? joined(returnedBy(maker), (made) => this.functionsIn(made)) : null,
      );
    }
    const declaration = ts.isIdentifier(node) ? this.uses.declarationAt(node) : undefined;
    if (declaration === undefined) return null;
    if (ts.isFunctionDeclaration(declaration))
      return declaration.body !== undefined && this.callers.isAlone(declaration)
        ? [declaration]
        : null;
    const value = constantValue(declaration);
    return value === undefined ? null : this.functionsIn(value);
  }

  /** The calls of what stands at `node`. */
  private callsFrom(node: ts.Node): readonly ts.CallExpression[] | null {
    const known = this.places.get(node);
    if (known !== undefined) return known;
    this.places.set(node, null);
    const calls = this.findCalls(node);
    this.places.set(node, calls);
    return calls;
  }

  private findCalls(node: ts.Node): readonly ts.CallExpression[] | null {
    const { parent } = node;
    if (ts.isParenthesizedExpression(parent)) return this.callsFrom(parent);
    if (ts.isCallExpression(parent)) return parent.expression === node ? [parent] : null;
    if (ts.isVariableDeclaration(parent) && constantValue(parent) === node)
      return this.callers.isExported(parent)
        ? null
        : joined(this.uses.of(parent).references, (reference) => this.callsFrom(reference));
    const maker = ts.isReturnStatement(parent) ? functionAround(parent) : parent;
    const isResult = maker !== parent || (ts.isArrowFunction(parent) && parent.body === node);
    if (!isResult || maker === undefined || !isFunctionNode(maker) || !runsAtOnce(maker))
      return null;
    const calls = this.callers.callsOf(maker) ?? this.callsOf(maker);
    return joined(calls, (call) => this.callsFrom(call));
  }
}

/** What a constant with one name is. */
function constantValue(node: ts.Declaration): ts.Expression | undefined {
  const isConstant =
    ts.isVariableDeclaration(node) &&
    ts.isIdentifier(node.name) &&
    (node.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant ? node.initializer : undefined;
}

function functionAround(node: ts.Node): FunctionNode | undefined {
  let current: ts.Node = node.parent;
  while (!isFunctionNode(current) && !ts.isSourceFile(current)) current = current.parent;
  return isFunctionNode(current) ? current : undefined;
}

/** Neither a method, nor asynchronous, nor a generator. */
const runsAtOnce = (node: FunctionNode): boolean =>
  !isMethod(node) && !isAsync(node) && !isGenerator(node);
