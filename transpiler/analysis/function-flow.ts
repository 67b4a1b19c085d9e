// Functions as values: `const next = makeCounter(3)` is called where `next` is called, what is pushed
// to an array where something of the array is called, and nowhere else. Followed through results,
// constants, parameters and arrays; what cannot be followed may be anything.
import { ts } from "ts-morph";
import type { Callers } from "./callers";
import { ADDING } from "./container-methods";
import { joined } from "./joined";
import { returnedBy } from "./returned";
import { bare, isFunctionNode, isNamed, isTarget, type FunctionNode } from "./syntax";
import type { Uses } from "./uses";
import {
  alternativesOf,
  givenBy,
  isTested,
  returnedFrom,
  runsAtOnce,
  visitedBy,
  visitorOf,
  type ArrayMaker,
} from "./value-places";

type Call = ts.CallExpression | ts.NewExpression;

type Maker = FunctionNode | ArrayMaker;

/** What an array is given, and where its elements come out. */
interface Traffic {
  readonly given: readonly ts.Expression[];
  readonly taken: readonly ts.Node[];
}

const NO_TRAFFIC: Traffic = { given: [], taken: [] };

export class FunctionFlow {
  private readonly makers = new Map<ts.Expression, readonly Maker[] | null>();
  private readonly places = new Map<ts.Node, readonly ts.Node[] | null>();
  private readonly traffics = new Map<ArrayMaker, Traffic | null>();

  constructor(
    private readonly uses: Uses,
    private readonly callers: Callers,
  ) {}

  /** The functions of which a call runs one; null if that cannot be said. */
  targetsOf(node: Call): readonly FunctionNode[] | null {
    if (!ts.isCallExpression(node)) return null;
    return joined(this.madeAt(node.expression), (made) => (isFunctionNode(made) ? [made] : null));
  }

  /** All calls of a function that stands in an expression; null if others may call it. */
  callsOf(node: FunctionNode): readonly ts.CallExpression[] | null {
    const isValue = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
    const ends = isValue ? this.endsOf(node) : this.endsOfNamed(node);
    const calls = joined(ends, (end) => {
      const { parent } = end;
      if (ts.isCallExpression(parent) && parent.expression === end) return [parent];
      return isTested(end) ? [] : null;
    });
    return calls?.every((call) => this.targetsOf(call) !== null) ? calls : null;
  }

  /** All that the value of an expression was made as. */
  private madeAt(expression: ts.Expression): readonly Maker[] | null {
    // What is made of itself cannot be said.
    return remembered(this.makers, bare(expression), (node) => this.findMakers(node));
  }

  private findMakers(node: ts.Expression): readonly Maker[] | null {
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return [node];
    if (ts.isArrayLiteralExpression(node) || this.isMapping(node)) return [node];
    if (node.kind === ts.SyntaxKind.NullKeyword || isNamed(node, "undefined")) return [];
    const parts = alternativesOf(node);
    if (parts !== null) return joined(parts, (part) => this.madeAt(part));
    if (ts.isElementAccessExpression(node)) return this.madeWithin(node.expression);
    if (ts.isCallExpression(node))
      return joined(this.targetsOf(node), (target) =>
        runsAtOnce(target) ? joined(returnedBy(target), (made) => this.madeAt(made)) : null,
      );
    const declaration = ts.isIdentifier(node) ? this.uses.declarationAt(node) : undefined;
    return declaration === undefined ? null : this.madeAs(declaration);
  }

  private madeAs(declaration: ts.Declaration): readonly Maker[] | null {
    if (ts.isFunctionDeclaration(declaration))
      return declaration.body !== undefined && this.callers.isAlone(declaration)
        ? [declaration]
        : null;
    if (!this.isFixed(declaration)) return null;
    if (ts.isParameter(declaration)) return this.passedTo(declaration);
    const { initializer } = declaration;
    if (initializer !== undefined) return this.madeAt(initializer);
    const loop = declaration.parent.parent;
    return ts.isForOfStatement(loop) ? this.madeWithin(loop.expression) : null;
  }

  private passedTo(parameter: ts.ParameterDeclaration): readonly Maker[] | null {
    const owner = parameter.parent;
    if (!isFunctionNode(owner)) return null;
    const visited = visitedBy(parameter);
    if (visited !== null) return this.madeWithin(visited);
    const index = owner.parameters.indexOf(parameter);
    const calls = this.callers.callsOf(owner) ?? this.callsOf(owner);
    const passed = joined(calls, ({ arguments: args }) => {
      if (args.slice(0, index + 1).some(ts.isSpreadElement)) return null;
      const argument = args[index];
      return argument === undefined ? [] : this.madeAt(argument);
    });
    if (passed === null || parameter.initializer === undefined) return passed;
    const otherwise = this.madeAt(parameter.initializer);
    return otherwise && [...passed, ...otherwise];
  }

  /** What the elements of an array were made as. */
  private madeWithin(array: ts.Expression): readonly Maker[] | null {
    const given = joined(this.madeAt(array), (made) =>
      isFunctionNode(made) ? null : (this.trafficOf(made)?.given ?? null),
    );
    return joined(given, (element) => this.madeAt(element));
  }

  private trafficOf(array: ArrayMaker): Traffic | null {
    return remembered(this.traffics, array, () => {
      const given = givenBy(array);
      const all = joined(this.endsOf(array), (end) => {
        const traffic = this.trafficAt(end as ts.Expression);
        return traffic && [traffic];
      });
      if (given === null || all === null) return null;
      return {
        given: [...given, ...all.flatMap((traffic) => traffic.given)],
        taken: all.flatMap((traffic) => traffic.taken),
      };
    });
  }

  /** What is done with the array at `node`; null if anything may be. */
  private trafficAt(node: ts.Expression): Traffic | null {
    const { parent } = node;
    if (ts.isElementAccessExpression(parent) && parent.expression === node) {
      const write = parent.parent;
      return isTarget(parent) && ts.isBinaryExpression(write)
        ? { given: [write.right], taken: [] }
        : { given: [], taken: [parent] };
    }
    if (ts.isForOfStatement(parent) && parent.expression === node) {
      const [variable] = ts.isVariableDeclarationList(parent.initializer)
        ? parent.initializer.declarations
        : [];
      return variable && this.isFixed(variable) ? this.takenBy(variable) : null;
    }
    if (!ts.isPropertyAccessExpression(parent) || parent.expression !== node)
      return isTested(node) ? NO_TRAFFIC : null;
    if (parent.name.text === "length") return NO_TRAFFIC;
    const call = parent.parent;
    if (!ts.isCallExpression(call) || call.expression !== parent) return null;
    if (ADDING.has(parent.name.text))
      return call.arguments.some(ts.isSpreadElement) ? null : { given: call.arguments, taken: [] };
    const visitor = visitorOf(call);
    if (visitor === null) return null;
    const [parameter] = visitor.parameters;
    if (parameter === undefined) return NO_TRAFFIC;
    return this.isFixed(parameter) ? this.takenBy(parameter) : null;
  }

  private takenBy(declaration: ts.Declaration): Traffic {
    return { given: [], taken: this.uses.of(declaration).references };
  }

  /** The places up to which the value of `node` can be followed. */
  private endsOf(node: ts.Node): readonly ts.Node[] | null {
    return remembered(this.places, node, () => this.findEnds(node));
  }

  private findEnds(node: ts.Node): readonly ts.Node[] | null {
    const { parent } = node;
    if (ts.isExpression(parent) && bare(parent) !== parent) return this.endsOf(parent);
    if (ts.isExpression(parent) && alternativesOf(parent)?.includes(node as ts.Expression))
      return this.endsOf(parent);
    if (ts.isCallExpression(parent) && parent.expression !== node)
      return this.endsOfArgument(node, parent);
    if (ts.isArrayLiteralExpression(parent)) return this.endsOfElement(parent);
    if (ts.isBinaryExpression(parent) && parent.right === node) return this.endsOfStored(parent);
    const isGiven = ts.isVariableDeclaration(parent) || ts.isParameter(parent);
    if (isGiven && parent.initializer === node && this.isFixed(parent))
      return this.endsOfDeclared(parent);
    const maker = returnedFrom(node);
    if (maker === null) return [node];
    if (!runsAtOnce(maker)) return null;
    if (this.isMapping(maker.parent)) return this.endsOfElement(maker.parent);
    const calls = this.callers.callsOf(maker) ?? this.callsOf(maker);
    return joined(calls, (call) => this.endsOf(call));
  }

  private endsOfNamed(node: FunctionNode): readonly ts.Node[] | null {
    const isOwn = ts.isFunctionDeclaration(node) && this.callers.isAlone(node);
    return isOwn ? this.endsOfDeclared(node) : null;
  }

  private endsOfDeclared(declaration: ts.Declaration): readonly ts.Node[] | null {
    if (this.callers.isExported(declaration)) return null;
    return joined(this.uses.of(declaration).references, (reference) => this.endsOf(reference));
  }

  private endsOfArgument(node: ts.Node, call: ts.CallExpression): readonly ts.Node[] | null {
    const { expression: callee, arguments: args } = call;
    if (ts.isPropertyAccessExpression(callee))
      return ADDING.has(callee.name.text) ? this.endsOfStoredIn(callee.expression) : null;
    const index = args.indexOf(node as ts.Expression);
    if (args.slice(0, index).some(ts.isSpreadElement)) return null;
    return joined(this.targetsOf(call), ({ parameters }) => {
      const parameter = parameters[Math.min(index, parameters.length - 1)];
      if (parameter === undefined) return [];
      const isLast = parameter.dotDotDotToken !== undefined;
      if (parameters[index] !== parameter && !isLast) return [];
      return this.isFixed(parameter) ? this.endsOfDeclared(parameter) : null;
    });
  }

  /** `values[0] = f` */
  private endsOfStored(write: ts.BinaryExpression): readonly ts.Node[] | null {
    const target = bare(write.left);
    const isStore = isTarget(write.left) && ts.isElementAccessExpression(target);
    const isKept = isStore && ts.isExpressionStatement(write.parent);
    return isKept ? this.endsOfStoredIn(target.expression) : [write.right];
  }

  private endsOfStoredIn(array: ts.Expression): readonly ts.Node[] | null {
    return joined(this.madeAt(array), (made) =>
      isFunctionNode(made) ? null : this.endsOfElement(made),
    );
  }

  private endsOfElement(array: ArrayMaker): readonly ts.Node[] | null {
    return joined(this.trafficOf(array)?.taken ?? null, (taken) => this.endsOf(taken));
  }

  /** `names.map((name) => () => name)` */
  private isMapping(node: ts.Node): node is ts.CallExpression {
    return (
      ts.isCallExpression(node) &&
      visitorOf(node) !== null &&
      (node.expression as ts.PropertyAccessExpression).name.text === "map" &&
      this.callers.calledBy(node) === "library"
    );
  }

  /** Whether a variable or a parameter has one name and one value. */
  private isFixed(
    declaration: ts.Declaration,
  ): declaration is ts.VariableDeclaration | ts.ParameterDeclaration {
    const isVariable = ts.isVariableDeclaration(declaration);
    if (!isVariable && !ts.isParameter(declaration)) return false;
    const isRest = !isVariable && declaration.dotDotDotToken !== undefined;
    return (
      ts.isIdentifier(declaration.name) && !isRest && this.uses.of(declaration).writes.length === 0
    );
  }
}

/** Asked again while it is being found, it is unknown. */
function remembered<K, V>(known: Map<K, V | null>, key: K, find: (key: K) => V | null): V | null {
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, null);
  const found = find(key);
  known.set(key, found);
  return found;
}
