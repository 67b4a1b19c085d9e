// Where numbers come from: every declaration, literal, assignment and call of the program is entered
// into one table. Members are known by their name alone, so that no alias is missed.
import { ts } from "ts-morph";
import { Callers } from "./callers";
import { isPrivate } from "./class-syntax";
import { isClosedArray } from "./closed-arrays";
import { FunctionFlow } from "./function-flow";
import { NumberCalls } from "./number-calls";
import { LENGTH, UNKNOWN } from "./number-info";
import { ownerOf } from "./origins";
import { NumberParameters } from "./number-parameters";
import {
  DICT,
  elements,
  HELD,
  INDIRECT_RESULT,
  keyed,
  known,
  member,
  memberKey,
  MEMBERS,
  NumberTable,
  value,
  type Source,
} from "./number-table";
import {
  bare,
  FUNCTIONS,
  hasModifier,
  isAssignmentOperator,
  isFunctionNode,
  propertyName,
  type FunctionNode,
} from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { walkKinds } from "./walk";
import { WRITING, writesOf, type Write } from "./writes";

const KINDS = new Set([
  ...FUNCTIONS,
  ...WRITING,
  ts.SyntaxKind.AnyKeyword,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.BindingElement,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.PropertyDeclaration,
  ts.SyntaxKind.ShorthandPropertyAssignment,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.YieldExpression,
]);

export class NumberSources {
  readonly table: NumberTable;
  readonly callers: Callers;
  readonly flow: FunctionFlow;
  private readonly calls: NumberCalls;
  private readonly functions: FunctionNode[] = [];

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    this.table = new NumberTable(types, uses);
    this.callers = new Callers(types, uses);
    this.flow = new FunctionFlow(uses, this.callers);
    this.calls = new NumberCalls(this.table, this.callers, this.flow, types, uses);
    const parameters = new NumberParameters(this.table, this.callers, this.flow, types);
    for (const file of files) walkKinds(file, KINDS, (node) => this.enter(node));
    for (const node of this.functions) parameters.enter(node);
  }

  private enter(node: ts.Node): void {
    if (isFunctionNode(node)) this.functions.push(node);
    for (const write of writesOf(node)) this.enterStore(write);
    if (ts.isVariableDeclaration(node)) this.enterVariable(node);
    else if (ts.isBindingElement(node)) this.enterPart(node);
    else if (ts.isPropertyDeclaration(node)) this.enterField(node);
    else if (ts.isPropertyAssignment(node)) this.enterProperty(node, node.initializer);
    else if (ts.isShorthandPropertyAssignment(node)) this.enterProperty(node, node.name);
    else if (ts.isArrayLiteralExpression(node)) this.enterArray(node);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.calls.enter(node);
    else if (ts.isTaggedTemplateExpression(node)) this.calls.enterTemplate(node);
    else if (ts.isYieldExpression(node) && node.expression !== undefined) {
      this.table.add(HELD, node.asteriskToken ? elements(node.expression) : value(node.expression));
    } else if (node.kind === ts.SyntaxKind.AnyKeyword) this.table.open();
    else if (ts.isIdentifier(node)) this.enterName(node);
  }

  /** A function of the library that is kept may be called by anyone: `{ max: Math.max }`. */
  private enterName(node: ts.Identifier): void {
    const isMaker = /^(Math|Number|parseFloat|parseInt)$/.test(node.text);
    if (!isMaker) return;
    const { parent } = node;
    const isMember = ts.isPropertyAccessExpression(parent) && parent.expression === node;
    const value = isMember ? parent : node;
    const isCalled = ts.isCallExpression(value.parent) && value.parent.expression === value;
    if (!isCalled && (isMember || node.text !== "Math"))
      this.table.add(INDIRECT_RESULT, known(UNKNOWN));
  }

  private enterVariable(node: ts.VariableDeclaration): void {
    this.table.add(node);
    if (node.initializer !== undefined) {
      this.table.add(node, value(node.initializer));
      if (isClosedArray(node, this.uses) && ts.isIdentifier(node.name))
        this.table.add(this.table.elementsKey(node.name), elements(node.initializer));
    }
    const loop = node.parent.parent;
    if (ts.isForOfStatement(loop)) this.table.add(node, elements(loop.expression));
    this.table.addWrites(node, node);
  }

  /** What a pattern takes out of a value. */
  private enterPart(node: ts.BindingElement): void {
    this.table.add(node);
    this.table.addWrites(node, node);
    if (node.initializer !== undefined) this.table.add(node, value(node.initializer));
    const pattern = node.parent;
    const root = rootOf(node);
    const isOfMath =
      ts.isVariableDeclaration(root) && /^(Math|Number)$/.test(root.initializer?.getText() ?? "");
    if (isOfMath) this.table.add(node, known(UNKNOWN));
    if (ts.isParameter(root) && isFunctionNode(root.parent) && this.callers.isOpen(root.parent))
      this.table.add(node, known(UNKNOWN));
    if (ts.isObjectBindingPattern(pattern)) {
      const name = node.propertyName ?? node.name;
      const text =
        ts.isIdentifier(name) || ts.isPropertyName(name)
          ? propertyName(name as ts.PropertyName)
          : undefined;
      const owner = ownerOf(node);
      const isWhole = text === undefined || owner === undefined;
      const taken = text === undefined ? known(UNKNOWN) : keyed(memberKey(text));
      this.table.add(node, isWhole ? taken : member(owner, text), keyed(DICT));
      return;
    }
    const owner = pattern.parent;
    const loop = owner.parent.parent;
    const index = pattern.elements.indexOf(node);
    const array = ts.isVariableDeclaration(owner) && owner.initializer && bare(owner.initializer);
    if (array && ts.isArrayLiteralExpression(array) && !array.elements.some(ts.isSpreadElement)) {
      const element = array.elements[index];
      if (element !== undefined) this.table.add(node, value(element));
    } else if (array && !ts.isIdentifier(array)) this.table.add(node, elements(array));
    else if (index === 0 && ts.isForOfStatement(loop) && this.isOfEntries(loop.expression))
      this.table.add(node, known(LENGTH));
    else this.table.add(node, array ? elements(array) : keyed(HELD));
  }

  private isOfEntries(node: ts.Expression): boolean {
    const callee = ts.isCallExpression(node) ? node.expression : node;
    return (
      ts.isPropertyAccessExpression(callee) &&
      callee.name.text === "entries" &&
      ["array", "bytes", "typed"].includes(this.types.kindAt(callee.expression))
    );
  }

  private enterField(node: ts.PropertyDeclaration): void {
    const name = propertyName(node.name);
    if (name === undefined) return;
    const key = this.table.memberKeyOf(node, name);
    if (node.initializer !== undefined) {
      this.table.add(key, value(node.initializer));
      if (isClosedArray(node, this.uses) && !ts.isComputedPropertyName(node.name))
        this.table.add(
          `elements ${node.pos} ${node.getSourceFile().fileName}`,
          elements(node.initializer),
        );
    }
    this.table.addWrites(key, node);
    const isOpen = this.callers.isExported(node.parent) && !isPrivate(node);
    if (isOpen && !hasModifier(node, ts.SyntaxKind.ReadonlyKeyword))
      this.table.add(key, known(UNKNOWN));
  }

  /** What a literal gives a member is known by itself too (see Origins). */
  private enterProperty(
    node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
    given: ts.Expression,
  ): void {
    this.table.add(node, value(given));
    this.enterMember(node.name, value(given));
  }

  private enterMember(name: ts.PropertyName, source: Source): void {
    const text = propertyName(name);
    this.table.add(text === undefined ? DICT : memberKey(text), source);
    if (text !== undefined) this.table.add(MEMBERS, keyed(memberKey(text)));
  }

  private enterArray(node: ts.ArrayLiteralExpression): void {
    if (isAssigned(node)) return;
    const { parent } = node;
    const isInitial =
      (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
      isClosedArray(parent, this.uses);
    if (!isInitial) this.table.add(HELD, elements(node));
  }

  /** `values[i] = …` and writes to members whose declaration is no field of a class. */
  private enterStore(write: Write): void {
    const { target } = write;
    const source: Source = { from: "write", write };
    if (ts.isElementAccessExpression(target)) {
      const kind = this.types.kindAt(target.expression);
      const isList = ["array", "tuple", "bytes", "typed"].includes(kind);
      const name = bare(target.argumentExpression);
      if (isList) this.table.add(this.table.elementsKey(target.expression), source);
      else if (ts.isStringLiteral(name)) this.enterMember(name, source);
      else this.table.add(DICT, source);
      return;
    }
    if (!ts.isPropertyAccessExpression(target)) return;
    const declaration = this.uses.declarationAt(target.name);
    if (declaration !== undefined && ts.isPropertyDeclaration(declaration)) return;
    this.table.add(memberKey(target.name.text), source);
  }
}

/** The declaration that a pattern is part of. */
function rootOf(node: ts.BindingElement): ts.ParameterDeclaration | ts.VariableDeclaration {
  let owner: ts.Node = node;
  while (ts.isBindingElement(owner)) owner = owner.parent.parent;
  return owner as ts.ParameterDeclaration | ts.VariableDeclaration;
}

/** A pattern, which looks like an array. */
function isAssigned(node: ts.ArrayLiteralExpression): boolean {
  const { parent } = node;
  if (ts.isForOfStatement(parent)) return parent.initializer === (node as ts.Node);
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    isAssignmentOperator(parent.operatorToken.kind)
  );
}
