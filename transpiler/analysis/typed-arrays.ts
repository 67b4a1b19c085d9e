// The classes of JavaScript whose objects hold numbers of one size (runtime/typed-array-helpers.ts).
import { ts } from "ts-morph";
import { BYTE, FLOAT, int, type NumberInfo } from "./number-info";

const RANGES: Readonly<Record<string, NumberInfo>> = {
  Float32Array: FLOAT,
  Float64Array: FLOAT,
  Int16Array: int(-(2 ** 15), 2 ** 15 - 1),
  Int32Array: int(-(2 ** 31), 2 ** 31 - 1),
  Uint16Array: int(0, 2 ** 16 - 1),
  Uint32Array: int(0, 2 ** 32 - 1),
  Uint8ClampedArray: BYTE,
};

/** What numbers are in an array of this class. */
export const rangeOfTyped = (type: ts.Type): NumberInfo => RANGES[type.symbol?.name ?? ""] ?? FLOAT;

export const isTypedArray = (name: string): boolean => Object.hasOwn(RANGES, name);

/** How many bytes each number takes. */
export const bytesPerElement = (name: string): number =>
  name.startsWith("Uint8") ? 1 : Number(/\d+/.exec(name)) / 8;

/** Whether a Uint8Array is made of a part of another one, or of a buffer: `bytes.subarray(1)`, `new Uint8Array(buffer, 4)`. */
export function makesByteView(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "subarray";
  return (
    ts.isNewExpression(node) &&
    node.expression.getText() === "Uint8Array" &&
    (node.arguments?.length ?? 0) > 1
  );
}
