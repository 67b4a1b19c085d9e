// Whether code may change how many elements an array, a Map or a Set has while something runs over it.
import { ts } from "ts-morph";
import {
  bare,
  isAssignmentOperator,
  isFunctionNode,
  isInvocation,
  isWithin,
  type FunctionNode,
} from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { walk } from "./walk";

const CHANGING = new Set(
  "add clear copyWithin delete pop push set shift splice unshift".split(" "),
);
const CONTAINERS = new Set(["array", "map", "set"]);

interface Effects {
  /** The containers that a function changes itself. */
  readonly changed: ts.Expression[];
  readonly called: FunctionNode[];
  /** Calls a function that only the running program knows. */
  callsUnknown: boolean;
}

export class Changes {
  private readonly effects = new Map<ts.Node, Effects>();
  private readonly everything: ts.Expression[] = [];

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) this.everything.push(...this.effectsOf(file).changed);
  }

  /** Whether running `body` may change `container`. */
  mayChange(body: ts.Node, container: ts.Expression): boolean {
    const type = this.types.checker.getNonNullableType(this.types.typeAt(container));
    if (this.isPrivate(container, body)) {
      const text = bare(container).getText();
      return this.effectsOf(body).changed.some((changed) => bare(changed).getText() === text);
    }
    return this.changedBy(body).some((changed) => this.isRelated(changed, type));
  }

  /** Whether any loop or callback of the program may change the Map or Set that it runs over. */
  private changedBy(body: ts.Node): ts.Expression[] {
    const seen = new Set<ts.Node>();
    const result: ts.Expression[] = [];
    const enter = (node: ts.Node): boolean => {
      if (seen.has(node)) return false;
      seen.add(node);
      const effects = this.effectsOf(node);
      result.push(...effects.changed);
      return effects.callsUnknown || effects.called.some(enter);
    };
    return enter(body) ? this.everything : result;
  }

  private isRelated(changed: ts.Expression, type: ts.Type): boolean {
    const { checker } = this.types;
    const other = checker.getNonNullableType(this.types.typeAt(changed));
    if (this.types.kindOf(other) !== this.types.kindOf(type)) return false;
    return checker.isTypeAssignableTo(other, type) || checker.isTypeAssignableTo(type, other);
  }

  /** A variable of a function that nothing but its own reads and methods reach. */
  private isPrivate(container: ts.Expression, body: ts.Node): boolean {
    const node = bare(container);
    if (ts.isArrayLiteralExpression(node)) return true;
    if (!ts.isIdentifier(node)) return false;
    const declaration = this.uses.declarationAt(node);
    if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
    if (declaration.initializer === undefined || !isFresh(declaration.initializer)) return false;
    const { references, writes } = this.uses.of(declaration);
    return (
      writes.length === 0 &&
      references.every((reference) => {
        const { parent } = reference;
        const isOutside = isWithin(reference, body) || !isInFunctionBelow(reference, declaration);
        if (ts.isForOfStatement(parent) && parent.expression === reference) return isOutside;
        return (
          isOutside &&
          (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
          parent.expression === reference
        );
      })
    );
  }

  private effectsOf(node: ts.Node): Effects {
    const known = this.effects.get(node);
    if (known !== undefined) return known;
    const effects: Effects = { changed: [], called: [], callsUnknown: false };
    this.effects.set(node, effects);
    walk(node, (part) => this.enter(part, node, effects));
    return effects;
  }

  private enter(node: ts.Node, scope: ts.Node, effects: Effects): void {
    if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
      const target = bare(node.left);
      const isLength = ts.isPropertyAccessExpression(target) && target.name.text === "length";
      if (ts.isElementAccessExpression(target) || isLength)
        this.addChange(target.expression, scope, effects);
    }
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) effects.callsUnknown = true;
    if (isInvocation(node)) this.enterCall(node, scope, effects);
  }

  private enterCall(
    node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression,
    scope: ts.Node,
    effects: Effects,
  ): void {
    const callee = bare(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
    if (ts.isPropertyAccessExpression(callee) && CHANGING.has(callee.name.text))
      this.addChange(callee.expression, scope, effects);
    const declaration = this.types.checker.getResolvedSignature(node)?.declaration;
    if (declaration === undefined) return;
    if (
      isFunctionNode(declaration as ts.Node) &&
      (declaration as FunctionNode).body !== undefined
    ) {
      effects.called.push(declaration as FunctionNode);
    } else if (!declaration.getSourceFile().isDeclarationFile) effects.callsUnknown = true;
  }

  private addChange(container: ts.Expression, scope: ts.Node, effects: Effects): void {
    if (!CONTAINERS.has(this.types.kindAt(container))) return;
    const inner = bare(container);
    const declaration = ts.isIdentifier(inner) ? this.uses.declarationAt(inner) : undefined;
    // What is made and changed in the same function is nobody else's.
    const isOwn =
      declaration !== undefined &&
      !ts.isSourceFile(scope) &&
      ts.isVariableDeclaration(declaration) &&
      isWithin(declaration, scope) &&
      declaration.initializer !== undefined &&
      isFresh(declaration.initializer);
    if (!isOwn) effects.changed.push(container);
  }
}

function isFresh(initializer: ts.Expression): boolean {
  const node = bare(initializer);
  return ts.isArrayLiteralExpression(node) || ts.isNewExpression(node);
}

function isInFunctionBelow(node: ts.Node, declaration: ts.Node): boolean {
  for (let current = node.parent; current !== undefined; current = current.parent) {
    if (isFunctionNode(current)) return !isWithin(declaration, current);
  }
  return false;
}
