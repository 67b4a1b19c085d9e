// Records where objects with methods are expected and the other way about, however deep in a type:
// Python reaches the members of one by key, of the other by attribute.
import { ts } from "ts-morph";
import { isFunctionNode } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import { alternativesOf } from "../analysis/value-places";
import { isInstance } from "./literal-classes";
import type { Context } from "./context";

/** What a program makes itself: reached by attribute, or by key. */
const OBJECTS: ReadonlySet<Kind> = new Set(["contract", "dict", "instance", "record"]);

const HOLDERS: ReadonlySet<Kind> = new Set([
  "array",
  "asyncIterator",
  "iterator",
  "map",
  "promise",
  "set",
  "tuple",
]);

/** Types within types: beyond this depth nothing is looked for. */
const DEPTH = 4;

export interface Crossing {
  readonly from: Kind;
  readonly to: Kind;
}

/** What was found of two types, which do not change. */
const known = new WeakMap<ts.Type, WeakMap<ts.Type, Crossing | null>>();

/** Where `node` would be reached in the wrong way through `wanted`; null if nowhere. */
export function crossingAt(
  node: ts.Expression,
  wanted: ts.Type,
  context: Context,
): Crossing | null {
  // What is written down is looked at part by part.
  if (ts.isArrayLiteralExpression(node) || alternativesOf(node) !== null) return null;
  const from = context.types.typeAt(node);
  const crossings = new Crossings(context);
  if (isFunctionNode(node)) return crossings.ofParameters(from, wanted);
  const found = known.get(from) ?? new WeakMap<ts.Type, Crossing | null>();
  known.set(from, found);
  if (!found.has(wanted)) found.set(wanted, crossings.between(from, wanted, DEPTH));
  return found.get(wanted) ?? null;
}

export const isReachedByKey = (kind: Kind): boolean => kind === "record" || kind === "dict";

class Crossings {
  private readonly seen = new Map<ts.Type, Set<ts.Type>>();

  constructor(private readonly context: Context) {}

  between(from: ts.Type, to: ts.Type, depth: number): Crossing | null {
    const seen = this.seen.get(from) ?? new Set();
    if (from === to || depth === 0 || seen.has(to)) return null;
    this.seen.set(from, seen.add(to));
    for (const part of partsOf(from)) {
      const found = this.ofPart(part, partsOf(to), depth);
      if (found !== null) return found;
    }
    return null;
  }

  /** What takes `part` as it is makes the others harmless. */
  private ofPart(part: ts.Type, others: readonly ts.Type[], depth: number): Crossing | null {
    const { checker } = this.context.types;
    const takers =
      others.length === 1
        ? others
        : others.filter((other) => checker.isTypeAssignableTo(part, other));
    const found = takers.map((other) => this.compare(part, other, depth));
    return found.includes(null) ? null : (found[0] ?? null);
  }

  private compare(from: ts.Type, to: ts.Type, depth: number): Crossing | null {
    if (from === to) return null;
    const { types } = this.context;
    const [has, wants] = [this.kindOf(from), types.kindOf(to)];
    if (has === "function" && wants === "function") return this.ofFunctions(from, to, depth);
    if (HOLDERS.has(has) && HOLDERS.has(wants)) return this.ofElements(from, to, depth);
    if (!OBJECTS.has(has) || !OBJECTS.has(wants) || isEmpty(to)) return null;
    if (isReachedByKey(has) !== isReachedByKey(wants)) return { from: has, to: wants };
    return this.ofMembers(from, to, depth);
  }

  /** An object literal is what it was made for. */
  private kindOf(type: ts.Type): Kind {
    const kind = this.context.types.kindOf(type);
    const [declaration] = type.symbol?.declarations ?? [];
    if (declaration === undefined || !ts.isObjectLiteralExpression(declaration)) return kind;
    return OBJECTS.has(kind) && isInstance(declaration, this.context) ? "contract" : kind;
  }

  private ofElements(from: ts.Type, to: ts.Type, depth: number): Crossing | null {
    const { checker } = this.context.types;
    const wanted = checker.getTypeArguments(to as ts.TypeReference);
    const given = checker.getTypeArguments(from as ts.TypeReference);
    return first(given, (type, index) => {
      const other = wanted.length === 1 ? wanted[0] : wanted[index];
      return other === undefined ? null : this.between(type, other, depth - 1);
    });
  }

  private ofMembers(from: ts.Type, to: ts.Type, depth: number): Crossing | null {
    const { checker } = this.context.types;
    const values = from.getStringIndexType();
    const wanted = to.getStringIndexType();
    const inner = values && wanted && this.between(values, wanted, depth - 1);
    if (inner) return inner;
    return first(from.getProperties(), (property) => {
      const other = to.getProperty(property.name);
      const type = other === undefined ? wanted : checker.getTypeOfSymbol(other);
      return type === undefined
        ? null
        : this.between(checker.getTypeOfSymbol(property), type, depth - 1);
    });
  }

  /** A function is given what its caller has, and gives what its caller takes. */
  private ofFunctions(from: ts.Type, to: ts.Type, depth: number): Crossing | null {
    const [own] = from.getCallSignatures();
    const [other] = to.getCallSignatures();
    if (own === undefined || other === undefined) return null;
    return (
      this.ofParameters(from, to, depth) ??
      this.between(own.getReturnType(), other.getReturnType(), depth - 1)
    );
  }

  ofParameters(from: ts.Type, to: ts.Type, depth = DEPTH): Crossing | null {
    const { checker } = this.context.types;
    const [own] = from.getCallSignatures();
    const [other] = to.getCallSignatures();
    if (own === undefined || other === undefined) return null;
    return first(own.parameters, (parameter, index) => {
      const given = other.parameters[index];
      if (given === undefined || isRest(parameter) || isRest(given)) return null;
      return this.between(
        checker.getTypeOfSymbol(given),
        checker.getTypeOfSymbol(parameter),
        depth - 1,
      );
    });
  }
}

const isRest = ({ valueDeclaration }: ts.Symbol): boolean =>
  valueDeclaration !== undefined &&
  ts.isParameter(valueDeclaration) &&
  valueDeclaration.dotDotDotToken !== undefined;

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

const isEmpty = (type: ts.Type): boolean =>
  type.getProperties().length === 0 && type.getStringIndexType() === undefined;

function first<T>(
  values: readonly T[],
  find: (value: T, index: number) => Crossing | null,
): Crossing | null {
  for (const [index, value] of values.entries()) {
    const found = find(value, index);
    if (found !== null) return found;
  }
  return null;
}
