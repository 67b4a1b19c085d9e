// What the elements of an array are, as far as methods ask.
import { ts } from "ts-morph";
import type { Kind } from "../analysis/types";
import type { MemberCall } from "./member-call";

/** What `==` and `in` of Python compare as `===` does. */
const COMPARABLE: ReadonlySet<Kind> = new Set(["boolean", "instance", "null", "string"]);

/** Whether Python's `==` tells the argument from all elements as `===` does. */
export function isComparable(one: MemberCall): boolean {
  const [wanted] = one.arguments;
  if (wanted === undefined) return false;
  const kinds = [...one.context.types.kindsAt(wanted), ...elementKinds(one)];
  if (kinds.includes("number")) {
    return kinds.every((kind) => kind === "number" || kind === "string" || kind === "null");
  }
  return kinds.every((kind) => COMPARABLE.has(kind));
}

export function elementType({ receiver, context }: MemberCall): ts.Type | undefined {
  const type = context.types.checker.getNonNullableType(context.types.typeAt(receiver));
  return context.types.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
}

export function elementKinds(one: MemberCall): Kind[] {
  const element = elementType(one);
  return element === undefined ? ["unknown"] : [...one.context.types.kindsOf(element)];
}

/** Whether None may be null among the elements. */
export function holdsNull(one: MemberCall): boolean {
  const element = elementType(one);
  const parts = element?.isUnion() ? element.types : [element];
  const hasNull = parts.some((part) => part && (part.flags & ts.TypeFlags.Null) !== 0);
  return hasNull && !one.context.types.nullIsApart;
}

/** Whether all elements are ints for sure. */
export const holdsInts = (one: MemberCall): boolean =>
  elementKinds(one).every((kind) => kind === "number") &&
  one.context.analysis.numbers.elementsOf(one.receiver)?.kind === "int";

const JOINABLE: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string"]);

/** Whether all elements, and those of arrays in it, have a text on both sides. */
export function isJoinable(one: MemberCall, type = elementType(one)): boolean {
  if (type === undefined) return false;
  const { checker } = one.context.types;
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => {
    const kind = one.context.types.kindOf(part);
    if ((part.flags & ts.TypeFlags.Any) !== 0) return true;
    if (kind === "array" || kind === "tuple")
      return isJoinable(one, checker.getIndexTypeOfType(part, ts.IndexKind.Number));
    return [...one.context.types.kindsOf(part)].every((other) => JOINABLE.has(other));
  });
}
