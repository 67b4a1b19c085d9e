// What a TypeScript type is at run time: the question that nearly every visitor asks.
import { ts } from "ts-morph";
import { LIBRARY_KINDS } from "./library-kinds";
import { typeOfOperation } from "./operator-types";
import { isCaughtDeclaration } from "./syntax";

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

export const isLibraryFile = (file: ts.SourceFile): boolean =>
  file.isDeclarationFile && /\/(lib\.[^/]*|javascript)\.d\.ts$/.test(file.fileName);

const declarationsOf = (type: ts.Type) => type.symbol?.declarations ?? [];

function isFromLibrary(type: ts.Type): boolean {
  return declarationsOf(type).some((declaration) => isLibraryFile(declaration.getSourceFile()));
}

function singleOf(kinds: ReadonlySet<Kind>): Kind {
  const [kind = "unknown", ...others] = [...kinds].filter((each) => each !== "null");
  return others.length === 0 ? kind : "unknown";
}

export class Types {
  private readonly kinds = new Map<ts.Type, ReadonlySet<Kind>>();
  private readonly single = new Map<ReadonlySet<Kind>, Kind>();
  private readonly byNode = new Map<ts.Node, ts.Type>();
  private readonly symbols = new Map<ts.Node, ts.Symbol | undefined>();
  private readonly flavours = new Map<ts.Type, "int" | "float" | undefined>();

  /** Whether the program's tuples are lists, as they change (changed-tuples.ts). */
  private tuplesAreLists = false;

  constructor(
    readonly checker: ts.TypeChecker,
    /** Whether null is a value of its own (runtime/null-helpers.ts) and None is undefined alone. */
    readonly nullIsApart = false,
  ) {}

  /** The kinds of what is given for type parameters (type-arguments.ts). */
  private given: ReadonlyMap<ts.Symbol, ReadonlySet<Kind>> = new Map();

  learnGiven(given: ReadonlyMap<ts.Symbol, ReadonlySet<Kind>>): void {
    this.given = given;
    this.kinds.clear();
  }

  /** What the program decides on kinds, in words; null where words can't tell. */
  get decided(): string | null {
    return this.given.size > 0 ? null : `${this.tuplesAreLists} ${this.nullIsApart}`;
  }

  takeTuplesForLists(): void {
    this.tuplesAreLists = true;
    this.kinds.clear();
  }

  /** The kinds of values that `type` admits. */
  kindsOf(type: ts.Type): ReadonlySet<Kind> {
    const known = this.kinds.get(type);
    if (known !== undefined) return known;
    const kinds = new Set<Kind>(this.collect(type));
    this.kinds.set(type, kinds);
    return kinds;
  }

  /** Without null; "unknown" if there are several left. */
  kindOf(type: ts.Type): Kind {
    const kinds = this.kindsOf(type);
    let kind = this.single.get(kinds);
    if (kind === undefined) this.single.set(kinds, (kind = singleOf(kinds)));
    return kind;
  }

  kindAt(node: ts.Node): Kind {
    return isCoalescing(node) ? singleOf(this.kindsAt(node)) : this.kindOf(this.typeAt(node));
  }

  kindsAt(node: ts.Node): ReadonlySet<Kind> {
    // TypeScript says that `values[i]` is there, so the right side of `values[i] ?? x` has no part in the type.
    if (ts.isParenthesizedExpression(node)) return this.kindsAt(node.expression);
    if (isCoalescing(node)) {
      const left = [...this.kindsAt(node.left)].filter((kind) => kind !== "null");
      return new Set([...left, ...this.kindsAt(node.right)]);
    }
    return this.kindsOf(this.typeAt(node));
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
    if (isTextOfCaught(node, this.checker)) return this.checker.getStringType();
    const evident = ts.isBinaryExpression(node)
      ? typeOfOperation(node, (operand) => this.typeAt(operand), this.checker)
      : undefined;
    return evident ?? this.checker.getTypeAtLocation(node);
  }

  private collect(type: ts.Type): Kind[] {
    const { TypeFlags } = ts;
    if (isPropertyKey(type)) return ["string"];
    if (type.isUnion()) return this.kindsOfUnion(type);
    const simple: [ts.TypeFlags, Kind][] = [
      [TypeFlags.StringLike, "string"],
      [TypeFlags.NumberLike, "number"],
      [TypeFlags.BooleanLike, "boolean"],
      [TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Void, "null"],
    ];
    const found = simple.find(([flag]) => (type.flags & flag) !== 0);
    if (found !== undefined) return [found[1]];
    if ((type.flags & TypeFlags.Never) !== 0) return [];
    // `keyof T`: what names a member is text.
    if ((type.flags & TypeFlags.Index) !== 0) return ["string"];
    if ((type.flags & TypeFlags.TypeParameter) !== 0) {
      const given = this.given.get(type.symbol);
      if (given !== undefined) return [...given];
      const constraint = type.getConstraint();
      return constraint === undefined ? ["unknown"] : [...this.kindsOf(constraint)];
    }
    if (type.isIntersection()) return [this.kindOfIntersection(type)];
    const given = type.symbol && this.given.get(type.symbol);
    if (given !== undefined) return [...given].filter((kind) => kind !== "null");
    return [(type.flags & TypeFlags.Object) !== 0 ? this.kindOfObject(type) : "unknown"];
  }

  private kindsOfUnion(type: ts.UnionType): Kind[] {
    const [empty, others] = partition(type.types, (part) => this.isEmptyTuple(part));
    const kinds = others.flatMap((part) => [...this.kindsOf(part)]);
    // `text.match(/x/g) ?? []`: TypeScript takes the list on the right for an empty tuple.
    const isList = kinds.includes("array") && !kinds.includes("tuple");
    return isList || empty.length === 0 ? kinds : [...kinds, "tuple"];
  }

  private isEmptyTuple(type: ts.Type): boolean {
    return (
      !this.tuplesAreLists &&
      this.checker.isTupleType(type) &&
      this.checker.getTypeArguments(type as ts.TypeReference).length === 0
    );
  }

  private kindOfIntersection(type: ts.IntersectionType): Kind {
    const parts = type.types.filter((part) => !isAnything(part));
    const kinds = parts.map((part) => this.kindOf(part));
    const primitive = kinds.find((kind) => ["number", "string", "boolean"].includes(kind));
    if (primitive !== undefined) return primitive;
    return kinds.every((kind) => kind === "record") ? "record" : (kinds[0] ?? "unknown");
  }

  private kindOfObject(type: ts.Type): Kind {
    if (this.checker.isTupleType(type)) return this.tuplesAreLists ? "array" : "tuple";
    const library = isFromLibrary(type) ? LIBRARY_KINDS[type.symbol.name] : undefined;
    if (library !== undefined) return library;
    const declarations = declarationsOf(type);
    if (declarations.some(ts.isClassLike)) {
      return type.getConstructSignatures().length > 0 ? "function" : "instance";
    }
    if (type.getCallSignatures().length > 0) return "function";
    if (this.checker.getIndexInfosOfType(type).length > 0 || isOpenMapping(type)) return "dict";
    if (this.extendsError(type)) return "instance";
    const properties = type.getProperties();
    if (properties.some(isMethodLike)) return "contract";
    if (isFromLibrary(type) && properties.length > 0 && type.aliasSymbol === undefined) {
      return properties.every((property) => property.declarations?.every(inLibrary))
        ? "unknown"
        : "record";
    }
    if (this.isPythonInterface(type)) return "contract";
    return isAnything(type) ? "unknown" : "record";
  }

  /** An interface of errors with further members. */
  private extendsError(type: ts.Type): boolean {
    return type.isClassOrInterface() && this.checker.getBaseTypes(type).some(isError);
  }

  /** An interface of CircuitPython's own: its values are Python objects, whatever they hold. */
  private isPythonInterface(type: ts.Type): boolean {
    const declaration = declarationsOf(type)[0];
    return (
      declaration !== undefined &&
      declaration.getSourceFile().isDeclarationFile &&
      !inLibrary(declaration)
    );
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

/** `error.message` of what a `catch` calls `any`: other members of it are refused. */
function isTextOfCaught(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isIdentifier(node) || ts.isBindingElement(node)) {
    const part = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : node;
    return part !== undefined && ts.isBindingElement(part) && textPart(part) !== null;
  }
  if (!ts.isPropertyAccessExpression(node) || !isErrorText(node.name.text)) return false;
  if (isReason(node.expression, checker)) return true;
  if (!ts.isIdentifier(node.expression)) return false;
  const declaration = checker.getSymbolAtLocation(node.expression)?.valueDeclaration;
  return (
    declaration !== undefined &&
    isCaughtDeclaration(declaration) &&
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0
  );
}

const isErrorText = (id: string) => id === "message" || id === "name";

/** `result.reason`, what a promise failed by, if nobody has asked yet what it is. */
export function isReason(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "reason") return false;
  const declaration = checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  return (
    declaration !== undefined &&
    isLibraryFile(declaration.getSourceFile()) &&
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0
  );
}

/** The `message` or `name` that a part of `catch ({ message })` takes; null for any other pattern. */
export function textPart(node: ts.BindingElement): string | null {
  const holder = node.parent.parent;
  if (!ts.isVariableDeclaration(holder) || !ts.isCatchClause(holder.parent)) return null;
  const key = node.propertyName ?? node.name;
  const isPlain = !node.dotDotDotToken && !node.initializer && ts.isIdentifier(node.name);
  return isPlain && ts.isIdentifier(key) && isErrorText(key.text) ? key.text : null;
}

function partition<T>(values: readonly T[], test: (value: T) => boolean): [T[], T[]] {
  return [values.filter(test), values.filter((value) => !test(value))];
}

const isError = (type: ts.Type) => isFromLibrary(type) && type.symbol.name === "Error";

export const isCoalescing = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
/** `string | number | symbol`, what `keyof T` is at most. */
const isPropertyKey = (type: ts.Type): boolean =>
  type.isUnion() &&
  type.types.length === 3 &&
  type.types.every(({ flags }) => (flags & PROPERTY_KEY) !== 0);

const PROPERTY_KEY = ts.TypeFlags.String | ts.TypeFlags.Number | ts.TypeFlags.ESSymbol;

/** `Pick<T, K>` and the like, where T is not known yet: a record of members nobody knows. */
const isOpenMapping = (type: ts.Type): boolean =>
  ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0 &&
  type.getProperties().length === 0;

/** `{}`, or an interface without members: anything that is there. A test for null leaves it of `unknown`. */
const isAnything = (type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.Object) !== 0 &&
  ((type as ts.ObjectType).objectFlags & (ts.ObjectFlags.Anonymous | ts.ObjectFlags.Interface)) !==
    0 &&
  ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.ObjectLiteral) === 0 &&
  type.getProperties().length === 0 &&
  type.getCallSignatures().length === 0 &&
  type.getConstructSignatures().length === 0 &&
  type.getStringIndexType() === undefined &&
  type.getNumberIndexType() === undefined;

/** A method, or a getter or setter of an object literal; those of an interface are data. */
const isMethodLike = (property: ts.Symbol) =>
  (property.flags & ts.SymbolFlags.Method) !== 0 ||
  ((property.flags & ts.SymbolFlags.Accessor) !== 0 &&
    property.declarations?.some(({ parent }) => ts.isObjectLiteralExpression(parent)) === true);

function inLibrary(declaration: ts.Declaration): boolean {
  return isLibraryFile(declaration.getSourceFile());
}

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
