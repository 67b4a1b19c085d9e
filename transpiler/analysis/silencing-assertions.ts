// What an assertion keeps silent about what is in a container or a record: that some of it is null or
// undefined, as in `values as number[]` of a `(number | null)[]`.
import { ts } from "ts-morph";
import { isAny, partsMissing, type Missing } from "./missing-elements";
import { bare, isNamed } from "./syntax";
import { declarationOf, type Types } from "./types";

/** Told of what may be missing although the assertion leaves it out. */
export interface Silenced {
  /** @param held the type of the elements, as it is asserted */
  element(missing: Missing, held: ts.Type): void;
  member(missing: Missing, member: ts.Declaration): void;
}

/** What is inside of containers and records counts too. */
export function silencedBy(node: ts.AssertionExpression, types: Types, told: Silenced): void {
  if (isFilteredByTruth(bare(node.expression))) return;
  compareTypes(types.typeAt(node.expression), types.typeAt(node), types, told);
}

/** What is missing in `from` and not in `to`. */
export const compareTypes = (from: ts.Type, to: ts.Type, types: Types, told: Silenced): void =>
  compare(from, to, { types, told, seen: new Map() });

interface Comparison {
  readonly types: Types;
  readonly told: Silenced;
  /** What was compared with which, as types may hold themselves. */
  readonly seen: Map<ts.Type, Set<ts.Type>>;
}

function compare(from: ts.Type, to: ts.Type, comparison: Comparison): void {
  const { types, told, seen } = comparison;
  const [given, wanted] = [from, to].map((type) => types.checker.getNonNullableType(type));
  if (given === undefined || wanted === undefined || given === wanted) return;
  if (seen.get(given)?.has(wanted)) return;
  seen.set(given, new Set(seen.get(given)).add(wanted));
  const [before, held] = [heldBy(given, types), heldBy(wanted, types)];
  if (before !== undefined && held !== undefined) {
    const missing = silenced(before, held);
    if (isAny(missing)) told.element(missing, held);
    compare(before, held, comparison);
  }
  if (types.kindOf(given) !== "record" || types.kindOf(wanted) !== "record") return;
  for (const property of wanted.getProperties()) compareMember(property, given, comparison);
}

function compareMember(property: ts.Symbol, owner: ts.Type, comparison: Comparison): void {
  const { checker } = comparison.types;
  const before = checker.getPropertyOfType(owner, property.name);
  const declaration = declarationOf(property);
  if (before === undefined || before === property || declaration === undefined) return;
  const [given, wanted] = [before, property].map((one) => checker.getTypeOfSymbol(one));
  if (given === undefined || wanted === undefined) return;
  const missing = silenced(given, wanted);
  if (isAny(missing)) comparison.told.member(missing, declaration);
  compare(given, wanted, comparison);
}

function silenced(given: ts.Type, wanted: ts.Type): Missing {
  const [before, after] = [partsMissing(given), partsMissing(wanted)];
  return {
    null: before.null && !after.null,
    undefined: before.undefined && !after.undefined,
  };
}

/** The type of what arrays, Maps, Sets and records with any keys hold. */
export function heldBy(type: ts.Type, types: Types): ts.Type | undefined {
  const { checker } = types;
  const container = checker.getNonNullableType(type);
  switch (types.kindOf(container)) {
    case "array":
    case "tuple":
      return checker.getIndexTypeOfType(container, ts.IndexKind.Number);
    case "dict":
      return checker.getIndexTypeOfType(container, ts.IndexKind.String);
    case "map":
    case "set":
      return checker.getTypeArguments(container as ts.TypeReference).at(-1);
    default:
      return undefined;
  }
}

/** `values.filter(Boolean)`: TypeScript does not see that nothing missing comes through. */
function isFilteredByTruth(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [test] = node.arguments;
  return node.expression.name.text === "filter" && test !== undefined && isNamed(test, "Boolean");
}
