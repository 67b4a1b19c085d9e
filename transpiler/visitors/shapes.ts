// What a value does not say of itself in Python, for the console: which of null and undefined
// None is, and whether a dict is a record, a Map or a Set.
import { ts } from "ts-morph";
import { kindAtStart } from "../analysis/kind-words";
import { declarationOf, isLibraryFile, type Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { dict, NONE, string, tuple } from "../python/build";
import type { Context } from "./context";
import type { NothingWord } from "./nothing";

/** null: undefined for None, records for dicts; "null": null for None. */
export type Shape = py.Expression | null;

/** What stands in the way, for a diagnostic. */
export class Shapeless extends Error {}

/** None that is null in one place and undefined in another. */
export class NullOrUndefined extends Shapeless {}

/** Says at `node` what stands in the way; goes on with any other error. */
export function refuseShape(node: ts.Node, error: unknown, context: Context): py.Expression {
  if (!(error instanceof Shapeless)) throw error;
  return error instanceof NullOrUndefined
    ? context.refuse(node, "undefinedOrNull")
    : context.refuse(node, "stringOf", error.message);
}

interface Features {
  null: boolean;
  undefined: boolean;
  /** Maps, Sets and functions, which need a shape. */
  shaped: boolean;
}

const NULL = string("null");

/** The shape of what is of `type`. @throws Shapeless */
export function shapeOf(type: ts.Type, context: Context, top?: NothingWord | null): Shape {
  return new Shapes(context).of(type, [], top);
}

/** The shape of a member, which may be a function: its name says how that is shown. */
export function shapeOfMember(text: string, type: ts.Type, context: Context): Shape {
  return new Shapes(context).ofMember(text, type, []);
}

/** The same for JSON, which leaves functions out and shows nothing of a Map. */
export function jsonShapeOf(type: ts.Type, context: Context, top: NothingWord | null): Shape {
  return new Shapes(context, true).of(type, [], top);
}

/** The shape of `node`, whose parts may be known one by one where the type alone says too little. */
export function shapeOfValue(
  node: ts.Expression,
  context: Context,
  top: NothingWord | null,
): Shape {
  const type = context.types.typeAt(node);
  if (!ts.isArrayLiteralExpression(node) || node.elements.some(ts.isSpreadElement))
    return shapeOf(type, context, top);
  try {
    return shapeOf(type, context, top);
  } catch (error) {
    if (!(error instanceof Shapeless)) throw error;
    const parts = node.elements.map((element) => shapeOfValue(element, context, null) ?? NONE);
    return tuple(string("array"), string("undefined"), ...parts);
  }
}

/** What Node shows by words of its own, `[Map Iterator] { 'a' }`. */
const UNSHOWN: readonly Kind[] = ["asyncIterator", "buffer", "iterator", "promise", "view"];

class Shapes {
  constructor(
    private readonly context: Context,
    private readonly isJson = false,
  ) {}

  of(type: ts.Type, path: readonly ts.Type[], top?: NothingWord | null): Shape {
    const features = this.features(type);
    if (top === "null") features.null = true;
    if (top === "undefined") features.undefined = true;
    if (!features.shaped && !(features.null && features.undefined))
      return features.null ? NULL : null;
    if (path.includes(type)) throw new Shapeless("A type that holds itself");
    const nothing = top ?? this.nothing(type);
    const parts = type.isUnion() ? type.types : [type];
    const shapes = parts.flatMap((part) => this.composite(part, nothing, [...path, type]));
    const [first, ...others] = shapes;
    if (first === undefined) return nothing === "null" ? NULL : null;
    if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first)))
      throw new Shapeless("A value of several kinds");
    return first;
  }

  ofMember(text: string, type: ts.Type, path: readonly ts.Type[]): Shape {
    if (this.isJson || this.context.types.kindOf(type) !== "function") return this.of(type, path);
    const shown = this.context.analysis.functionNames.ofMember(text);
    if (shown === null || this.nothing(type) === "null")
      throw new Shapeless("A function of unknown name");
    return string(shown);
  }

  private nothing(type: ts.Type): NothingWord {
    const has = (flags: ts.TypeFlags) =>
      (type.isUnion() ? type.types : [type]).some((part) => (part.flags & flags) !== 0);
    const isNull = has(ts.TypeFlags.Null) && !this.context.types.nullIsApart;
    if (isNull && has(ts.TypeFlags.Undefined | ts.TypeFlags.Void)) throw new NullOrUndefined();
    return isNull ? "null" : "undefined";
  }

  /** The shape of a value that has parts; none for one that has not. */
  private composite(type: ts.Type, nothing: NothingWord, path: readonly ts.Type[]): Shape[] {
    const { checker } = this.context.types;
    // In an array of JSON undefined reads as null.
    const word = (part: ts.Type) =>
      this.isJson && this.context.types.isNullable(part) ? "null" : undefined;
    const inner = () =>
      checker
        .getTypeArguments(type as ts.TypeReference)
        .map((part) => this.of(part, path, word(part)) ?? NONE);
    const form = (kind: string, ...parts: py.Expression[]) => [
      tuple(string(kind), string(nothing), ...parts),
    ];
    switch (this.context.types.kindOf(type)) {
      case "array":
      case "tuple":
        return isMatchType(type) ? form("array", string("undefined")) : form("array", ...inner());
      case "map":
        return this.isJson ? form("map") : form("map", ...inner());
      case "set":
        return this.isJson ? form("set") : form("set", ...inner());
      case "dict":
      case "record":
        return form("record", ...this.members(type, path));
      case "unknown":
        return this.context.types.kindsOf(type).has("unknown") ? this.unknown(type) : [];
      default:
        return [];
    }
  }

  /** Only which of null and undefined None is can be told of a value of any kind. */
  private unknown(type: ts.Type): Shape[] {
    if (this.context.types.nullIsApart) return [];
    const { nothing } = this.context.analysis.unknowns;
    if (nothing.null && nothing.undefined) throw new NullOrUndefined();
    return nothing.null || (type.flags & ts.TypeFlags.Any) !== 0 ? [NULL] : [];
  }

  private members(type: ts.Type, path: readonly ts.Type[]): py.Expression[] {
    const { checker } = this.context.types;
    const [index] = checker.getIndexInfosOfType(type);
    const rest = index === undefined ? null : this.of(index.type, path);
    const entries = type.getProperties().flatMap((property) => {
      const shape = this.ofMember(property.name, this.memberType(property), path);
      return shape === null ? [] : [{ key: string(property.name), value: shape }];
    });
    return [rest ?? NONE, dict(...entries)];
  }

  /** Without the undefined of an optional member, which is not there then. */
  private memberType(property: ts.Symbol): ts.Type {
    const { checker, iteratorsEndWithNothing } = this.context.types;
    const type = checker.getTypeOfSymbol(property);
    const isEnd = iteratorsEndWithNothing && isOfLastStep(property);
    if (isEnd && (type.flags & ts.TypeFlags.Any) !== 0) return checker.getUndefinedType();
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    return isOptional && !containsNull(type) ? checker.getNonNullableType(type) : type;
  }

  private features(type: ts.Type): Features {
    const features: Features = { null: false, undefined: false, shaped: false };
    this.collect(type, features, new Set());
    return this.context.types.nullIsApart ? { ...features, null: false } : features;
  }

  private collect(type: ts.Type, features: Features, seen: Set<ts.Type>, isMember = false): void {
    if (seen.has(type)) return;
    seen.add(type);
    const { types } = this.context;
    if (type.isUnion()) {
      type.types.forEach((part) => this.collect(part, features, seen, isMember));
      return;
    }
    if ((type.flags & ts.TypeFlags.Null) !== 0) features.null = true;
    if ((type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0)
      features.undefined = true;
    for (const kind of types.kindsOf(type)) this.collectKind(kind, type, features, seen, isMember);
  }

  private collectKind(
    kind: Kind,
    type: ts.Type,
    features: Features,
    seen: Set<ts.Type>,
    isMember: boolean,
  ): void {
    const { checker } = this.context.types;
    if (kind === "map" || kind === "set") features.shaped = true;
    if (
      type.symbol?.name === "PromiseRejectedResult" &&
      this.context.analysis.observed.errorsAppear
    )
      throw new Shapeless("What a promise failed by");
    if (type.symbol?.name === "RegExpStringIterator") throw new Shapeless(kindAtStart("iterator"));
    if (type.symbol?.name.startsWith("Weak")) throw new Shapeless(`A ${type.symbol.name}`);
    if (this.isJson && (kind === "map" || kind === "set" || kind === "function")) return;
    if (isMatchType(type)) {
      // Groups that take no part are undefined.
      features.undefined = true;
      return;
    }
    if (["array", "map", "set", "tuple"].includes(kind)) {
      const parts = checker.getTypeArguments(type as ts.TypeReference);
      parts.forEach((part) => this.collect(part, features, seen));
    } else if (kind === "dict" || kind === "record") {
      checker.getIndexInfosOfType(type).forEach((info) => this.collect(info.type, features, seen));
      for (const property of type.getProperties())
        this.collect(this.memberType(property), features, seen, true);
    } else if (kind === "unknown") this.collectUnknown(type, features);
    else if (kind === "instance" && type.isIntersection())
      throw new Shapeless("An instance with members of another type");
    else if (kind === "instance" && isLibrary(type)) throw new Shapeless(`An ${type.symbol.name}`);
    else if (kind === "bytes" && type.symbol.name !== "Uint8Array")
      throw new Shapeless(`An ${type.symbol.name}`);
    else if (kind === "function") {
      // One that is no member may be any.
      if (!isMember) throw new Shapeless("A function");
      features.shaped = true;
    } else if (UNSHOWN.includes(kind) || (kind === "contract" && isLibrary(type)))
      throw new Shapeless(kindAtStart(kind));
  }

  private collectUnknown(type: ts.Type, features: Features): void {
    const { observed, recordKeys, unknowns } = this.context.analysis;
    if ((type.flags & ts.TypeFlags.Any) !== 0 && recordKeys.anyIsJson) {
      features.null ||= recordKeys.nullInJson;
      return;
    }
    const mayBeError = observed.errorsAppear && unknowns.holdErrors;
    const isKnown = observed.seesAnything || !observed.hasCollections;
    // JSON leaves functions out, and shows nothing of the others.
    const isNamed = !this.isJson && unknowns.hold("function", "regexp", ...UNSHOWN);
    if (mayBeError || !isKnown || isNamed) throw new Shapeless("A value of unknown kind");
    features.null ||= unknowns.nothing.null;
    features.undefined ||= unknowns.nothing.undefined;
  }
}

/** The `value` that an iterator ends with. */
function isOfLastStep(property: ts.Symbol): boolean {
  const holder = declarationOf(property)?.parent;
  return (
    holder !== undefined &&
    ts.isInterfaceDeclaration(holder) &&
    holder.name.text === "IteratorReturnResult"
  );
}

const containsNull = (type: ts.Type) =>
  type.isUnion() && type.types.some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0);

/** A library class, or one that extends it, as Error: Node shows more of it than its fields. */
function isLibrary(type: ts.Type): boolean {
  const declaration = declarationOf(type.symbol);
  if (declaration === undefined) return true;
  if (isLibraryFile(declaration.getSourceFile()) || declaration.getSourceFile().isDeclarationFile)
    return true;
  return (type as ts.InterfaceType).getBaseTypes()?.some(isLibrary) ?? false;
}

/** What `exec` and `match` find. */
const isMatchType = (type: ts.Type): boolean =>
  ["RegExpExecArray", "RegExpMatchArray"].includes(type.symbol?.name ?? "");
