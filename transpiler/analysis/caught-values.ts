// Whether what is caught, or what a promise failed by, gets to where any value may be: to be printed
// there, say. What is only asked for its class, its message or its text does not.
import { ts } from "ts-morph";
import { isReason, textPart } from "./caught-texts";
import { isFoundNoError } from "./error-tests";
import { bare, isCaughtDeclaration, isFunctionNode } from "./syntax";
import { isLibraryFile, type Types } from "./types";
import type { Uses } from "./uses";
import { some } from "./walk";

const OPEN = ts.TypeFlags.Unknown | ts.TypeFlags.Any;

/** Operators whose value may be one of their operands. */
const HANDING_ON: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Functions of the library that make a text of what they get, or print it as no other side does. */
const MAKING_TEXT = /^(Boolean|String|console\.(error|warn)|Promise\.reject)$/;

export class CaughtValues {
  private readonly seen = new Set<ts.Declaration>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
  ) {}

  /** Whether what is caught in one of `files` is handed on as it is. */
  getOn(files: readonly ts.SourceFile[]): boolean {
    return files.some((file) => some(file, (node) => this.startsAt(node)));
  }

  private startsAt(node: ts.Node): boolean {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node))
      return isCaughtDeclaration(node) && this.getsOnFrom(node);
    if (ts.isPropertyAccessExpression(node) && isReason(node, this.types.checker))
      return this.getsOn(node);
    if (ts.isBindingElement(node)) return (node.propertyName ?? node.name).getText() === "reason";
    return ts.isCallExpression(node) && this.hasOpenHandler(node);
  }

  /** `promise.catch(console.log)` */
  private hasOpenHandler(node: ts.CallExpression): boolean {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee)) return false;
    const index = ["catch", "then"].indexOf(callee.name.text);
    const handler = index < 0 ? undefined : node.arguments[index];
    if (handler === undefined || isFunctionNode(bare(handler))) return false;
    const [first] = this.types.typeAt(handler).getCallSignatures()[0]?.parameters ?? [];
    if (first === undefined) return false;
    return (this.types.checker.getTypeOfSymbol(first).flags & OPEN) !== 0;
  }

  /** Whether the value of a variable is handed on. */
  private getsOnFrom(declaration: ts.VariableDeclaration | ts.ParameterDeclaration): boolean {
    if (this.seen.has(declaration)) return false;
    this.seen.add(declaration);
    const { name } = declaration;
    if (ts.isObjectBindingPattern(name))
      return name.elements.some((part) => textPart(part) === null);
    if (!ts.isIdentifier(name)) return true;
    return this.uses.of(declaration).references.some((reference) => this.getsOn(reference));
  }

  private getsOn(node: ts.Node): boolean {
    if (!ts.isExpression(node) || (this.types.typeAt(node).flags & OPEN) === 0) return false;
    if (isFoundNoError(node)) return false;
    const { parent } = node;
    if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent))
      return this.getsOn(parent);
    if (ts.isAssertionExpression(parent)) return this.getsOn(parent);
    if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
    if (ts.isBinaryExpression(parent)) return this.getsOnInOperation(node, parent);
    if (ts.isConditionalExpression(parent)) return parent.condition !== node && this.getsOn(parent);
    if (ts.isVariableDeclaration(parent)) return this.getsOnFrom(parent);
    if (ts.isCallExpression(parent)) return this.getsOnInCall(node, parent);
    return !isHarmless(parent);
  }

  private getsOnInOperation(node: ts.Node, parent: ts.BinaryExpression): boolean {
    if (!HANDING_ON.has(parent.operatorToken.kind) || parent.left === node)
      return HANDING_ON.has(parent.operatorToken.kind) && !isStatement(parent)
        ? this.getsOn(parent)
        : false;
    if (parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return this.getsOn(parent);
    const target = ts.isIdentifier(parent.left) ? this.uses.declarationAt(parent.left) : undefined;
    const isVariable = target !== undefined && ts.isVariableDeclaration(target);
    return !isVariable || !isStatement(parent) || this.getsOnFrom(target);
  }

  private getsOnInCall(node: ts.Expression, call: ts.CallExpression): boolean {
    const called = this.types.calledBy(call);
    if (called === undefined) return true;
    if (isLibraryFile(called.getSourceFile()))
      // A function that the library gives, as the `reject` of a promise, keeps nothing.
      return !ts.isFunctionTypeNode(called) && !MAKING_TEXT.test(call.expression.getText());
    const index = call.arguments.indexOf(node);
    const isPlain = isFunctionNode(called) && called.body !== undefined;
    const parameter = isPlain ? called.parameters[index] : undefined;
    return parameter?.dotDotDotToken !== undefined || parameter === undefined
      ? true
      : this.getsOnFrom(parameter);
  }
}

const isStatement = (node: ts.Node) => ts.isExpressionStatement(node.parent);

/** `throw error`, `` `${error}` ``, `if (error)` and the like. */
const isHarmless = (parent: ts.Node): boolean =>
  ts.isThrowStatement(parent) ||
  ts.isTemplateSpan(parent) ||
  ts.isIfStatement(parent) ||
  ts.isTypeOfExpression(parent) ||
  ts.isExpressionStatement(parent) ||
  (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken);
