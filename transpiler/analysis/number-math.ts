// The numbers that the functions of `Math` give.
import { ts } from "ts-morph";
import {
  combine,
  either,
  FLOAT,
  float,
  int,
  mayBeZero,
  UNKNOWN,
  type NumberInfo,
  isModerate,
} from "./number-info";
import type { Evaluator } from "./number-library";
import { bare } from "./syntax";

const POSITIVE = new Set(["cosh", "exp", "hypot"]);
const TOTAL = new Set(["atan", "cbrt", "cos", "sin", "tan", "tanh"]);

export function mathNumber(
  name: string,
  args: readonly ts.Expression[],
  one: Evaluator,
): NumberInfo | null {
  const infos = args.map((argument) =>
    ts.isSpreadElement(argument) ? one.elementsOf(argument.expression) : one.operand(argument),
  );
  if (name === "random") return float(0, 1);
  if (name === "imul") return int(-(2 ** 31), 2 ** 31 - 1);
  if (name === "clz32") return int(0, 32);
  const isSpread = args.some(ts.isSpreadElement);
  if ((name === "max" || name === "min") && (args.length === 0 || isSpread)) {
    const all = infos.reduce<NumberInfo | null>(either, null);
    return {
      ...UNKNOWN,
      negativeZero: false,
      low: all?.low ?? -Infinity,
      high: all?.high ?? Infinity,
    };
  }
  if (infos.some((info) => info === null)) return null;
  const known = infos as NumberInfo[];
  const first = known[0] ?? UNKNOWN;
  switch (name) {
    case "floor":
    case "ceil":
    case "trunc":
    case "round":
      return whole(name, first, args[0], one);
    case "abs":
      return {
        ...first,
        low: Math.max(0, first.low, -first.high),
        high: Math.max(-first.low, first.high),
        negativeZero: false,
      };
    case "sign":
      return first.kind === "int"
        ? int(first.low > 0 ? 1 : first.low === 0 ? 0 : -1, 1)
        : { ...UNKNOWN, low: -1, high: 1 };
    case "max":
    case "min":
      return extreme(name, known);
    case "pow":
      return combine("**", first, known[1] ?? UNKNOWN);
    case "sqrt":
      return float(0, Math.sqrt(Math.max(0, first.high)), first.finite && first.low >= 0);
    default:
      if (POSITIVE.has(name)) return float(0, Infinity, false);
      return name === "log2" || name === "log10" || name === "cbrt"
        ? UNKNOWN
        : { ...FLOAT, finite: TOTAL.has(name) && first.finite };
  }
}

function extreme(name: "max" | "min", known: readonly NumberInfo[]): NumberInfo {
  const all = known.reduce<NumberInfo | null>(either, null) ?? UNKNOWN;
  const pick = name === "min" ? Math.min : Math.max;
  return {
    ...all,
    low: pick(...known.map(({ low }) => low)),
    high: pick(...known.map(({ high }) => high)),
  };
}

function whole(
  name: string,
  info: NumberInfo,
  node: ts.Expression | undefined,
  one: Evaluator,
): NumberInfo {
  if (info.kind === "int") return info;
  const negativeZero = info.negativeZero || (name !== "floor" && info.low < 0 && info.high > -1);
  const bounds = { low: Math.floor(info.low), high: Math.ceil(info.high) };
  const isInt = isModerate(info) || isGuarded(node, one);
  return isInt
    ? { ...int(bounds.low, bounds.high), negativeZero }
    : { ...UNKNOWN, ...bounds, large: info.large, negativeZero };
}

/** `Math.floor(a / b)` of ints with b other than zero. */
function isGuarded(node: ts.Expression | undefined, one: Evaluator): boolean {
  const inner = node && bare(node);
  if (inner === undefined || !ts.isBinaryExpression(inner)) return false;
  if (inner.operatorToken.kind !== ts.SyntaxKind.SlashToken) return false;
  const sides = [one.operand(inner.left), one.operand(inner.right)];
  return sides.every((side) => side?.kind === "int") && !(sides[1] && mayBeZero(sides[1]));
}
