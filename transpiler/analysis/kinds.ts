// Which kinds of values a TypeScript type admits at run time.
import { ts } from "ts-morph";
import { isIteratorLiteral, iteratorMaker } from "./syntax";
import { declarationsOf, isFromLibrary, isInLibrary } from "./library-files";
import { LIBRARY_KINDS } from "./library-kinds";
import type { Kind } from "./types";

export class Kinds {
  private readonly known = new Map<ts.Type, ReadonlySet<Kind>>();
  private readonly single = new Map<ReadonlySet<Kind>, Kind>();
  /** Whether the program's tuples are lists, as they change. */
  private tuplesAreLists = false;
  /** The kinds of what is given for type parameters (type-arguments.ts). */
  private given: ReadonlyMap<ts.Symbol, ReadonlySet<Kind>> = new Map();

  constructor(private readonly checker: ts.TypeChecker) {}

  learnGiven(given: ReadonlyMap<ts.Symbol, ReadonlySet<Kind>>): void {
    this.given = given;
    this.known.clear();
  }

  /** What the program decides on kinds, in words; null where words can't tell. */
  get decided(): string | null {
    return this.given.size > 0 ? null : String(this.tuplesAreLists);
  }

  takeTuplesForLists(): void {
    this.tuplesAreLists = true;
    this.known.clear();
  }

  /** The kinds of values that `type` admits. */
  of(type: ts.Type): ReadonlySet<Kind> {
    const known = this.known.get(type);
    if (known !== undefined) return known;
    const kinds = new Set<Kind>(this.collect(type));
    this.known.set(type, kinds);
    return kinds;
  }

  /** Without null; "unknown" if there are several left. */
  oneOf(type: ts.Type): Kind {
    return this.singleOf(this.of(type));
  }

  singleOf(kinds: ReadonlySet<Kind>): Kind {
    let kind = this.single.get(kinds);
    if (kind === undefined) this.single.set(kinds, (kind = singleOf(kinds)));
    return kind;
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
      return constraint === undefined ? ["unknown"] : [...this.of(constraint)];
    }
    // `T[K]`, `Extract<keyof T, string>`: what TypeScript lets be done with their values.
    if ((type.flags & (TypeFlags.IndexedAccess | TypeFlags.Conditional)) !== 0) {
      const constraint = this.checker.getBaseConstraintOfType(type);
      return constraint === undefined || constraint === type
        ? ["unknown"]
        : [...this.of(constraint)];
    }
    if (type.isIntersection()) return [this.kindOfIntersection(type)];
    const given = type.symbol && this.given.get(type.symbol);
    if (given !== undefined) return [...given].filter((kind) => kind !== "null");
    return [(type.flags & TypeFlags.Object) !== 0 ? this.kindOfObject(type) : "unknown"];
  }

  private kindsOfUnion(type: ts.UnionType): Kind[] {
    const [empty, others] = partition(type.types, (part) => this.isEmptyTuple(part));
    const kinds = others.flatMap((part) => [...this.of(part)]);
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
    const kinds = parts.map((part) => this.oneOf(part));
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
      return properties.every((property) => property.declarations?.every(isInLibrary))
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

  /** Whether values of `type` may be errors; contracts are kept by classes that nobody sees here. */
  mayBeError(type: ts.Type): boolean {
    const kinds = this.of(type);
    const isAny = kinds.has("unknown") && (type.flags & ts.TypeFlags.Object) !== 0;
    if (isAny || kinds.has("contract")) return true;
    if (!kinds.has("instance") || type.isUnionOrIntersection()) return kinds.has("instance");
    const own = "target" in type ? (type.target as ts.Type) : type;
    if (isError(own) || !own.isClassOrInterface()) return true;
    return this.checker.getBaseTypes(own).some((base) => this.mayBeError(base));
  }

  /** An interface of CircuitPython's own: its values are Python objects, whatever they hold. */
  private isPythonInterface(type: ts.Type): boolean {
    const declaration = declarationsOf(type)[0];
    return (
      declaration !== undefined &&
      declaration.getSourceFile().isDeclarationFile &&
      !isInLibrary(declaration)
    );
  }
}

/** Without null; "unknown" if there are several left. */
export function singleOf(kinds: ReadonlySet<Kind>): Kind {
  const [kind = "unknown", ...others] = [...kinds].filter((each) => each !== "null");
  return others.length === 0 ? kind : "unknown";
}

function partition<T>(values: readonly T[], test: (value: T) => boolean): [T[], T[]] {
  return [values.filter(test), values.filter((value) => !test(value))];
}

const isError = (type: ts.Type) => isFromLibrary(type) && type.symbol.name === "Error";

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
  property.declarations?.some((one) => isIteratorLiteral(one.parent) || iteratorMaker(one)) ===
    true ||
  ((property.flags & ts.SymbolFlags.Accessor) !== 0 &&
    property.declarations?.some(({ parent }) => ts.isObjectLiteralExpression(parent)) === true);
