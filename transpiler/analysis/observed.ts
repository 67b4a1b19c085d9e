// What the console, JSON and listings can see of objects: there the order of their members shows.
import { ts } from "ts-morph";
import { baseExpression } from "./class-syntax";
import { isErrorType } from "./error-types";
import { isInLibrary } from "./library-files";
import { bare, isNamed } from "./syntax";
import { haveSameMembers, isOpen, mayHaveMembersOf, memberNames } from "./seen-members";
import { declarationOf, type Kind, type Types } from "./types";
import { walkKinds } from "./walk";

const LISTINGS = new Set(
  "assign entries fromEntries getOwnPropertyNames hasOwn keys values".split(" "),
);

const PRIMITIVES: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

const KINDS = new Set([
  ts.SyntaxKind.BindingElement,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.SpreadAssignment,
]);

export class Observed {
  /** Types of records that are seen; null if any may be. */
  private records: Set<ts.Type> | null = new Set();
  /** Whether records of any type get into one that is seen. */
  private areAllCopied = false;
  /** Whether objects of any class are seen, as what keeps a contract. */
  private areAllSeen = false;
  private readonly classes = new Set<ts.Declaration>();
  private readonly seen = new Set<ts.Type>();
  /** `null` is written somewhere, or read from JSON: what is unknown may be it. */
  readonly nullAppears: boolean;
  /** Whether the program makes or catches errors: what is unknown may be one. */
  readonly errorsAppear: boolean;
  /** Library classes that the program makes instances of. */
  private readonly made = new Set<string>();
  private readonly copies: { into: () => ts.Type[]; from: ts.Node }[] = [];
  private readonly known = new Map<ts.Node, boolean>();

  constructor(
    readonly types: Types,
    files: readonly ts.SourceFile[],
  ) {
    let [nullAppears, errorsAppear] = [false, false];
    for (const file of files) {
      walkKinds(file, KINDS, (node) => {
        nullAppears ||= node.kind === ts.SyntaxKind.NullKeyword || isNamed(node, "JSON");
        errorsAppear ||= this.givesError(node);
        this.enter(node);
      });
    }
    this.nullAppears = nullAppears;
    this.errorsAppear = errorsAppear;
    this.followCopies();
  }

  /** Whether values of any type are seen: Maps and Sets have to say themselves what they are. */
  get seesAnything(): boolean {
    return this.records === null;
  }

  /** Whether the program makes Maps or Sets: what is unknown may be one. */
  get hasCollections(): boolean {
    return this.made.has("Map") || this.made.has("Set");
  }

  private givesError(node: ts.Node): boolean {
    if (ts.isCatchClause(node)) return node.variableDeclaration !== undefined;
    const isError = () => isErrorType(this.types.typeAt(node), this);
    return ts.isNewExpression(node) && this.types.memory.fact("makes an error", node, isError);
  }

  isOrdered(literal: ts.Expression): boolean {
    const known = this.known.get(literal);
    if (known !== undefined) return known;
    const result = this.mayBeSeen(literal) && this.isSeen(this.typesOf(literal));
    this.known.set(literal, result);
    return result;
  }

  /** By the names of its members alone: only what has those of a type can be of the type. */
  private mayBeSeen(literal: ts.Expression): boolean {
    if (this.records === null || this.areAllCopied) return true;
    const find = () => memberNames(this.typesOf(literal));
    const names = this.types.memory.fact("member names", literal, find);
    if (names === null) return true;
    return [...this.records].some((type) => mayHaveMembersOf(type, names));
  }

  /** @param isHeld whether instances of a class get to where any value may be */
  isInspected(
    node: ts.ClassLikeDeclaration,
    isHeld: (node: ts.ClassLikeDeclaration) => boolean,
  ): boolean {
    if (this.areAllSeen || this.classes.has(node)) return true;
    if (this.records === null && isHeld(node)) return true;
    const base = baseExpression(node);
    const declaration = base && declarationOf(this.types.symbolAt(base));
    return declaration !== undefined && ts.isClassLike(declaration)
      ? this.isInspected(declaration, isHeld)
      : false;
  }

  /** What an object literal is by itself, and what it is said to be. */
  private typesOf(literal: ts.Expression): ts.Type[] {
    const result = [this.types.typeAt(literal)];
    let outer: ts.Node = literal;
    while (ts.isParenthesizedExpression(outer.parent) || ts.isSatisfiesExpression(outer.parent))
      outer = outer.parent;
    if (ts.isAssertionExpression(outer.parent)) result.push(this.types.typeAt(outer.parent));
    return result;
  }

  private isSeen(candidates: readonly ts.Type[]): boolean {
    if (this.records === null) return true;
    const { checker } = this.types;
    if (this.areAllCopied || (this.records.size > 0 && candidates.some(isOpen))) return true;
    return candidates.some((type) =>
      [...(this.records ?? [])].some(
        (seen) =>
          checker.isTypeAssignableTo(type, seen) ||
          // In a generic function it is seen as what the function is called with.
          (haveSameMembers(type, seen) && this.types.isGeneric(type)),
      ),
    );
  }

  private enter(node: ts.Node): void {
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression))
      this.made.add(node.expression.text);
    if (isNamed(node, "groupBy")) this.made.add("Map");
    if (ts.isForInStatement(node)) this.observe(this.types.typeAt(node.expression));
    if (ts.isSpreadAssignment(node) && this.types.kindAt(node.expression) === "instance")
      this.observe(this.types.typeAt(node.expression));
    if (ts.isSpreadAssignment(node))
      this.copies.push({ into: () => this.typesOf(node.parent), from: node.expression });
    const isRest = ts.isBindingElement(node) && node.dotDotDotToken !== undefined;
    if (isRest && ts.isObjectBindingPattern(node.parent))
      this.copies.push({ into: () => [this.types.typeAt(node)], from: node.parent });
    if (ts.isCallExpression(node)) this.enterArguments(node);
    if (isConsoleMethod(node) && !isCallee(node)) this.enterHandedOn(node);
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { expression: owner, name } = node.expression;
    if (!ts.isIdentifier(owner)) return;
    const isListing = owner.text === "Object" && LISTINGS.has(name.text);
    const isText = owner.text === "JSON" && name.text === "stringify";
    if (owner.text === "console" || isListing || isText) {
      for (const argument of node.arguments) this.observeValue(bare(argument));
    }
  }

  private observeValue(node: ts.Expression): void {
    const isPlain = () => this.isPlain(this.types.typeAt(node));
    if (!this.types.memory.fact("plain", node, isPlain)) this.observe(this.types.typeAt(node));
  }

  /** Whether nothing can be seen of the values of `type` but what they are. */
  private isPlain(type: ts.Type): boolean {
    return [...this.types.kindsOf(type)].every((kind) => PRIMITIVES.has(kind));
  }

  /** `values.forEach(console.log)` */
  private enterHandedOn(node: ts.PropertyAccessExpression): void {
    const wanted = this.types.checker.getContextualType(node);
    const parts = wanted === undefined ? [] : wanted.isUnion() ? wanted.types : [wanted];
    const [signature] = parts.flatMap((part) => part.getCallSignatures());
    if (signature === undefined) {
      this.records = null;
      this.areAllSeen = true;
    }
    for (const parameter of signature?.parameters ?? [])
      this.observe(this.types.checker.getTypeOfSymbolAtLocation(parameter, node));
  }

  /** Instances that a function takes as data are known by their fields (visitors/data-arguments.ts). */
  private enterArguments(node: ts.CallExpression): void {
    for (const argument of node.arguments) {
      if (this.types.kindAt(argument) !== "instance") continue;
      const find = () => this.isTakenForRecord(argument);
      if (this.types.memory.fact("taken for a record", argument, find))
        this.observe(this.types.typeAt(argument));
    }
  }

  private isTakenForRecord(argument: ts.Expression): boolean {
    const wanted = this.types.checker.getContextualType(argument);
    return wanted !== undefined && this.types.kindOf(wanted) === "record";
  }

  /** What is spread (or left by a pattern) into something that is seen is seen too. */
  private followCopies(): void {
    const size = () => (this.records?.size ?? 0) + Number(this.areAllCopied);
    for (let before = -1; before !== size() && this.records !== null;) {
      before = size();
      for (const { into, from } of this.copies) {
        if (this.isSeen(into())) this.observeCopied(this.types.typeAt(from));
      }
    }
  }

  /** Of what is spread in a generic function only the order counts: who shows the copy knows its type. */
  private observeCopied(type: ts.Type): void {
    if (isOpen(type) && this.areRecords(type)) this.areAllCopied = true;
    else this.observe(type);
  }

  private areRecords(type: ts.Type): boolean {
    return [...this.types.kindsOf(type)].every((kind) => kind === "record" || kind === "dict");
  }

  private observe(type: ts.Type): void {
    if (this.seen.has(type)) return;
    this.seen.add(type);
    if (this.isPlain(type)) return;
    if (type.isUnionOrIntersection()) {
      type.types.forEach((part) => this.observe(part));
      if (type.isUnion()) return;
    }
    const constraint = type.isTypeParameter() ? type.getConstraint() : undefined;
    if (constraint === undefined) this.observeWhole(type);
    else this.observe(constraint);
  }

  private observeWhole(type: ts.Type): void {
    switch (this.types.kindOf(type)) {
      case "unknown":
      case "contract":
        this.records = null;
        this.areAllSeen ||= (type.flags & ts.TypeFlags.Object) !== 0;
        return;
      case "instance":
        // `Thermostat & Partial<Thermostat>`
        if (type.isIntersection()) return type.types.forEach((part) => this.observe(part));
        type.symbol.declarations?.forEach((declaration) => this.classes.add(declaration));
        // A class is shown by what it declares, whatever its parameters are here.
        if ("target" in type) this.observe(type.target as ts.Type);
        return this.observeMembers(type);
      case "record":
      case "dict":
        this.records?.add(type);
        return this.observeMembers(type);
      case "array":
      case "map":
      case "promise":
      case "set":
      case "tuple":
        this.types.checker
          .getTypeArguments(type as ts.TypeReference)
          .forEach((part) => this.observe(part));
        return;
      default:
        return;
    }
  }

  private observeMembers(type: ts.Type): void {
    const { checker } = this.types;
    for (const property of type.getProperties()) {
      const declaration = declarationOf(property);
      if (declaration !== undefined && isInLibrary(declaration)) continue;
      const member = checker.getTypeOfSymbol(property);
      this.observe(member);
      // JSON shows what it gives (ECMAScript 25.5.2.2).
      if (property.name === "toJSON")
        member.getCallSignatures().forEach((signature) => this.observe(signature.getReturnType()));
    }
    for (const { type: part } of checker.getIndexInfosOfType(type)) this.observe(part);
  }
}

const isConsoleMethod = (node: ts.Node): node is ts.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(node) && isNamed(node.expression, "console");

const isCallee = (node: ts.Expression) =>
  ts.isCallExpression(node.parent) && node.parent.expression === node;
