// What a TypeScript type is at run time: the question that nearly every visitor asks.
import { ts } from "ts-morph";
import { isTextOfCaught } from "./caught-texts";
import { evidentKinds, evidentType } from "./evident-types";
import { Kinds } from "./kinds";
import { TypeMemory, type Flavour } from "./type-memory";

export type Kind =
  | "array"
  | "asyncIterator"
  | "boolean"
  | "buffer"
  | "bytes"
  | "contract"
  | "dict"
  | "function"
  | "instance"
  | "iterator"
  | "map"
  | "null"
  | "number"
  | "promise"
  | "record"
  | "regexp"
  | "set"
  | "string"
  | "tuple"
  | "typed"
  | "view"
  | "unknown";

export { isLibraryFile } from "./library-files";

export class Types {
  private readonly kinds: Kinds;
  private readonly byNode = new Map<ts.Node, ts.Type>();
  private readonly symbols = new Map<ts.Node, ts.Symbol | undefined>();
  private readonly flavours = new Map<ts.Type, "int" | "float" | undefined>();

  constructor(
    readonly checker: ts.TypeChecker,
    /** Whether null is a value of its own (runtime/null-helpers.ts) and None is undefined alone. */
    readonly nullIsApart = false,
    public memory = new TypeMemory(),
  ) {
    this.kinds = new Kinds(checker);
  }

  /** What may be another type than TypeScript takes it for (stale-types.ts). */
  stale: ReadonlyMap<ts.Node, ts.Type> = new Map();

  /** `words[9] ?? 0`: what is of more kinds than TypeScript takes it for (fallback-types.ts). */
  fallbacks: ReadonlyMap<ts.Node, ts.Type> = new Map();

  learnStale(stale: ReadonlyMap<ts.Node, ts.Type>, fallbacks: ReadonlyMap<ts.Node, ts.Type>): void {
    if (stale.size === 0 && fallbacks.size === 0) return;
    this.stale = new Map([...stale, ...fallbacks]);
    this.fallbacks = fallbacks;
    this.byNode.clear();
    this.memory = this.memory.whereStale(new Set(this.stale.keys()));
  }

  /** What members are of another declaration than TypeScript's (taken-errors.ts). */
  learnSymbols(symbols: ReadonlyMap<ts.Node, ts.Symbol>): void {
    for (const [node, symbol] of symbols) this.symbols.set(node, symbol);
  }

  /** Whether iterators end with nothing, where their type says `any` (iterator-ends.ts). */
  iteratorsEndWithNothing = false;

  /** @param given the kinds of what is given for type parameters (type-arguments.ts) */
  learnGiven(given: ReadonlyMap<ts.Symbol, ReadonlySet<Kind>>): void {
    if (given.size === 0) return;
    this.kinds.learnGiven(given);
    this.memory = new TypeMemory();
  }

  /** What the program decides on kinds, in words; null where words can't tell. */
  get decided(): string | null {
    const { decided } = this.kinds;
    const others = `${this.nullIsApart} ${this.iteratorsEndWithNothing}`;
    return decided === null ? null : `${decided} ${others}`;
  }

  /** For programs that change their tuples (changed-tuples.ts). */
  takeTuplesForLists(): void {
    this.kinds.takeTuplesForLists();
    this.memory = this.memory.whereTuplesAreLists;
  }

  /** The kinds of values that `type` admits. */
  kindsOf(type: ts.Type): ReadonlySet<Kind> {
    return this.kinds.of(type);
  }

  /** Without null; "unknown" if there are several left. */
  kindOf(type: ts.Type): Kind {
    return this.kinds.oneOf(type);
  }

  kindAt(node: ts.Node): Kind {
    return this.kinds.singleOf(isCoalescing(node) ? this.kindsAt(node) : this.kindsOfNode(node));
  }

  kindsAt(node: ts.Node): ReadonlySet<Kind> {
    // TypeScript says that `values[i]` is there, so the right side of `values[i] ?? x` has no part in the type.
    if (ts.isParenthesizedExpression(node)) return this.kindsAt(node.expression);
    if (isCoalescing(node)) {
      const left = [...this.kindsAt(node.left)].filter((kind) => kind !== "null");
      return new Set([...left, ...this.kindsAt(node.right)]);
    }
    return this.kindsOfNode(node);
  }

  private kindsOfNode(node: ts.Node): ReadonlySet<Kind> {
    return this.memory.kindsAt(node, () => this.findKindsAt(node));
  }

  private findKindsAt(node: ts.Node): ReadonlySet<Kind> {
    const evident = this.stale.has(node) ? undefined : evidentKinds(node, this);
    return evident ?? this.kindsOf(this.typeAt(node));
  }

  /** Kept: the checker follows a variable's mention back through the whole function at each asking. */
  typeAt(node: ts.Node): ts.Type {
    const known = this.byNode.get(node);
    if (known !== undefined) return known;
    const type = this.findTypeAt(node);
    this.byNode.set(node, type);
    return type;
  }

  private findTypeAt(node: ts.Node): ts.Type {
    const isText = isTextOfCaught(node, this.checker, (name) => this.symbolAt(name));
    if (isText) return this.checker.getStringType();
    const type =
      this.stale.get(node) ?? evidentType(node, this) ?? this.checker.getTypeAtLocation(node);
    return (type.flags & ts.TypeFlags.Never) !== 0 ? (this.declaredType(node) ?? type) : type;
  }

  /** Where TypeScript thinks that no value is left, what comes after all is what was declared. */
  private declaredType(node: ts.Node): ts.Type | undefined {
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return undefined;
    const symbol = this.symbolAt(ts.isIdentifier(node) ? node : node.name);
    return symbol && this.checker.getTypeOfSymbol(symbol);
  }

  /** Whether None is null among the values of `node`: undefined does not count. */
  acceptsNull(node: ts.Node): boolean {
    return !this.nullIsApart && this.includesNull(node);
  }

  /** Whether null itself is among the values of `node`, whatever it is in Python. */
  includesNull(node: ts.Node): boolean {
    return this.hasPart(node, ts.TypeFlags.Null);
  }

  /** Whether undefined itself is among the values of `node`. */
  acceptsUndefined(node: ts.Node): boolean {
    return this.hasPart(node, ts.TypeFlags.Undefined | ts.TypeFlags.Void);
  }

  private hasPart(node: ts.Node, wanted: ts.TypeFlags): boolean {
    const kinds = this.kindsOfNode(node);
    if (!kinds.has("null") && !kinds.has("unknown")) return false;
    const own = this.typeAt(node);
    // `T extends string | null`
    const type = this.checker.getBaseConstraintOfType(own) ?? own;
    return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & wanted) !== 0);
  }

  /** Whether null or undefined is among the values. */
  isNullable(type: ts.Type): boolean {
    return this.kindsOf(type).has("null");
  }

  /** "int" or "float" if `type` is one of the two flavours of `number`. */
  flavourOf(type: ts.Type): "int" | "float" | undefined {
    if (this.flavours.has(type)) return this.flavours.get(type);
    const flavour = this.brandOf(type);
    this.flavours.set(type, flavour);
    return flavour;
  }

  flavourAt(node: ts.Node): Flavour {
    return this.memory.fact("flavour", node, () => this.flavourOf(this.typeAt(node)));
  }

  private brandOf(type: ts.Type): "int" | "float" | undefined {
    const bare = this.checker.getNonNullableType(type);
    const property = this.checker.getPropertyOfType(bare, "__numeric");
    if (property === undefined) return undefined;
    const flavour = this.checker.getNonNullableType(this.checker.getTypeOfSymbol(property));
    return flavour.isStringLiteral() && flavour.value === "int" ? "int" : "float";
  }

  /** Whether `for … of` runs over values of this class: it has a method `[Symbol.iterator]`. */
  hasIterator(type: ts.Type): boolean {
    return this.iteratorOf(type) !== undefined;
  }

  private iteratorOf(type: ts.Type): ts.Symbol | undefined {
    return this.checker
      .getPropertiesOfType(this.checker.getNonNullableType(type))
      .find(({ escapedName }) => String(escapedName).startsWith("__@iterator"));
  }

  /** Whether values of `type` may be errors: of the library, of a class that extends one, of a contract. */
  mayBeError(type: ts.Type): boolean {
    return this.kinds.mayBeError(type);
  }

  /** What an object of a class with `[Symbol.iterator]` gives. */
  iteratedType(type: ts.Type): ts.Type | undefined {
    const symbol = this.iteratorOf(type);
    const made = symbol && this.checker.getTypeOfSymbol(symbol).getCallSignatures()[0];
    return made && this.checker.getTypeArguments(made.getReturnType() as ts.TypeReference)[0];
  }

  /** Whether a type parameter has a part in a record, a container or a union. */
  isGeneric(type: ts.Type, seen = new Set<ts.Type>()): boolean {
    if (seen.has(type)) return false;
    seen.add(type);
    if ((type.flags & ts.TypeFlags.TypeParameter) !== 0) return true;
    const isReference =
      (type.flags & ts.TypeFlags.Object) !== 0 &&
      ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
    const parts = type.isUnionOrIntersection()
      ? type.types
      : isReference
        ? this.checker.getTypeArguments(type as ts.TypeReference)
        : this.kindOf(type) === "record"
          ? type.getProperties().map((property) => this.checker.getTypeOfSymbol(property))
          : [];
    return parts.some((part) => this.isGeneric(part, seen));
  }

  /** Where what `node` names is declared. */
  declarationAt(node: ts.Node): ts.Declaration | undefined {
    const find = () => declarationOf(this.symbolAt(node));
    return this.memory.declaration("named", node, find) as ts.Declaration | undefined;
  }

  /** What `node` calls, as it is declared. */
  calledBy(node: ts.CallLikeExpression): ts.Node | undefined {
    const find = () => this.checker.getResolvedSignature(node)?.declaration;
    return this.memory.declaration("called", node, find);
  }

  /** The symbol that `node` names, with imports followed to where they end. */
  symbolAt(node: ts.Node): ts.Symbol | undefined {
    if (this.symbols.has(node)) return this.symbols.get(node);
    const symbol = this.checker.getSymbolAtLocation(node);
    const resolved = symbol && this.resolve(symbol);
    this.symbols.set(node, resolved);
    return resolved;
  }

  resolve(symbol: ts.Symbol): ts.Symbol {
    return (symbol.flags & ts.SymbolFlags.Alias) !== 0
      ? this.checker.getAliasedSymbol(symbol)
      : symbol;
  }
}

export const isCoalescing = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;

/** Where a symbol is declared: what it is known by, since generics make many symbols of one. */
export function declarationOf(symbol: ts.Symbol | undefined): ts.Declaration | undefined {
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
}

/** JSDoc's `@tag text` on `declaration`, "" without text. */
export function tagOf(declaration: ts.Node | undefined, tag: string): string | undefined {
  if (declaration === undefined) return undefined;
  const found = ts.getJSDocTags(declaration).find((candidate) => candidate.tagName.text === tag);
  if (found === undefined) return undefined;
  return (ts.getTextOfJSDocComment(found.comment) ?? "").trim();
}
