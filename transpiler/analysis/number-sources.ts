// Where numbers come from: every variable, member, parameter, result and container of the program
// with all that can get into it. Members are known by their name alone, so that no alias is missed.
import { ts } from "ts-morph";
import { isClosedArray } from "./closed-arrays";
import { FLOAT, INT, LENGTH, UNKNOWN, type NumberInfo } from "./number-info";
import {
  bare,
  hasModifier,
  isAssignmentOperator,
  isFunctionNode,
  propertyName,
  walk,
  type FunctionNode,
} from "./syntax";
import { targetsOf } from "./targets";
import { isLibraryFile, type Types } from "./types";
import type { Uses, Write } from "./uses";

/** What has numbers: a declaration, or a name for what many places share. */
export type Key = ts.Node | string;

/** All numbers in arrays, tuples, maps and sets that leave the variable they are made for. */
export const HELD = "held";
/** What is written to members that are named at run time. */
export const DICT = "dict";
/** All members of records. */
export const MEMBERS = "members";
export const INDIRECT_RESULT = "indirect result";

export type Source =
  | { readonly from: "value"; readonly node: ts.Expression }
  | { readonly from: "elements"; readonly node: ts.Expression }
  | { readonly from: "key"; readonly key: Key }
  | { readonly from: "write"; readonly write: Write }
  | { readonly from: "info"; readonly info: NumberInfo };

const value = (node: ts.Expression): Source => ({ from: "value", node });
const elements = (node: ts.Expression): Source => ({ from: "elements", node });
const keyed = (key: Key): Source => ({ from: "key", key });
const known = (info: NumberInfo): Source => ({ from: "info", info });

export const memberKey = (name: string): Key => `member ${name}`;
export const resultKey = (name: string): Key => `result ${name}`;
const argumentKey = (name: string, index: number): Key => `argument ${index} of ${name}`;

const ADDING: Record<string, number> = {
  push: 0,
  unshift: 0,
  splice: 2,
  fill: 0,
  add: 0,
  set: 0,
  with: 1,
  concat: 0,
  toSpliced: 2,
};

export class NumberSources {
  readonly sources = new Map<Key, Source[]>();
  private readonly functions: FunctionNode[] = [];

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) walk(file, (node) => this.enter(node));
    for (const node of this.functions) this.enterFunction(node);
  }

  add(key: Key, ...sources: Source[]): void {
    const all = this.sources.get(key);
    if (all === undefined) this.sources.set(key, [...sources]);
    else all.push(...sources);
  }

  /** Where the elements of `container` are. */
  elementsKey(container: ts.Expression): Key {
    const node = bare(container);
    const declaration = this.uses.declarationAt(
      ts.isPropertyAccessExpression(node) ? node.name : node,
    );
    return declaration !== undefined && isClosedArray(declaration, this.uses)
      ? `elements ${declaration.pos} ${declaration.getSourceFile().fileName}`
      : HELD;
  }

  private enter(node: ts.Node): void {
    if (isFunctionNode(node)) this.functions.push(node);
    if (ts.isVariableDeclaration(node)) this.enterVariable(node);
    else if (ts.isBindingElement(node)) this.enterPart(node);
    else if (ts.isPropertyDeclaration(node)) this.enterField(node);
    else if (ts.isPropertyAssignment(node)) this.enterMember(node.name, value(node.initializer));
    else if (ts.isShorthandPropertyAssignment(node)) this.enterMember(node.name, value(node.name));
    else if (ts.isArrayLiteralExpression(node)) this.enterArray(node);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.enterCall(node);
    else if (ts.isBinaryExpression(node)) this.enterAssignment(node);
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      this.enterStep(node);
    } else if (ts.isYieldExpression(node) && node.expression !== undefined) {
      this.add(HELD, node.asteriskToken ? elements(node.expression) : value(node.expression));
    } else if (node.kind === ts.SyntaxKind.AnyKeyword) this.open();
  }

  /** Anything may hold anything. */
  private open(): void {
    this.add(HELD, known(UNKNOWN));
    this.add(DICT, known(UNKNOWN));
  }

  private enterVariable(node: ts.VariableDeclaration): void {
    this.add(node);
    if (node.initializer !== undefined) {
      this.add(node, value(node.initializer));
      if (isClosedArray(node, this.uses) && ts.isIdentifier(node.name))
        this.add(this.elementsKey(node.name), elements(node.initializer));
    }
    const loop = node.parent.parent;
    if (ts.isForOfStatement(loop)) this.add(node, elements(loop.expression));
    this.enterWrites(node, node);
  }

  private enterWrites(key: Key, declaration: ts.Declaration): void {
    for (const write of this.uses.of(declaration).writes) this.add(key, { from: "write", write });
  }

  /** What a pattern takes out of a value. */
  private enterPart(node: ts.BindingElement): void {
    this.add(node);
    this.enterWrites(node, node);
    if (node.initializer !== undefined) this.add(node, value(node.initializer));
    const pattern = node.parent;
    const root = rootOf(node);
    if (ts.isParameter(root) && isFunctionNode(root.parent) && this.isOpen(root.parent))
      this.add(node, known(UNKNOWN));
    if (ts.isObjectBindingPattern(pattern)) {
      const name = node.propertyName ?? node.name;
      const text =
        ts.isIdentifier(name) || ts.isPropertyName(name)
          ? propertyName(name as ts.PropertyName)
          : undefined;
      this.add(node, text === undefined ? known(UNKNOWN) : keyed(memberKey(text)), keyed(DICT));
      return;
    }
    const owner = pattern.parent;
    const loop = owner.parent.parent;
    const index = pattern.elements.indexOf(node);
    const array = ts.isVariableDeclaration(owner) && owner.initializer && bare(owner.initializer);
    if (array && ts.isArrayLiteralExpression(array) && !array.elements.some(ts.isSpreadElement)) {
      const element = array.elements[index];
      if (element !== undefined) this.add(node, value(element));
    } else if (array && !ts.isIdentifier(array)) this.add(node, elements(array));
    else if (index === 0 && ts.isForOfStatement(loop) && this.isOfEntries(loop.expression))
      this.add(node, known(LENGTH));
    else this.add(node, array ? elements(array) : keyed(HELD));
  }

  private isOfEntries(node: ts.Expression): boolean {
    const callee = ts.isCallExpression(node) ? node.expression : node;
    return (
      ts.isPropertyAccessExpression(callee) &&
      callee.name.text === "entries" &&
      ["array", "bytes"].includes(this.types.kindAt(callee.expression))
    );
  }

  private enterField(node: ts.PropertyDeclaration): void {
    const name = propertyName(node.name);
    if (name === undefined) return;
    const key = this.memberKeyOf(node, name);
    if (node.initializer !== undefined) {
      this.add(key, value(node.initializer));
      if (isClosedArray(node, this.uses) && !ts.isComputedPropertyName(node.name))
        this.add(
          `elements ${node.pos} ${node.getSourceFile().fileName}`,
          elements(node.initializer),
        );
    }
    this.enterWrites(key, node);
    const isOpen = this.isExported(node.parent) && !isPrivate(node);
    if (isOpen && !hasModifier(node, ts.SyntaxKind.ReadonlyKeyword)) this.add(key, known(UNKNOWN));
  }

  /** A member whose type says `int` or `float`, or that is private, has nothing to do with others of its name. */
  memberKeyOf(declaration: ts.Declaration, name: string): Key {
    const isAlone =
      hasModifier(declaration, ts.SyntaxKind.PrivateKeyword) ||
      ("name" in declaration && ts.isPrivateIdentifier(declaration.name as ts.Node)) ||
      this.types.flavourOf(this.types.typeAt(declaration)) !== undefined;
    return isAlone ? declaration : memberKey(name);
  }

  private enterMember(name: ts.PropertyName, source: Source): void {
    const text = propertyName(name);
    this.add(text === undefined ? DICT : memberKey(text), source);
    if (text !== undefined) this.add(MEMBERS, keyed(memberKey(text)));
  }

  private enterArray(node: ts.ArrayLiteralExpression): void {
    if (isAssigned(node)) return;
    const { parent } = node;
    const isInitial =
      (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
      isClosedArray(parent, this.uses);
    if (!isInitial) this.add(HELD, elements(node));
  }

  private enterAssignment(node: ts.BinaryExpression): void {
    if (!isAssignmentOperator(node.operatorToken.kind)) return;
    const operator = node.operatorToken.kind;
    for (const part of targetsOf(node.left, node.right))
      this.enterStore(part.target, { ...part, operator, node });
  }

  private enterStep(node: ts.PostfixUnaryExpression | ts.PrefixUnaryExpression): void {
    const { PlusPlusToken, MinusMinusToken, PlusEqualsToken, MinusEqualsToken } = ts.SyntaxKind;
    if (node.operator !== PlusPlusToken && node.operator !== MinusMinusToken) return;
    const operator = node.operator === PlusPlusToken ? PlusEqualsToken : MinusEqualsToken;
    const target = bare(node.operand);
    this.enterStore(target, { target, value: null, operator, node });
  }

  /** `values[i] = …` and writes to members whose declaration is no field of a class. */
  private enterStore(target: ts.Expression, write: Write): void {
    const source: Source = { from: "write", write };
    if (ts.isElementAccessExpression(target)) {
      const kind = this.types.kindAt(target.expression);
      const isList = ["array", "tuple", "bytes"].includes(kind);
      const name = bare(target.argumentExpression);
      if (isList) this.add(this.elementsKey(target.expression), source);
      else if (ts.isStringLiteral(name)) this.enterMember(name, source);
      else this.add(DICT, source);
      return;
    }
    if (!ts.isPropertyAccessExpression(target)) return;
    const declaration = this.uses.declarationAt(target.name);
    if (declaration !== undefined && ts.isPropertyDeclaration(declaration)) return;
    this.add(memberKey(target.name.text), source);
  }

  private enterCall(node: ts.CallExpression | ts.NewExpression): void {
    const callee = bare(node.expression);
    const declaration = this.calledBy(node);
    if (declaration === "library") return this.enterLibraryCall(node, callee);
    const args = node.arguments ?? [];
    const pass = (key: (index: number) => Key) =>
      args.forEach((argument, index) => {
        if (!ts.isSpreadElement(argument)) return this.add(key(index), value(argument));
        for (let i = index; i < 8; i++) this.add(key(i), elements(argument.expression));
      });
    if (declaration !== undefined && isFunctionNode(declaration) && !isMethod(declaration)) {
      const { parameters } = declaration;
      return pass((index) => parameters[Math.min(index, parameters.length - 1)] ?? "unused");
    }
    if (ts.isPropertyAccessExpression(callee))
      pass((index) => argumentKey(callee.name.text, index));
    if (declaration === undefined || !isFunctionNode(declaration))
      pass((index) => argumentKey("", index));
  }

  /** The function that a call runs, if the types say so. */
  calledBy(node: ts.CallExpression | ts.NewExpression): ts.Node | "library" | undefined {
    const declaration = this.types.checker.getResolvedSignature(node)?.declaration as
      ts.Node | undefined;
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

  private enterLibraryCall(
    node: ts.CallExpression | ts.NewExpression,
    callee: ts.Expression,
  ): void {
    const args = node.arguments ?? [];
    const initialises =
      ts.isVariableDeclaration(node.parent) && isClosedArray(node.parent, this.uses);
    if (!initialises) this.add(HELD, elements(node));
    if (!ts.isPropertyAccessExpression(callee)) return;
    const method = callee.name.text;
    const owner = callee.expression;
    if (ts.isIdentifier(owner) && owner.text === "Object" && method === "fromEntries")
      this.add(DICT, keyed(HELD));
    if (ts.isIdentifier(owner) && owner.text === "JSON" && method === "parse") this.open();
    const from = ADDING[method];
    if (from === undefined || !["array", "map", "set", "bytes"].includes(this.types.kindAt(owner)))
      return;
    const key = this.elementsKey(owner);
    for (const argument of args.slice(from)) {
      const isList =
        method === "concat" && ["array", "tuple"].includes(this.types.kindAt(argument));
      if (ts.isSpreadElement(argument)) this.add(key, elements(argument.expression));
      else this.add(key, isList ? elements(argument) : value(argument));
    }
  }

  private enterFunction(node: FunctionNode): void {
    this.add(node, ...returned(node));
    const name = node.name && ts.isPropertyName(node.name) ? propertyName(node.name) : undefined;
    if (name !== undefined && isMethod(node)) {
      this.add(ts.isGetAccessorDeclaration(node) ? memberKey(name) : resultKey(name), keyed(node));
    }
    const escapes = this.escapes(node);
    if (escapes) this.add(INDIRECT_RESULT, keyed(node));
    const isOpen = this.isOpen(node);
    node.parameters.forEach((parameter, index) => {
      this.add(parameter);
      this.enterWrites(parameter, parameter);
      if (parameter.initializer !== undefined) this.add(parameter, value(parameter.initializer));
      if (isMethod(node) && name !== undefined) {
        const key = ts.isSetAccessorDeclaration(node) ? memberKey(name) : argumentKey(name, index);
        this.add(parameter, keyed(key));
      }
      if (escapes) this.add(parameter, keyed(argumentKey("", index)));
      if (isOpen) this.add(parameter, known(UNKNOWN));
      if (parameter.dotDotDotToken !== undefined) this.enterRest(node, name, index, parameter);
      this.enterCallback(node, parameter, index);
      if (ts.isParameterPropertyDeclaration(parameter, node) && ts.isIdentifier(parameter.name)) {
        const key = this.memberKeyOf(parameter, parameter.name.text);
        if (key !== parameter) {
          this.add(key, keyed(parameter));
          this.enterWrites(key, parameter);
        }
      }
    });
  }

  private enterRest(
    node: FunctionNode,
    name: string | undefined,
    index: number,
    rest: ts.ParameterDeclaration,
  ): void {
    this.add(HELD, keyed(rest));
    for (let i = index; i < 8; i++) {
      this.add(HELD, keyed(argumentKey("", i)));
      if (isMethod(node) && name !== undefined) this.add(HELD, keyed(argumentKey(name, i)));
    }
  }

  /** What a library method passes to the function that it is given. */
  private enterCallback(
    node: FunctionNode,
    parameter: ts.ParameterDeclaration,
    index: number,
  ): void {
    for (const call of this.libraryUsers(node)) {
      this.add(parameter, ...this.passed(call, node, index));
    }
  }

  private passed(
    call: ts.CallExpression | ts.NewExpression,
    node: FunctionNode,
    index: number,
  ): Source[] {
    const callee = bare(call.expression);
    if (!ts.isPropertyAccessExpression(callee)) return [known(UNKNOWN)];
    const owner = callee.expression;
    const method = callee.name.text;
    const args = call.arguments ?? [];
    if (ts.isIdentifier(owner) && owner.text === "Array") {
      const [from] = args;
      return index === 1 || from === undefined ? [known(LENGTH)] : [elements(from)];
    }
    const kind = this.types.kindAt(owner);
    if (kind === "map" || kind === "set") return [elements(owner)];
    if (kind !== "array" && kind !== "bytes" && kind !== "tuple") return [known(UNKNOWN)];
    if (method.startsWith("reduce")) {
      if (index === 2) return [known(LENGTH)];
      const initial = args[1];
      const rest = index === 0 ? [keyed(node), ...(initial ? [value(initial)] : [])] : [];
      return index === 0 && initial ? rest : [elements(owner), ...rest];
    }
    if (method === "sort" || method === "toSorted") return [elements(owner)];
    return [index === 0 ? elements(owner) : known(LENGTH)];
  }

  private libraryUsers(node: FunctionNode): (ts.CallExpression | ts.NewExpression)[] {
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
  private escapes(node: FunctionNode): boolean {
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
      return !isCallee(place) && !this.isLibraryArgument(place);
    }
    return this.uses.of(holder).references.some((reference) => {
      const isImport =
        ts.isImportSpecifier(reference.parent) || ts.isExportSpecifier(reference.parent);
      return !isImport && !isCallee(reference) && !this.isLibraryArgument(reference);
    });
  }

  private isLibraryArgument(place: ts.Node): boolean {
    const call = place.parent;
    return (
      (ts.isCallExpression(call) || ts.isNewExpression(call)) && this.calledBy(call) === "library"
    );
  }

  /** Whether `node` may be called from outside of the program. */
  private isOpen(node: FunctionNode): boolean {
    const isMember = isMethod(node) || ts.isConstructorDeclaration(node);
    return this.isExported(isMember && !isPrivate(node) ? node.parent : node);
  }

  private isExported(node: ts.Node): boolean {
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
  while (ts.isParenthesizedExpression(place.parent) || ts.isAsExpression(place.parent))
    place = place.parent;
  return place;
}

const isCallee = (node: ts.Node): boolean =>
  (ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent)) &&
  node.parent.expression === node;

export const isMethod = (node: ts.Node): boolean =>
  ts.isMethodDeclaration(node) ||
  ts.isGetAccessorDeclaration(node) ||
  ts.isSetAccessorDeclaration(node);

/** The declaration that a pattern is part of. */
function rootOf(node: ts.BindingElement): ts.ParameterDeclaration | ts.VariableDeclaration {
  let owner: ts.Node = node;
  while (ts.isBindingElement(owner)) owner = owner.parent.parent;
  return owner as ts.ParameterDeclaration | ts.VariableDeclaration;
}

const isPrivate = (node: FunctionNode | ts.PropertyDeclaration): boolean =>
  hasModifier(node, ts.SyntaxKind.PrivateKeyword) ||
  (node.name !== undefined && ts.isPrivateIdentifier(node.name));

function isAssigned(node: ts.ArrayLiteralExpression): boolean {
  const { parent } = node;
  if (ts.isForOfStatement(parent)) return parent.initializer === (node as ts.Node);
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    isAssignmentOperator(parent.operatorToken.kind)
  );
}

function returned(node: FunctionNode): Source[] {
  if (node.body === undefined) return [];
  if (!ts.isBlock(node.body)) return [value(node.body)];
  const sources: Source[] = [];
  walk(node.body, (child) => {
    if (isFunctionNode(child)) return false;
    if (ts.isReturnStatement(child) && child.expression !== undefined)
      sources.push(value(child.expression));
    return true;
  });
  return sources;
}

export const FLAVOURS = { int: INT, float: { ...FLOAT, finite: true } };
