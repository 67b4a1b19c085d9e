// What a comparison that holds says about the bounds of a number.
import type { ts } from "ts-morph";
import type { Fact } from "./facts";
import type { NumberInfo } from "./number-info";
import { lengthOwner } from "./syntax";

export const MIRRORED = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "===": "===",
  "!==": "!==",
} as const;

/** What `fact` says about `node`, which it compares with `other`. */
export function narrowed(
  info: NumberInfo,
  node: ts.Expression,
  { comparison, mayBeLonger }: Pick<Fact, "comparison" | "mayBeLonger">,
  other: { low: number; high: number },
): NumberInfo {
  const result = restrict(info, comparison, other);
  return mayBeLonger === true && lengthOwner(node) !== null
    ? { ...result, high: info.high }
    : result;
}

function restrict(
  info: NumberInfo,
  comparison: Fact["comparison"],
  other: { low: number; high: number },
): NumberInfo {
  const step = info.kind === "int" ? 1 : Number.MIN_VALUE;
  const { low, high } = info;
  switch (comparison) {
    case "<":
      return { ...info, high: Math.min(high, other.high - step) };
    case "<=":
      return { ...info, high: Math.min(high, other.high) };
    case ">":
      return { ...info, low: Math.max(low, other.low + step) };
    case ">=":
      return { ...info, low: Math.max(low, other.low) };
    case "===":
      return { ...info, low: Math.max(low, other.low), high: Math.min(high, other.high) };
    case "!==": {
      const only = other.low === other.high ? other.low : NaN;
      return {
        ...info,
        low: low === only ? low + step : low,
        high: high === only ? high - step : high,
      };
    }
  }
}
