// Int16Array, Float32Array and the like (runtime/typed-array-helpers.ts). Uint8Array is a bytearray.
import type { ts } from "ts-morph";
import type * as py from "../python/ast";
import { attribute, builtinCall, call, list, NONE, string } from "../python/build";
import type { Context } from "../visitors/context";
import { readingMethods } from "./array";
import { arrayFunctions } from "./array-static";
import { base, hasSpread, lowered, type MemberCall, type MemberTable, places } from "./member-call";

const READING =
  "entries every find findIndex findLast findLastIndex forEach includes indexOf join keys lastIndexOf reduce reduceRight some values".split(
    " ",
  );

const ITERABLE = ["array", "bytes", "iterator", "set", "tuple", "typed"];

const nameOf = ({ receiver, context }: MemberCall): string => {
  const { checker } = context.types;
  return checker.getNonNullableType(context.types.typeAt(receiver)).symbol?.name ?? "";
};

/** Another array of the same class, of the values that a method of arrays makes. */
const made =
  (id: string) =>
  (one: MemberCall): py.Expression | null => {
    const values = readingMethods[id]?.(one) ?? null;
    return values && call(one.context.helper("typed_array"), [string(nameOf(one)), values]);
  };

/** A method that the class has by itself; places are whole. */
const own =
  (python: string, first: number) =>
  (one: MemberCall): py.Expression | null =>
    hasSpread(one)
      ? null
      : call(attribute(base(one), python), [
          ...lowered({ ...one, arguments: one.arguments.slice(0, first) }),
          ...places(one, first, NONE),
        ]);

function sort(one: MemberCall): py.Expression | null {
  const by = one.arguments.length === 0 ? null : (readingMethods.toSorted?.(one) ?? null);
  if (one.arguments.length > 0 && by === null) return null;
  return call(attribute(base(one), "sort"), by === null ? [] : [by]);
}

export const typedMethods: MemberTable = {
  ...Object.fromEntries(
    READING.flatMap((id) => {
      const method = readingMethods[id];
      return method === undefined ? [] : [[id, method]];
    }),
  ),
  at: own("at", 0),
  copyWithin: own("copy_within", 0),
  fill: own("fill", 1),
  filter: made("filter"),
  map: made("map"),
  reverse: own("reverse", 0),
  set: own("set", 1),
  slice: own("slice", 0),
  sort,
  subarray: own("subarray", 0),
  toReversed: made("toReversed"),
  toSorted: (one) =>
    one.arguments.length > 0
      ? made("toSorted")(one)
      : call(one.context.helper("typed_array"), [
          string(nameOf(one)),
          builtinCall("sorted", base(one)),
        ]),
  toString: (one: MemberCall) => readingMethods.join?.({ ...one, arguments: [] }) ?? null,
  with: made("with"),
};

/** `Int16Array.of(1, 2)`, `Float32Array.from(values, (x) => x / 2)` */
export const typedFunctions: MemberTable = {
  from: (one) => {
    const values = arrayFunctions.from?.(one) ?? null;
    return (
      values && call(one.context.helper("typed_array"), [string(one.receiver.getText()), values])
    );
  },
  of: (one) =>
    hasSpread(one)
      ? null
      : call(one.context.helper("typed_array"), [
          string(one.receiver.getText()),
          list(...one.arguments.map((value) => one.context.expression(value))),
        ]),
};

/** `new Int16Array(3)`, of values, or in a buffer. */
export function newTyped(
  id: string,
  node: ts.NewExpression,
  context: Context,
): py.Expression | null {
  const [source, ...rest] = node.arguments ?? [];
  if (source === undefined) return call(context.helper("typed_array"), [string(id), list()]);
  const kind = context.types.kindAt(source);
  const args = [string(id), context.expression(source)];
  if (kind === "buffer")
    return call(context.helper("TypedArray"), [
      ...args,
      ...rest.map((place) => context.expression(place)),
    ]);
  if (rest.length > 0 || (kind !== "number" && !ITERABLE.includes(kind))) return null;
  return call(context.helper("typed_array"), args);
}
