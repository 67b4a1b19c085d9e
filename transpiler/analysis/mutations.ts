// Whether a call may change what objects hold, as far as the program is written down.
import { ts } from "ts-morph";
import { CHANGING } from "./container-methods";
import { bare, isAssignmentOperator, isFunctionNode, isWithin, type FunctionNode } from "./syntax";
import { isLibraryFile, type Types } from "./types";
import type { Uses } from "./uses";
import { walk } from "./walk";
import { isStep } from "./writes";

const MUTATORS: ReadonlySet<string> = new Set([...CHANGING, "assign", "next"]);

export class Mutations {
  private readonly known = new Map<ts.Node, boolean>();
  /** What counts as harmless as long as what is being asked about does: functions may call each other. */
  private supposed: ts.Node[] | null = null;

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
  ) {}

  /** Whether evaluating `node` may change an object that is not made there. */
  in(node: ts.Node): boolean {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const isFirst = this.supposed === null;
    const supposed = (this.supposed ??= []);
    supposed.push(node);
    this.known.set(node, false);
    let found = false;
    walk(node, (part) => {
      found ||= this.isMutation(part, node);
      return !found;
    });
    if (found && isFirst) supposed.forEach((one) => !this.known.get(one) && this.known.delete(one));
    if (found) this.known.set(node, true);
    if (isFirst) this.supposed = null;
    return found;
  }

  private isMutation(node: ts.Node, scope: ts.Node): boolean {
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
    if (ts.isDeleteExpression(node)) return true;
    if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind))
      return !ts.isIdentifier(bare(node.left));
    if (isStep(node)) return !ts.isIdentifier(bare(node.operand));
    return (ts.isCallExpression(node) || ts.isNewExpression(node)) && this.isMutating(node, scope);
  }

  private isMutating(node: ts.CallExpression | ts.NewExpression, scope: ts.Node): boolean {
    const declaration = this.types.calledBy(node);
    if (declaration !== undefined && isLibraryFile(declaration.getSourceFile())) {
      const callee = bare(node.expression);
      const receiver = ts.isPropertyAccessExpression(callee) ? callee : null;
      const isMutator = receiver !== null && MUTATORS.has(receiver.name.text);
      const handed = (node.arguments ?? []).some((argument) => this.isForeign(bare(argument)));
      return handed || (isMutator && !this.isOwn(receiver.expression, scope));
    }
    const isWritten = declaration !== undefined && isFunctionNode(declaration);
    return !isWritten || (declaration as FunctionNode).body === undefined || this.in(declaration);
  }

  /** A function that is handed over by its name; one that is written in place is looked into. */
  private isForeign(argument: ts.Expression): boolean {
    if (isFunctionNode(argument) || this.types.kindAt(argument) !== "function") return false;
    const declaration = this.uses.declarationAt(argument);
    if (declaration === undefined) return true;
    if (isLibraryFile(declaration.getSourceFile())) return false;
    const body = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    return body === undefined || !isFunctionNode(bare(body as ts.Expression)) || this.in(body);
  }

  /** A container that `scope` itself has made. */
  private isOwn(container: ts.Expression, scope: ts.Node): boolean {
    const inner = bare(container);
    if (ts.isArrayLiteralExpression(inner)) return true;
    const declaration = ts.isIdentifier(inner) ? this.uses.declarationAt(inner) : undefined;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
    const made = declaration.initializer && bare(declaration.initializer);
    const isFresh =
      made !== undefined && (ts.isArrayLiteralExpression(made) || ts.isNewExpression(made));
    return isFresh && isWithin(declaration, scope) && this.uses.of(declaration).writes.length === 0;
  }
}
