// ArrayBuffer, DataView, and the methods of bytes that arrays have as well (runtime/binary-helpers.ts).
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import { attribute, builtinCall, call, compare, NONE, number, string, TRUE } from "../python/build";
import type { Context } from "../visitors/context";
import { readingMethods } from "./array";
import { arrayFunctions } from "./array-static";
import { sliced } from "./string-places";
import {
  base,
  hasSpread,
  helped,
  lowered,
  type MemberCall,
  type MemberTable,
  places,
} from "./member-call";

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

export const bufferMethods: MemberTable = { slice: (one) => sliced(one) };

const READING = [
  "at",
  "entries",
  "every",
  "find",
  "findIndex",
  "findLast",
  "findLastIndex",
  "join",
  "keys",
];
const READING_MORE = ["forEach", "lastIndexOf", "reduce", "reduceRight", "some", "values"];

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
  copyWithin: (one) => {
    if (hasSpread(one)) return null;
    return helped(one, "copy_bytes_within", places(one, 0, NONE));
  },
  reverse: (one) => helped(one, "reverse_bytes", []),
  sort: (one) => {
    if (one.arguments.length === 0) return helped(one, "sort_bytes", []);
    const sorted = readingMethods.toSorted?.(one) ?? null;
    return sorted && helped(one, "sort_bytes", [sorted]);
  },
  toReversed: made("toReversed"),
  toSorted: (one) =>
    one.arguments.length > 0
      ? made("toSorted")(one)
      : builtinCall("bytearray", builtinCall("sorted", base(one))),
  toString: (one: MemberCall) => readingMethods.join?.({ ...one, arguments: [] }) ?? null,
  with: made("with"),
};

/** `Uint8Array.from(values)`, `Uint8Array.of(1, 2)` */
export const bytesFunctions: MemberTable = {
  from: (one) => {
    const list = arrayFunctions.from?.(one) ?? null;
    return list && call(one.context.helper("to_bytes"), [list]);
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
  if (id !== "DataView") return null;
  const whole = wholeBytes(args, context);
  const values = whole === null ? args : [whole];
  return call(
    context.helper("DataView"),
    values.map((part) => context.expression(part)),
  );
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

/** `bytes` in `new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)`; null if it is another view. */
function wholeBytes(args: readonly ts.Expression[], context: Context): ts.Expression | null {
  const [first] = args;
  const bytes = first && ts.isPropertyAccessExpression(first) ? first.expression : undefined;
  if (bytes === undefined || !isSimple(bytes) || context.types.kindAt(bytes) !== "bytes")
    return null;
  const wanted = ["buffer", "byteOffset", "byteLength"].map((id) => `${bytes.getText()}.${id}`);
  // Without a length the view of a part would go on to the end of the whole.
  const isWhole =
    args.length === 3 && args.every((part, index) => part.getText() === wanted[index]);
  return isWhole ? bytes : null;
}
