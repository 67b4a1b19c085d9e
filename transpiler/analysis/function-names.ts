// Functions and classes as the console shows them: by the name that they were given (ECMAScript 10.2.9).
import { ts } from "ts-morph";
import { baseExpression } from "./class-syntax";
import { bare, hasModifier, isAssignmentOperator, propertyName } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { walk } from "./walk";

export class FunctionNames {
  /** What members of each name hold; null where that differs, or is not known. */
  private members: Map<string, string | null> | null = null;

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly files: readonly ts.SourceFile[],
  ) {}

  /** `[Function: name]` of the functions that members called `name` are; null if they differ. */
  ofMember(name: string): string | null {
    if (this.members === null) {
      this.members = new Map();
      for (const file of this.files) walk(file, (node) => this.enter(node));
    }
    return this.members.get(name) ?? null;
  }

  /** What `node` is shown as: a function or class by its name, or one that is made in place. */
  of(node: ts.Expression): string | null {
    const inner = bare(node);
    if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner))
      return functionWord(inner, givenName(inner));
    if (ts.isClassExpression(inner)) return classWord(inner);
    if (!ts.isIdentifier(inner)) return null;
    const declaration = this.uses.declarationAt(inner);
    if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return null;
    if (this.uses.of(declaration).writes.length > 0) return null;
    if (ts.isFunctionDeclaration(declaration))
      return functionWord(declaration, givenName(declaration));
    if (ts.isClassLike(declaration)) return classWord(declaration);
    const isConstant = ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name);
    return isConstant && declaration.initializer !== undefined
      ? this.of(declaration.initializer)
      : null;
  }

  private enter(node: ts.Node): void {
    if (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent)) {
      const own = propertyName(node.name);
      if (own !== undefined) this.set(own, functionWord(node, own));
    } else if (ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
      const own = propertyName(node.name);
      if (own !== undefined && node.initializer !== undefined) this.put(own, node.initializer);
    } else if (ts.isShorthandPropertyAssignment(node)) this.put(node.name.text, node.name);
    else if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent))
      this.set(node.name.getText(), null);
    else if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
      const target = bare(node.left);
      if (ts.isPropertyAccessExpression(target)) this.put(target.name.text, node.right);
    }
  }

  private put(own: string, value: ts.Expression): void {
    if (this.types.kindsAt(value).has("function")) this.set(own, this.of(value));
  }

  private set(own: string, text: string | null): void {
    const isNew = this.members?.has(own) === false;
    this.members?.set(own, isNew || this.members.get(own) === text ? text : null);
  }
}

/** `[Function: own]` */
export function functionWord(node: ts.SignatureDeclaration, own: string): string {
  const isAsync = hasModifier(node, ts.SyntaxKind.AsyncKeyword);
  const isGenerator = "asteriskToken" in node && node.asteriskToken !== undefined;
  const word = `${isAsync ? "Async" : ""}${isGenerator ? "Generator" : ""}Function`;
  return `[${word}${own === "" ? " (anonymous)" : `: ${own}`}]`;
}

/** A class with static fields shows those as well. */
function classWord(node: ts.ClassLikeDeclaration): string | null {
  const hasStatics = node.members.some(
    (member) =>
      hasModifier(member, ts.SyntaxKind.StaticKeyword) && ts.isPropertyDeclaration(member),
  );
  const base = baseExpression(node);
  if (hasStatics || (base !== undefined && !ts.isIdentifier(base))) return null;
  const own = givenName(node) || "(anonymous)";
  return `[class ${own}${base === undefined ? "" : ` extends ${base.text}`}]`;
}

/** "" for what has no name. */
function givenName(node: ts.ClassLikeDeclaration | ts.SignatureDeclaration): string {
  if (node.name !== undefined) return propertyName(node.name as ts.PropertyName) ?? "";
  let place: ts.Node = node;
  while (ts.isParenthesizedExpression(place.parent)) place = place.parent;
  const { parent } = place;
  const isNamed =
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent);
  if (isNamed && parent.initializer === place)
    return propertyName(parent.name as ts.PropertyName) ?? "";
  const isAssigned = ts.isBinaryExpression(parent) && parent.right === place;
  return isAssigned && ts.isIdentifier(parent.left) ? parent.left.text : "";
}
