// What can be told by the names of members alone of whether a value is of a type.
import { ts } from "ts-morph";
import { isInheritedName } from "./record-keys";

/** All names of members of `types`; null if they do not say what a value can be taken for. */
export function memberNames(types: readonly ts.Type[]): ReadonlySet<string> | null {
  const isObject = (type: ts.Type) =>
    (type.flags & ts.TypeFlags.Object) !== 0 && type.getCallSignatures().length === 0;
  if (!types.every(isObject)) return null;
  return new Set(types.flatMap((type) => type.getProperties()).map(({ name }) => name));
}

/** Whether what has members of these names can be of `type`. */
export const mayHaveMembersOf = (type: ts.Type, names: ReadonlySet<string>): boolean =>
  type
    .getProperties()
    .every(({ flags, name }) => isOptional(flags) || names.has(name) || isInheritedName(name));

const isOptional = (flags: ts.SymbolFlags) => (flags & ts.SymbolFlags.Optional) !== 0;

export function haveSameMembers(a: ts.Type, b: ts.Type): boolean {
  const names = new Set(b.getProperties().map(({ name }) => name));
  const own = a.getProperties();
  return own.length === names.size && own.every(({ name }) => names.has(name));
}

/** `A & B` of a generic function: records of any members. */
export const isOpen = (type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.TypeParameter) !== 0 ||
  ((type.flags & ts.TypeFlags.Intersection) !== 0 &&
    (type as ts.IntersectionType).types.some(isOpen));
