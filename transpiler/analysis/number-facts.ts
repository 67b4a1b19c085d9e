// What a comparison that holds says about the bounds of a number.
import type { Fact } from "./facts";
import type { NumberInfo } from "./number-info";

export const MIRRORED = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "===": "===",
  "!==": "!==",
} as const;

export function restrict(
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
