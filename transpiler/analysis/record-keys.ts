// What the keys of records may be: indexes, which JavaScript lists first and ascending (ECMAScript
// 10.1.11), names that every object inherits a member of, and those that an assertion promises.
import { ts } from "ts-morph";
import { isFallback } from "./fallback-types";
import { heldBy } from "./silencing-assertions";
import { bare, isAssignmentOperator, propertyName } from "./syntax";
import { declarationOf, type Types } from "./types";
import { walkKinds } from "./walk";

/** Members of `Object.prototype` (ECMAScript 20.1.3 and B.2.2). */
const INHERITED = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
]);

export const isInheritedName = (text: string): boolean => INHERITED.has(text);

export const isIndex = (text: string): boolean => /^(0|[1-9]\d{0,9})$/.test(text);

const KINDS = new Set([
  ts.SyntaxKind.AnyKeyword,
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.PostfixUnaryExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.TypeAssertionExpression,
]);

export class RecordKeys {
  /** A text of the program names an inherited member: any computed key may be it. */
  inheritedNamesAppear = false;
  /** Records have indexes for keys where their type does not say so. */
  indexesAppear = false;
  /** Dicts have keys that are computed, or indexes. */
  computedKeysAppear = false;
  /** What is of type `any` does not come from JSON alone, as far as the program says. */
  anyAppears = false;
  parsesJson = false;
  /** JSON may hold null. */
  nullInJson = false;
  /** Members that only an assertion says are there; those of a mapped type are declared nowhere. */
  private readonly promised = new Set<ts.Declaration | string>();

  constructor(
    private readonly types: Types,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) walkKinds(file, KINDS, (node) => this.enter(node));
  }

  /** Whether a record may lack a member that its type has. */
  mayLack(declaration: ts.Declaration | undefined, name: string): boolean {
    return this.promised.has(declaration ?? name);
  }

  /** Whether what is of type `any` can only be what JSON holds. */
  get anyIsJson(): boolean {
    return this.parsesJson && !this.anyAppears;
  }

  private enter(node: ts.Node): void {
    if (node.kind === ts.SyntaxKind.NullKeyword) this.nullInJson = true;
    if (node.kind === ts.SyntaxKind.AnyKeyword) this.anyAppears ||= !isOfJson(node.parent);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      this.nullInJson ||= node.text.includes("null");
      this.inheritedNamesAppear ||= [...INHERITED].some((name) => node.text.includes(name));
    } else if (ts.isObjectLiteralExpression(node))
      node.properties.forEach((part) => this.enterMember(part));
    else if (ts.isBinaryExpression(node) && isPlus(node))
      this.inheritedNamesAppear ||= isInheritedName(joinedText(node) ?? "");
    else if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind))
      this.enterKey(bare(node.left));
    else if (isFallback(node)) this.enterFallback(node);
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
      this.enterKey(bare(node.operand));
    else if (ts.isCallExpression(node)) this.enterCall(node);
    else if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node))
      this.enterAssertion(node);
  }

  private enterMember(part: ts.ObjectLiteralElementLike): void {
    if (part.name === undefined) return;
    const text = ts.isComputedPropertyName(part.name)
      ? literalText(part.name.expression)
      : propertyName(part.name);
    if (text === undefined) this.computedKeysAppear = true;
    else if (isIndex(text)) {
      this.computedKeysAppear = true;
      this.indexesAppear = true;
    } else this.inheritedNamesAppear ||= isInheritedName(text);
  }

  private enterKey(target: ts.Expression): void {
    if (!ts.isElementAccessExpression(target)) return;
    const kind = this.types.kindAt(target.expression);
    if (kind !== "dict" && kind !== "record" && kind !== "unknown") return;
    const text = literalText(target.argumentExpression);
    this.computedKeysAppear ||= text === undefined || isIndex(text);
  }

  private enterCall(node: ts.CallExpression): void {
    const callee = node.expression.getText();
    if (["Object.fromEntries", "Object.groupBy"].includes(callee)) this.computedKeysAppear = true;
    if (callee !== "JSON.parse") return;
    this.parsesJson = true;
    this.computedKeysAppear = true;
    this.indexesAppear = true;
    this.promise(this.types.checker.getContextualType(node));
  }

  /** `{} as Config`, `JSON.parse(text) as Config`: what was there before need not have every member. */
  private enterAssertion(node: ts.AsExpression | ts.TypeAssertion): void {
    const wanted = this.types.typeAt(node);
    const given = this.types.typeAt(node.expression);
    const { checker } = this.types;
    if (isAny(given)) this.promise(wanted);
    else if (!checker.isTypeAssignableTo(checker.getNonNullableType(given), wanted))
      this.promise(wanted, checker.getNonNullableType(given));
  }

  /** `list[0] ?? {}`: TypeScript takes the left for what is always there. */
  private enterFallback({ left, right }: ts.BinaryExpression): void {
    if (!ts.isObjectLiteralExpression(bare(right))) return;
    const { checker } = this.types;
    const wanted = checker.getNonNullableType(this.types.typeAt(left));
    if (!checker.isTypeAssignableTo(this.types.typeAt(right), wanted)) this.promise(wanted);
  }

  /**
   * Members of `type` that need not be there.
   * @param given what is asserted to be of `type`, if that is known: what it must have is there
   */
  private promise(type: ts.Type | undefined, given?: ts.Type, seen: Seen = new Map()): void {
    if (type === undefined || seen.get(type)?.has(given)) return;
    seen.set(type, new Set(seen.get(type)).add(given));
    const { checker } = this.types;
    if (type.isUnionOrIntersection()) type.types.forEach((part) => this.promise(part, given, seen));
    const kind = this.types.kindOf(type);
    if (kind === "array" || kind === "tuple") {
      const before = given && heldBy(given, this.types);
      const parts = checker.getTypeArguments(type as ts.TypeReference);
      parts.forEach((part) => this.promise(part, before, seen));
    }
    if (kind !== "record" && kind !== "dict") return;
    checker.getIndexInfosOfType(type).forEach((info) => this.promise(info.type, undefined, seen));
    for (const property of type.getProperties()) this.promiseMember(property, given, seen);
  }

  private promiseMember(property: ts.Symbol, given: ts.Type | undefined, seen: Seen): void {
    const { checker } = this.types;
    const type = checker.getTypeOfSymbol(property);
    const before = given && checker.getPropertyOfType(given, property.name);
    const isThere = before !== undefined && (before.flags & ts.SymbolFlags.Optional) === 0;
    const declaration = declarationOf(property);
    // Who writes null does not leave the member out.
    if (!isThere && !this.types.isNullable(type)) this.promised.add(declaration ?? property.name);
    const own = before && checker.getTypeOfSymbol(before);
    this.promise(type, own && isAny(own) ? undefined : own, seen);
  }
}

/** Types, with what was asserted to be of each. */
type Seen = Map<ts.Type, ReadonlySet<ts.Type | undefined>>;

const isAny = ({ flags }: ts.Type): boolean => (flags & ts.TypeFlags.Any) !== 0;

const isPlus = (node: ts.BinaryExpression) => node.operatorToken.kind === ts.SyntaxKind.PlusToken;

/** `"to" + "String"` */
function joinedText(node: ts.Expression): string | undefined {
  const inner = bare(node);
  if (!ts.isBinaryExpression(inner) || !isPlus(inner)) return literalText(inner);
  const [left, right] = [joinedText(inner.left), joinedText(inner.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** The text of a key that is written down. */
function literalText(node: ts.Expression): string | undefined {
  const inner = bare(node);
  return ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner) ? inner.text : undefined;
}

/** `const data: any = JSON.parse(text)` */
const isOfJson = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) && node.initializer?.getText().startsWith("JSON.parse(") === true;
