// What is put into members, arrays, Maps and records with any keys although their types leave it out.
import { ts } from "ts-morph";
import { silencedBy, type Silenced } from "./silencing-assertions";
import { constructorOf } from "./class-syntax";
import { elementsGiven } from "./container-methods";
import { earlyFields } from "./early-fields";
import { sightOfArray } from "./holes";
import { either, isAny, MissingElements, NEVER, UNDEFINED, type Missing } from "./missing-elements";
import { bare, lengthOwner, propertyName, type FunctionNode } from "./syntax";
import { declarationOf, type Kind, type Types } from "./types";
import { isUnfilled } from "./unfilled-arrays";
import type { Uses } from "./uses";
import { someOfKinds, walkKinds } from "./walk";
import { WiderParameters } from "./wider-parameters";

/** What is known of values so far (missing.ts). */
interface Values {
  of(node: ts.Expression): Missing;
  ofParameter(node: ts.ParameterDeclaration): Missing;
  resultOf(node: FunctionNode): Missing;
  isInside(node: ts.ElementAccessExpression): boolean;
}

const KINDS = new Set([
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.DeleteExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.PropertyDeclaration,
  ts.SyntaxKind.ShorthandPropertyAssignment,
  ts.SyntaxKind.TypeAssertionExpression,
]);

/** What may read the members of a record together, or by a name that only the running program knows. */
const READING_TOGETHER = new Set([
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.ElementAccessExpression,
]);

const WITH_MEMBERS: ReadonlySet<Kind> = new Set(["instance", "record"]);

/** What may put more into a value than its type lets in. */
const SILENCING = new Set([
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.TypeAssertionExpression,
]);

export class MissingStores {
  readonly elements: MissingElements;
  private readonly members = new Map<ts.Declaration, Missing>();
  private readonly silenced: Silenced = {
    element: (missing, held) => this.elements.enterOf(missing, this.types.kindsOf(held)),
    member: (missing, member) => this.enterMember(member, missing),
  };
  private readonly wider: WiderParameters;
  /** Whether a member may be read as an element is: `Object.values(record)`, `record[key]`. */
  private areReadTogether = false;

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly values: Values,
  ) {
    this.elements = new MissingElements(types);
    this.wider = new WiderParameters(types, uses, this.silenced);
  }

  /** Enters what TypeScript lets pass although types say something else. */
  enterSilenced(files: readonly ts.SourceFile[]): void {
    this.areReadTogether = files.some((file) =>
      someOfKinds(file, READING_TOGETHER, (node) => this.readsTogether(node)),
    );
    for (const file of files)
      walkKinds(file, SILENCING, (node) => {
        if (ts.isAssertionExpression(node)) silencedBy(node, this.types, this.silenced);
        if (ts.isCallExpression(node)) this.wider.enter(node);
      });
  }

  private readsTogether(node: ts.Node): boolean {
    if (ts.isCallExpression(node)) {
      const [record] = node.arguments;
      const isListing = /^Object\.(entries|values)$/.test(node.expression.getText());
      return isListing && record !== undefined && WITH_MEMBERS.has(this.types.kindAt(record));
    }
    return (
      ts.isElementAccessExpression(node) &&
      !ts.isStringLiteralLike(node.argumentExpression) &&
      WITH_MEMBERS.has(this.types.kindAt(node.expression))
    );
  }

  /** Enters all that `files` store; whether anything was not known before. */
  enter(files: readonly ts.SourceFile[]): boolean {
    const before = this.state;
    for (const file of files) walkKinds(file, KINDS, (node) => this.enterStores(node));
    return this.state !== before;
  }

  private get state(): string {
    return JSON.stringify([...this.members.values(), this.elements.state]);
  }

  /** `values[9] = …`, `values.length = 9` and `delete values[0]` leave holes, which read as undefined. */
  private enterHoles(node: ts.Node): void {
    const isStore =
      ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    const left = isStore ? node.left : ts.isDeleteExpression(node) ? node.expression : null;
    if (left === null) return;
    const target = bare(left);
    const element = ts.isElementAccessExpression(target) ? target : null;
    const array = element?.expression ?? (isStore ? lengthOwner(target) : null);
    if (array === null || this.types.kindAt(array) !== "array") return;
    if (sightOfArray(array, this.uses) === "seen") return;
    const leavesNone =
      isStore && (element === null ? node.right.getText() === "0" : this.values.isInside(element));
    if (leavesNone) return;
    this.elements.enterOf(UNDEFINED, this.kindsOfElements(array));
  }

  private kindsOfElements(array: ts.Node): ReadonlySet<Kind> {
    const type = this.types.checker.getNonNullableType(this.types.typeAt(array));
    const held = this.types.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return held ? this.types.kindsOf(held) : new Set(["unknown"]);
  }

  private enterStores(node: ts.Node): void {
    this.enterHoles(node);
    if (isUnfilled(node, this.types, this.uses))
      this.elements.enterOf(UNDEFINED, this.kindsOfElements(node));
    if (ts.isPropertyAssignment(node)) this.enterLiteral(node, this.values.of(node.initializer));
    else if (ts.isShorthandPropertyAssignment(node))
      this.enterLiteral(node, this.values.of(node.name));
    else if (ts.isPropertyDeclaration(node)) {
      if (node.exclamationToken !== undefined) this.enterMember(node, UNDEFINED);
      if (node.initializer !== undefined) this.enterMember(node, this.values.of(node.initializer));
    } else if (ts.isClassLike(node)) {
      earlyFields(node, this.uses).forEach((field) => this.enterMember(field, UNDEFINED));
      for (const parameter of constructorOf(node)?.parameters ?? [])
        if (ts.isParameterPropertyDeclaration(parameter, parameter.parent))
          this.enterMember(parameter, this.values.ofParameter(parameter));
    } else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken
    ) {
      const target = bare(node.left);
      if (ts.isPropertyAccessExpression(target))
        this.enterMember(this.uses.declarationAt(target.name), this.values.of(node.right));
      if (ts.isElementAccessExpression(target))
        this.elements.enter(this.values.of(node.right), target);
    } else if (ts.isArrayLiteralExpression(node)) {
      for (const element of node.elements)
        if (ts.isOmittedExpression(element)) this.elements.enterOf(UNDEFINED, new Set(["unknown"]));
        else if (!ts.isSpreadElement(element))
          this.elements.enter(this.values.of(element), element);
    } else if (ts.isCallExpression(node)) this.enterCall(node);
  }

  /** A member of an object literal: as it is, and as the type that is expected declares it. */
  private enterLiteral(
    node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
    missing: Missing,
  ): void {
    if (!isAny(missing)) return;
    this.enterMember(node, missing);
    const find = () => this.membersWanted(node);
    const wanted = this.types.memory.nodes("members wanted", node, find);
    for (const member of wanted) this.enterMember(member, missing);
    const isOpen = () => this.mayHaveAnyKeys(node, wanted);
    if (this.types.memory.fact("any keys", node, isOpen)) this.elements.enter(missing, node.name);
  }

  /** Whether no type lists the keys of the literal that `node` is in: it may be read by any, as an element is. */
  private mayHaveAnyKeys(node: ts.Node, wanted: readonly ts.Declaration[]): boolean {
    if (wanted.length > 0) return wanted.every((member) => member === node);
    const type = this.types.checker.getContextualType(node.parent as ts.Expression);
    return type === undefined || this.types.kindsOf(type).has("dict");
  }

  private membersWanted(
    node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  ): ts.Declaration[] {
    const wanted = this.types.checker.getContextualType(node.parent);
    const parts = wanted?.isUnion() ? wanted.types : [wanted];
    return parts.flatMap((part) => {
      const property = part?.getProperty(propertyName(node.name) ?? "");
      return declarationOf(property) ?? [];
    });
  }

  private enterMember(declaration: ts.Declaration | undefined, missing: Missing): void {
    if (!isAny(missing) || declaration === undefined) return;
    this.members.set(declaration, either(this.members.get(declaration) ?? NEVER, missing));
    if (this.areReadTogether && !ts.isClassElement(declaration))
      this.elements.enter(missing, declaration);
  }

  ofMember(declaration: ts.Declaration | undefined): Missing {
    return (declaration && this.members.get(declaration)) ?? NEVER;
  }

  private enterCall(node: ts.CallExpression): void {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee)) return;
    for (const given of elementsGiven(callee.name.text, node.arguments))
      this.elements.enter(this.values.of(given), given);
    if (["map", "from", "flatMap"].includes(callee.name.text))
      node.arguments.forEach((argument) => {
        const inner = bare(argument);
        if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner))
          this.elements.enterOf(this.values.resultOf(inner), this.kindsOfResult(inner));
      });
  }

  private kindsOfResult(node: FunctionNode): ReadonlySet<Kind> {
    return this.types.memory.fact("kinds of a result", node, () => {
      const signature = this.types.checker.getSignatureFromDeclaration(node);
      return signature === undefined
        ? new Set(["unknown"])
        : this.types.kindsOf(this.types.checker.getReturnTypeOfSignature(signature));
    });
  }
}
