// What an assertion keeps silent about the elements of a container: that some are null or undefined,
// as in `values as number[]` of a `(number | null)[]`.
import { ts } from "ts-morph";
import { isAny, partsMissing, type Missing } from "./missing-elements";
import { bare, isNamed } from "./syntax";
import type { Types } from "./types";

export interface Hushed {
  readonly missing: Missing;
  /** The type of the elements, as it is asserted. */
  readonly held: ts.Type;
}

/** Of containers in containers too. */
export function hushedElements(node: ts.AssertionExpression, types: Types): Hushed[] {
  if (isFilteredByTruth(bare(node.expression))) return [];
  return hushedBetween(types.typeAt(node.expression), types.typeAt(node), types);
}

function hushedBetween(from: ts.Type, to: ts.Type, types: Types): Hushed[] {
  const given = heldBy(from, types);
  const held = heldBy(to, types);
  // A type of its own is held by itself: `type Tree = Tree[]`.
  if (given === undefined || held === undefined || held === to) return [];
  const [before, after] = [partsMissing(given), partsMissing(held)];
  const missing = {
    null: before.null && !after.null,
    undefined: before.undefined && !after.undefined,
  };
  const inside = hushedBetween(given, held, types);
  return isAny(missing) ? [{ missing, held }, ...inside] : inside;
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
