// ArrayBuffer, DataView, and the methods of bytes that arrays have as well (runtime/binary-helpers.ts).
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import { attribute, builtinCall, call, compare, number, string, TRUE } from "../python/build";
import type { Context } from "../visitors/context";
import { readingMethods } from "./array";
import { base, hasSpread, helped, lowered, type MemberCall, type MemberTable } from "./member-call";

/** What struct calls the types of numbers. */
const CODES: Record<string, string> = {
  Float32: "f",
  Float64: "d",
  Int16: "h",
  Int32: "i",
  Int8: "b",
  Uint16: "H",
  Uint32: "I",
  Uint8: "B",
};

const accessors = Object.entries(CODES).flatMap(([type, code]) =>
  ["get", "set"].map((verb): [string, MemberTable[string]] => [
    verb + type,
    (one) =>
      hasSpread(one) ? null : call(attribute(base(one), verb), [string(code), ...lowered(one)]),
  ]),
);

export const viewMethods: MemberTable = Object.fromEntries(accessors);

const READING = ["at", "every", "find", "findIndex", "findLast", "findLastIndex", "join"];
const READING_MORE = ["lastIndexOf", "reduce", "reduceRight", "some"];

const shared = [...READING, ...READING_MORE].flatMap((id): [string, MemberTable[string]][] => {
  const method = readingMethods[id];
  return method === undefined ? [] : [[id, method]];
});

/** A method of arrays that makes another array. */
const made =
  (id: string) =>
  (one: MemberCall): py.Expression | null => {
    const values = readingMethods[id]?.(one) ?? null;
    return values === null ? null : call(one.context.helper("to_bytes"), [values]);
  };

export const bytesAsArray: MemberTable = {
  ...Object.fromEntries(shared),
  fill: (one) => (hasSpread(one) ? null : helped(one, "fill_bytes", lowered(one))),
  filter: made("filter"),
  includes: (one) => {
    const found = hasSpread(one) ? null : helped(one, "find_byte", lowered(one));
    return found === null ? null : compare(found, ">=", number(0));
  },
  map: made("map"),
  reverse: (one) => helped(one, "reverse_bytes", []),
  sort: (one) => (one.arguments.length > 0 ? null : helped(one, "sort_bytes", [])),
};

/** `Uint8Array.from(values)`, `Uint8Array.of(1, 2)` */
export const bytesFunctions: MemberTable = {
  from: (one) => {
    const [values] = one.arguments;
    const isList =
      values !== undefined &&
      one.arguments.length === 1 &&
      ["array", "bytes"].includes(one.context.types.kindAt(values));
    return isList ? call(one.context.helper("to_bytes"), [one.context.expression(values)]) : null;
  },
  of: ({ arguments: values, context }) =>
    call(context.helper("to_bytes"), [
      { kind: "List", elements: values.map((value) => context.expression(value)) },
    ]),
};

/** `new ArrayBuffer(8)`, `new DataView(buffer)`, `new TextEncoder()`; null if it is another class. */
export function newBinary(
  id: string,
  node: ts.NewExpression,
  context: Context,
): py.Expression | null {
  const args: readonly ts.Expression[] = node.arguments ?? [];
  const [first] = args;
  if (id === "ArrayBuffer" && first !== undefined && args.length === 1)
    return builtinCall("bytearray", context.expression(first));
  if (id === "DataView")
    return call(
      context.helper("DataView"),
      args.map((part) => context.expression(part)),
    );
  return null;
}

/** `new TextEncoder()`, `new TextDecoder("utf-8")` that are kept; null if it is another class. */
export function newCoder(node: ts.NewExpression, context: Context): py.Expression | null {
  if (!ts.isIdentifier(node.expression)) return null;
  const id = node.expression.text;
  if (id === "TextEncoder") return call(context.helper("TextEncoder"));
  if (id !== "TextDecoder") return null;
  const [encoding, options] = node.arguments ?? [];
  const isUtf8 = encoding === undefined || /^["']utf-?8["']$/i.test(encoding.getText());
  const literal = options === undefined ? undefined : bare(options);
  const isKnown = literal === undefined || ts.isObjectLiteralExpression(literal);
  if (!isUtf8 || !isKnown) return null;
  const set = (literal?.properties ?? []).map((part) => part.getText().replace(/\s/g, ""));
  const keywords = [
    ["fatal:true", "fatal"],
    ["ignoreBOM:true", "ignore_bom"],
  ].flatMap(([text = "", name = ""]) => (set.includes(text) ? [{ name, value: TRUE }] : []));
  return call(context.helper("TextDecoder"), [], keywords);
}
