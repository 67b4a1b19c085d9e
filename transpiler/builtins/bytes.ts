// Uint8Array and Int8Array: bytes, bytearray, memoryview.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  binary,
  boolean,
  builtinCall,
  call,
  expressionStatement,
  list,
  method,
  slice,
  string,
  subscript,
} from "../python/build";
import type { Context } from "../visitors/context";
import { bytesAsArray, newCoder } from "./binary";
import {
  argument,
  base,
  isInt,
  isNonNegative,
  type MemberCall,
  type MemberTable,
  type MutationTable,
} from "./member-call";
import { sliced } from "./string-places";
import { nothingWord } from "../visitors/nothing";

/** Shares its memory with the array, on both sides. */
function subarray(one: MemberCall): py.Expression | null {
  const view = builtinCall("memoryview", base(one));
  if (one.arguments.length === 0) return view;
  const part = sliced(one);
  return part?.kind === "Subscript" ? subscript(view, part.index as py.Expression) : null;
}

/** A copy: what a slice of a memoryview would not be. */
function copied(one: MemberCall): py.Expression | null {
  const part = sliced(one);
  return part === null ? null : builtinCall("bytearray", part);
}

/** Where a byte is; a bytearray's own `find` is CircuitPython's only. */
function indexOf(one: MemberCall): py.Expression | null {
  const args = one.arguments.map((node) => one.context.expression(node));
  return args.length === 0 ? null : call(one.context.helper("find_byte"), [base(one), ...args]);
}

export const bytesMethods: MemberTable = { ...bytesAsArray, indexOf, slice: copied, subarray };

/** `target.set(source, offset)` → `target[offset : offset + len(source)] = source` */
function set(one: MemberCall): py.Statement[] | null {
  const [source] = one.arguments;
  const given = argument(one, 0);
  if (source === undefined || given === null || !isInt(one, 1)) return null;
  const kind = one.context.types.kindAt(source);
  if (!["array", "bytes", "tuple", "typed"].includes(kind)) return null;
  const value = kind === "bytes" ? given : call(one.context.helper("to_bytes"), [given]);
  const offset = argument(one, 1);
  const args = offset === null ? [base(one), value] : [base(one), value, offset];
  if (!isRoomProven(one, source))
    return [expressionStatement(call(one.context.helper("write"), args))];
  const length = builtinCall("len", value);
  const target = slice(base(one), offset, offset === null ? length : binary(offset, "+", length));
  return [{ kind: "Assign", target, value }];
}

/** Python would let a bytearray grow where JavaScript raises a RangeError. */
function isRoomProven(one: MemberCall, source: ts.Expression): boolean {
  if (one.arguments.length > 1 && !isNonNegative(one, 1)) return false;
  const made = one.context.analysis.uses.declarationAt(bare(one.receiver));
  const initializer =
    made !== undefined && ts.isVariableDeclaration(made) ? made.initializer : undefined;
  if (initializer === undefined || !ts.isNewExpression(initializer)) return false;
  const [size] = initializer.arguments ?? [];
  const room = size?.getText() ?? "";
  const offset = one.arguments[1]?.getText();
  const needed = `${source.getText()}.length`;
  return (
    room === (offset === undefined ? needed : `${offset} + ${needed}`) ||
    room === `${needed} + ${offset ?? ""}`
  );
}

export const bytesMutations: MutationTable = { set };

/** `new Uint8Array(length)`, of an array's values, or a copy. */
export function newBytes(node: ts.NewExpression, context: Context): py.Expression | null {
  const [source] = node.arguments ?? [];
  if (source === undefined) return builtinCall("bytearray");
  const kind = context.types.kindAt(source);
  const places = (node.arguments ?? []).slice(1);
  if (places.length > 0)
    return kind === "buffer"
      ? call(
          context.helper("bytes_in"),
          [source, ...places].map((part) => context.expression(part)),
        )
      : null;
  if (kind === "number") {
    const isPlain =
      context.analysis.numbers.of(source).kind === "int" &&
      context.analysis.bounds.isNonNegative(source);
    const size = context.expression(source);
    return isPlain ? builtinCall("bytearray", size) : call(context.helper("zeros"), [size]);
  }
  if (kind === "bytes") return builtinCall("bytearray", context.expression(source));
  // Both see the same bytes.
  if (kind === "buffer") return context.expression(source);
  const literal = bare(source);
  const isBytes =
    ts.isArrayLiteralExpression(literal) &&
    literal.elements.every((element) => isByte(element, context));
  if (!["array", "iterator", "set", "tuple", "typed"].includes(kind)) return null;
  if (!isBytes) return call(context.helper("to_bytes"), [context.expression(source)]);
  const elements = literal.elements.map((element) => context.expression(element));
  return builtinCall("bytearray", list(...elements));
}

function isByte(node: ts.Expression, context: Context): boolean {
  const { kind, low, high } = context.analysis.bounds.of(node);
  return kind === "int" && low >= 0 && high <= 255;
}

/** What is missing after all is encoded as nothing is: to no bytes. */
function encodable(node: ts.Expression, context: Context): py.Expression {
  const text = context.expression(node);
  return nothingWord(node, context) === null ? text : boolean(text, "or", string(""));
}

/** `new TextEncoder().encode(text)`, `new TextDecoder("utf-8", { fatal: true }).decode(bytes)` */
export function textCoding(node: ts.CallExpression, context: Context): py.Expression | null {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee)) return null;
  const made = bare(callee.expression);
  const [value] = node.arguments;
  if (!ts.isNewExpression(made) || !ts.isIdentifier(made.expression) || value === undefined)
    return null;
  if (made.expression.text === "TextEncoder" && callee.name.text === "encode")
    return method(encodable(value, context), "encode");
  if (made.expression.text !== "TextDecoder" || callee.name.text !== "decode") return null;
  const [encoding, options] = made.arguments ?? [];
  const isUtf8 = encoding === undefined || /^["']utf-?8["']$/i.test(encoding.getText());
  const settings =
    options !== undefined && ts.isObjectLiteralExpression(options) ? options.properties : [];
  const isSet = (name: string) =>
    settings.some((property) => property.getText().replace(/\s/g, "") === `${name}:true`);
  if (!isUtf8 || !isSet("fatal")) {
    const decoder = newCoder(made, context);
    if (decoder !== null) return method(decoder, "decode", context.expression(value));
    return context.refuse(node, "unknownMember", "decode", "a TextDecoder of another encoding");
  }
  // A TextDecoder drops a byte order mark unless it is told to ignore it.
  if (!isSet("ignoreBOM")) return call(context.helper("decode"), [context.expression(value)]);
  return builtinCall("str", context.expression(value), string("utf-8"));
}
