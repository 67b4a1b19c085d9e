// What buffers, bytes and other arrays of numbers, and views of them, know of themselves.
import { ts } from "ts-morph";
import { bytesPerElement, isTypedArray } from "../analysis/typed-arrays";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { attribute, binary, builtinCall, number } from "../python/build";
import type { Context } from "../visitors/context";

const BINARY: ReadonlySet<Kind> = new Set(["buffer", "bytes", "typed", "view"]);

/** `bytes.buffer`, `view.byteOffset` and the like; null if `node` is something else. */
export function binaryProperty(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  const id = node.name.text;
  if (id === "BYTES_PER_ELEMENT") return elementSize(node.expression, context);
  const kind = context.types.kindAt(node.expression);
  if (!BINARY.has(kind) || !["buffer", "byteLength", "byteOffset"].includes(id)) return null;
  const value = context.expression(node.expression);
  if (kind === "bytes" || kind === "buffer") {
    if (id === "byteLength") return builtinCall("len", value);
    // A part does not know in Python what it is a part of.
    if (kind === "buffer" || !context.analysis.wholeBytes.includes(node.expression)) return null;
    return id === "buffer" ? value : number(0);
  }
  if (id !== "byteLength") return attribute(value, id === "buffer" ? "buffer" : "offset");
  if (kind === "view") return attribute(value, "length");
  const size = bytesPerElement(className(node.expression, context));
  return binary(builtinCall("len", value), "*", number(size));
}

const className = (node: ts.Expression, { types }: Context): string =>
  types.checker.getNonNullableType(types.typeAt(node)).symbol?.name ?? "";

function elementSize(node: ts.Expression, context: Context): py.Expression | null {
  const name = ts.isIdentifier(node) ? node.text : "";
  const id = [name, className(node, context)].find(
    (one) => isTypedArray(one) || one === "Uint8Array",
  );
  return id === undefined ? null : number(bytesPerElement(id));
}
