// Who calls which function: by its name, through a value, or from outside of the program.
import { ts } from "ts-morph";
import { isMethod, isPrivate } from "./class-syntax";
import { bare, hasModifier, isFunctionNode, type FunctionNode } from "./syntax";
import { isLibraryFile, type Types } from "./types";
import type { Uses } from "./uses";

export class Callers {
  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
  ) {}

  /** The function that a call runs, if the types say so. */
  calledBy(
    node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression,
  ): ts.Node | "library" | undefined {
    const declaration = this.types.calledBy(node);
    if (declaration === undefined) return undefined;
    if (isLibraryFile(declaration.getSourceFile())) return "library";
    if (!isFunctionNode(declaration) || declaration.body !== undefined) return declaration;
    const symbol =
      "name" in declaration && declaration.name ? this.types.symbolAt(declaration.name) : undefined;
    const all =
      symbol?.declarations ??
      (ts.isConstructorDeclaration(declaration) ? declaration.parent.members : []);
    return (
      all.find(
        (other) =>
          isFunctionNode(other) && other.kind === declaration.kind && other.body !== undefined,
      ) ?? declaration
    );
  }

  /** Whether `callee` can be nothing but `node`: a variable of the same type may hold another function. */
  isNameOf(callee: ts.Expression, node: FunctionNode): boolean {
    const inner = bare(callee);
    if (inner === node || !ts.isIdentifier(inner)) return inner === node;
    const holder = holderOf(node) ?? node;
    if (this.uses.declarationAt(inner) === holder) return true;
    const find = () => this.types.symbolAt(inner)?.declarations ?? [];
    return this.types.memory.nodes("declarations", inner, find).includes(holder);
  }

  /** The calls of the library that are given `node`. */
  libraryUsers(node: FunctionNode): (ts.CallExpression | ts.NewExpression)[] {
    const places: ts.Node[] = [node, ...this.referencesOf(node)];
    return places.flatMap((place) => {
      const call = outside(place).parent;
      const isCall = ts.isCallExpression(call) || ts.isNewExpression(call);
      return isCall && bare(call.expression) !== place && this.calledBy(call) === "library"
        ? [call]
        : [];
    });
  }

  private referencesOf(node: FunctionNode): ts.Node[] {
    const holder = holderOf(node);
    return holder === undefined ? [] : this.uses.of(holder).references;
  }

  /** Whether `node` is called by who does not name it. */
  escapes(node: FunctionNode): boolean {
    if (isMethod(node)) {
      if (ts.isObjectLiteralExpression(node.parent)) return true;
      return this.uses.of(node).references.some((reference) => {
        const access = ts.isPropertyAccessExpression(reference.parent)
          ? reference.parent
          : reference;
        return !isCallee(access);
      });
    }
    if (ts.isConstructorDeclaration(node)) return false;
    const holder = holderOf(node);
    if (holder === undefined) {
      const place = outside(node);
      return !isCallee(place) && !this.isLibraryCallback(place);
    }
    return this.uses.of(holder).references.some((reference) => {
      const isImport =
        ts.isImportSpecifier(reference.parent) || ts.isExportSpecifier(reference.parent);
      return !isImport && !isCallee(reference) && !this.isLibraryCallback(reference);
    });
  }

  /** Whether the library calls `place` and keeps it for nobody else, as `push` does. */
  private isLibraryCallback(place: ts.Node): boolean {
    const call = place.parent;
    if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return false;
    if (this.calledBy(call) !== "library") return false;
    const called = this.types.calledBy(call);
    const parameters = called !== undefined && ts.isFunctionLike(called) ? called.parameters : [];
    const index = call.arguments?.indexOf(place as ts.Expression) ?? -1;
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    return parameter !== undefined && ts.isParameter(parameter) && wantsFunction(parameter.type);
  }

  /** Whether whoever calls by the name of `node` calls `node`, and no other function has the name. */
  isAlone(node: FunctionNode): boolean {
    const holder = holderOf(node);
    const name = holder && ts.getNameOfDeclaration(holder);
    return name !== undefined && this.types.symbolAt(name)?.declarations?.length === 1;
  }

  /** All calls of `node`; null if others may call it. */
  callsOf(node: FunctionNode): ts.CallExpression[] | null {
    if (isMethod(node) || !this.isAlone(node) || this.isOpen(node) || this.escapes(node))
      return null;
    const calls: ts.CallExpression[] = [];
    for (const reference of this.referencesOf(node)) {
      const { parent } = reference;
      if (ts.isImportSpecifier(parent)) continue;
      if (!ts.isCallExpression(parent) || parent.expression !== reference) return null;
      calls.push(parent);
    }
    return calls;
  }

  /** Whether `node` may be called from outside of the program. */
  isOpen(node: FunctionNode): boolean {
    const isMember = isMethod(node) || ts.isConstructorDeclaration(node);
    return this.isExported(isMember && !isPrivate(node) ? node.parent : node);
  }

  /** Whether `node` may be used from outside of the program. */
  isExported(node: ts.Node): boolean {
    if (hasModifier(node, ts.SyntaxKind.ExportKeyword)) return true;
    const holder = isFunctionNode(node) ? holderOf(node) : (node as ts.Declaration);
    if (holder === undefined) return false;
    if (
      ts.isVariableDeclaration(holder) &&
      hasModifier(holder.parent.parent, ts.SyntaxKind.ExportKeyword)
    )
      return true;
    return this.uses
      .of(holder)
      .references.some(
        ({ parent }) => ts.isExportSpecifier(parent) || ts.isExportAssignment(parent),
      );
  }
}

/** `((value: T) => U) | null` and the like, in the words of the library. */
function wantsFunction(type: ts.TypeNode | undefined): boolean {
  if (type === undefined) return false;
  if (ts.isUnionTypeNode(type)) return type.types.some(wantsFunction);
  return ts.isParenthesizedTypeNode(type) ? wantsFunction(type.type) : ts.isFunctionTypeNode(type);
}

/** What names a function: itself, or the constant that it is the value of. */
function holderOf(node: FunctionNode): ts.Declaration | undefined {
  if (ts.isFunctionDeclaration(node)) return node;
  const place = outside(node);
  const { parent } = place;
  const isConstant =
    ts.isVariableDeclaration(parent) &&
    parent.type === undefined &&
    (parent.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant ? parent : undefined;
}

/** `node` with the parentheses around it. */
function outside(node: ts.Node): ts.Node {
  let place = node;
  while (ts.isParenthesizedExpression(place.parent) || ts.isAssertionExpression(place.parent))
    place = place.parent;
  return place;
}

const isCallee = (node: ts.Node): boolean =>
  ((ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent)) &&
    node.parent.expression === node) ||
  (ts.isTaggedTemplateExpression(node.parent) && node.parent.tag === node);
