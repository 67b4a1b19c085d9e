// What a piece of code does by itself to containers that others may know, and what it runs.
import { ts } from "ts-morph";
import { isMethod } from "./class-syntax";
import { LENGTHENING, REARRANGING, SHORTENING } from "./container-methods";
import {
  bare,
  isFunctionNode,
  isInvocation,
  isWithin,
  lengthOwner,
  type FunctionNode,
} from "./syntax";
import { isLibraryFile, type Types } from "./types";
import type { Uses } from "./uses";
import { walkKinds } from "./walk";
import { WRITING, writesOf } from "./writes";

const CONTAINERS = new Set(["array", "map", "set"]);
/** Methods that the language calls by itself to make a text or a number of an object. */
const CONVERTING = ["toString", "valueOf", "toJSON"];
const PRIMITIVE = new Set(["boolean", "null", "number", "string"]);
/** What is run over without running code of the program. */
const PASSIVE = new Set(["array", "bytes", "map", "set", "string", "tuple", "typed"]);

const MEMBERS = new Set([
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.SetAccessor,
]);

/** What may run code of the program, or write to something. */
export const RUNNING_OR_WRITING = new Set([
  ...WRITING,
  ts.SyntaxKind.AwaitExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.SpreadElement,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.YieldExpression,
]);

export interface Change {
  readonly container: ts.Expression;
  readonly makes: "longer" | "rearranged" | "shorter";
  /** The place in `container[index] = …`, which is longer only where there was nothing. */
  readonly index?: ts.Expression;
}

export interface Effects {
  /** What a function changes itself. */
  readonly changes: Change[];
  /** Functions, and fields with a value. */
  readonly called: ts.Node[];
  /** Calls a function that only the running program knows. */
  callsUnknown: boolean;
}

export class OwnEffects {
  private readonly known = new Map<ts.Node, Effects>();
  /** The methods and accessors of all classes: which of them runs, only the running program knows. */
  private readonly members = new Map<string, FunctionNode[]>();
  /** Those of them that make texts of objects. */
  private readonly converters: FunctionNode[];

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) walkKinds(file, MEMBERS, (node) => this.enterMember(node));
    this.converters = CONVERTING.flatMap((name) => this.members.get(name) ?? []);
  }

  private enterMember(node: ts.Node): void {
    if (!isMethod(node) || !ts.isClassLike(node.parent)) return;
    const member = node as FunctionNode & { readonly name: ts.PropertyName };
    const name = member.name.getText();
    this.members.set(name, [...(this.members.get(name) ?? []), member]);
  }

  private membersAt(node: ts.PropertyAccessExpression): FunctionNode[] {
    return this.members.get(node.name.text) ?? [];
  }

  /** Whether reading or writing a member may run code. */
  isAccessor(node: ts.PropertyAccessExpression): boolean {
    return this.membersAt(node).some((member) => !ts.isMethodDeclaration(member));
  }

  /** The methods that run where `node` makes a text of an object. */
  convertersAt(node: ts.Node): FunctionNode[] {
    const converted = ts.isTemplateExpression(node)
      ? node.templateSpans.map(({ expression }) => expression)
      : ts.isBinaryExpression(node) && isAddition(node.operatorToken.kind)
        ? [node.left, node.right]
        : [];
    return this.convertersOf(converted);
  }

  private convertersOf(converted: readonly ts.Expression[]): FunctionNode[] {
    if (this.converters.length === 0) return [];
    const isObject = (node: ts.Expression) => !PRIMITIVE.has(this.types.kindAt(node));
    return converted.some(isObject) ? this.converters : [];
  }

  /** What evaluating `node` does, but for what it calls. */
  of(node: ts.Node): Effects {
    const before = this.known.get(node);
    if (before !== undefined) return before;
    const effects: Effects = { changes: [], called: [], callsUnknown: false };
    this.known.set(node, effects);
    walkKinds(node, RUNNING_OR_WRITING, (part) => this.enter(part, node, effects));
    return effects;
  }

  private enter(node: ts.Node, scope: ts.Node, effects: Effects): void {
    for (const { target } of writesOf(node)) this.enterStore(target, scope, effects);
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) effects.callsUnknown = true;
    if (ts.isForOfStatement(node) || ts.isSpreadElement(node))
      effects.callsUnknown ||= !PASSIVE.has(this.types.kindAt(node.expression));
    if (ts.isPropertyAccessExpression(node))
      effects.called.push(...this.membersAt(node).filter((one) => !ts.isMethodDeclaration(one)));
    if (isInvocation(node)) this.enterCall(node, scope, effects);
    else effects.called.push(...this.convertersAt(node));
  }

  private enterStore(target: ts.Expression, scope: ts.Node, effects: Effects): void {
    const measured = lengthOwner(target);
    if (measured !== null)
      this.addChange({ container: measured, makes: "shorter" }, scope, effects);
    if (!ts.isElementAccessExpression(target)) return;
    const { expression, argumentExpression } = target;
    const change = { container: expression, makes: "longer", index: argumentExpression } as const;
    this.addChange(change, scope, effects);
  }

  private enterCall(
    node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression,
    scope: ts.Node,
    effects: Effects,
  ): void {
    const callee = bare(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
    if (ts.isPropertyAccessExpression(callee)) {
      const { expression: container, name } = callee;
      if (SHORTENING.has(name.text))
        this.addChange({ container, makes: "shorter" }, scope, effects);
      if (LENGTHENING.has(name.text))
        this.addChange({ container, makes: "longer" }, scope, effects);
      if (REARRANGING.has(name.text))
        this.addChange({ container, makes: "rearranged" }, scope, effects);
      if (this.types.kindAt(container) === "instance")
        effects.called.push(...this.membersAt(callee));
    }
    if (ts.isNewExpression(node)) effects.called.push(...this.fieldsMadeBy(node));
    const declaration = this.types.calledBy(node);
    if (declaration === undefined) return;
    if (isFunctionNode(declaration) && declaration.body !== undefined)
      effects.called.push(declaration);
    else if (!declaration.getSourceFile().isDeclarationFile) effects.callsUnknown = true;
    else if (isLibraryFile(declaration.getSourceFile())) this.enterLibrary(node, effects);
  }

  private fieldsMadeBy(node: ts.NewExpression): readonly ts.Node[] {
    const find = () => this.fieldsOf(this.types.typeAt(node));
    return this.types.memory.nodes("fields made", node, find);
  }

  /** The fields that are given a value while an object of `type` is made. */
  private fieldsOf(type: ts.Type): ts.Node[] {
    if (!type.isClass()) return [];
    const own = (type.symbol.declarations ?? []).flatMap((declaration) =>
      ts.isClassLike(declaration) ? declaration.members.filter(ts.isPropertyDeclaration) : [],
    );
    return [
      ...own,
      ...this.types.checker.getBaseTypes(type).flatMap((base) => this.fieldsOf(base)),
    ];
  }

  /** The library calls the functions that it is given; `next` goes on with a generator. */
  private enterLibrary(
    node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression,
    effects: Effects,
  ): void {
    if (ts.isTaggedTemplateExpression(node)) return;
    const callee = bare(node.expression);
    effects.callsUnknown ||= ts.isPropertyAccessExpression(callee) && callee.name.text === "next";
    const receiver = ts.isPropertyAccessExpression(callee) ? [callee.expression] : [];
    effects.called.push(...this.convertersOf([...receiver, ...(node.arguments ?? [])]));
    for (const argument of node.arguments ?? []) {
      const given = bare(argument);
      if (isFunctionNode(given) || this.types.kindAt(given) !== "function") continue;
      const declaration = this.uses.declarationAt(given);
      const holder = declaration as { initializer?: ts.Expression } | undefined;
      const held = holder?.initializer === undefined ? declaration : bare(holder.initializer);
      if (held !== undefined && isFunctionNode(held)) effects.called.push(held);
      else effects.callsUnknown ||= held === undefined || !isLibraryFile(held.getSourceFile());
    }
  }

  private addChange(change: Change, scope: ts.Node, effects: Effects): void {
    if (!CONTAINERS.has(this.types.kindAt(change.container))) return;
    const inner = bare(change.container);
    const declaration = ts.isIdentifier(inner) ? this.uses.declarationAt(inner) : undefined;
    // What is made and changed in the same function is nobody else's.
    const isOwn =
      declaration !== undefined &&
      !ts.isSourceFile(scope) &&
      ts.isVariableDeclaration(declaration) &&
      isWithin(declaration, scope) &&
      declaration.initializer !== undefined &&
      isFresh(declaration.initializer);
    if (!isOwn) effects.changes.push(change);
  }
}

const isAddition = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken;

function isFresh(initializer: ts.Expression): boolean {
  const node = bare(initializer);
  return ts.isArrayLiteralExpression(node) || ts.isNewExpression(node);
}
