// `a, b = pair`: tuples of which a pattern names every element, so that Python takes them apart itself.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import { assign, name, tuple } from "../python/build";
import type { Context } from "./context";

/** The one assignment for `pattern`; null if it takes more. */
export function wholeTuple(
  pattern: ts.ArrayBindingPattern | ts.ArrayLiteralExpression,
  source: py.Expression,
  type: ts.Type,
  context: Context,
): py.Statement[] | null {
  if (!ts.isArrayBindingPattern(pattern) || !isWhole(pattern, type, context)) return null;
  const targets = elementTargets(pattern, context);
  if (targets === null) return null;
  return [assign(tuple(...targets.map((target) => target ?? name("_"))), source)];
}

/** The types of the elements that every tuple of `type` has. */
export function fixedTypes(type: ts.Type, context: Context): readonly ts.Type[] {
  const reference = type as ts.TupleTypeReference;
  return context.types.checker
    .getTypeArguments(reference)
    .filter((_, index) => reference.target.elementFlags[index] === ts.ElementFlags.Required);
}

/** One target for every place, null for those left out; null if a pattern is more than names. */
export function elementTargets(
  pattern: ts.ArrayBindingPattern,
  context: Context,
): (py.Name | null)[] | null {
  const targets: (py.Name | null)[] = [];
  for (const element of pattern.elements) {
    if (ts.isOmittedExpression(element)) targets.push(null);
    else if (
      !ts.isIdentifier(element.name) ||
      element.initializer !== undefined ||
      element.dotDotDotToken !== undefined
    ) {
      return null;
    } else targets.push(name(context.declaredName(element)));
  }
  return targets;
}

/** Whether `pattern` has a target for every element of the tuple. */
export function isWhole(pattern: ts.ArrayBindingPattern, type: ts.Type, context: Context): boolean {
  if (!context.types.checker.isTupleType(type)) return false;
  const all = context.types.checker.getTypeArguments(type as ts.TypeReference).length;
  return fixedTypes(type, context).length === all && all === pattern.elements.length;
}
