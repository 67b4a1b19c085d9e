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

const WHOLE = new Set(["ceil", "floor", "round", "trunc"]);
/** Give no number below 0. */
const POSITIVE = new Set(["cosh", "exp", "hypot"]);
/** Finite for every finite number. */
const TOTAL = new Set(["atan", "cos", "sin", "tan", "tanh"]);

const FIXED_RANGES: ReadonlyMap<string, NumberInfo> = new Map([
  ["clz32", int(0, 32)],
  ["imul", int(-(2 ** 31), 2 ** 31 - 1)],
  ["random", float(0, 1)],
]);

export function mathNumber(
  name: string,
  args: readonly ts.Expression[],
  evaluator: Evaluator,
): NumberInfo | null {
  const fixed = FIXED_RANGES.get(name);
  if (fixed !== undefined) return fixed;
  const infos = args.map((argument) =>
    ts.isSpreadElement(argument)
      ? evaluator.elementsOf(argument.expression)
      : evaluator.operand(argument),
  );
  const isExtreme = name === "max" || name === "min";
  if (isExtreme && (args.length === 0 || args.some(ts.isSpreadElement))) return extremeOfAny(infos);
  if (infos.some((info) => info === null)) return null;
  const known = infos as NumberInfo[];
  if (isExtreme) return extreme(name, known);
  const [first = UNKNOWN, second = UNKNOWN] = known;
  if (WHOLE.has(name)) return whole(name, first, args[0], evaluator);
  return name === "pow" ? combine("**", first, second) : ofFunction(name, first);
}

/** Where there may be no values at all, which gives an infinite number. */
function extremeOfAny(infos: readonly (NumberInfo | null)[]): NumberInfo {
  const all = infos.reduce<NumberInfo | null>(either, null);
  const bounds = { low: all?.low ?? -Infinity, high: all?.high ?? Infinity };
  return { ...UNKNOWN, negativeZero: all?.negativeZero ?? false, ...bounds };
}

/** What a function of one number gives. */
function ofFunction(name: string, given: NumberInfo): NumberInfo {
  switch (name) {
    case "abs":
      return {
        ...given,
        low: Math.max(0, given.low, -given.high),
        high: Math.max(-given.low, given.high),
        negativeZero: false,
      };
    case "sign":
      return given.kind === "int"
        ? int(given.low > 0 ? 1 : given.low === 0 ? 0 : -1, 1)
        : { ...UNKNOWN, low: -1, high: 1 };
    case "sqrt":
      return float(0, Math.sqrt(Math.max(0, given.high)), given.finite && given.low >= 0);
    case "cbrt":
    case "log10":
    case "log2":
      return UNKNOWN;
    default:
      return POSITIVE.has(name)
        ? float(0, Infinity, false)
        : { ...FLOAT, finite: TOTAL.has(name) && given.finite };
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
  evaluator: Evaluator,
): NumberInfo {
  if (info.kind === "int") return info;
  const negativeZero = info.negativeZero || (name !== "floor" && info.low < 0 && info.high > -1);
  const bounds = { low: Math.floor(info.low), high: Math.ceil(info.high) };
  const isInt = isModerate(info) || isGuarded(node, evaluator);
  return isInt
    ? { ...int(bounds.low, bounds.high), negativeZero }
    : { ...UNKNOWN, ...bounds, large: info.large, negativeZero };
}

/** `Math.floor(a / b)` of ints with b other than zero. */
function isGuarded(node: ts.Expression | undefined, evaluator: Evaluator): boolean {
  const inner = node && bare(node);
  if (inner === undefined || !ts.isBinaryExpression(inner)) return false;
  if (inner.operatorToken.kind !== ts.SyntaxKind.SlashToken) return false;
  const sides = [evaluator.operand(inner.left), evaluator.operand(inner.right)];
  return sides.every((side) => side?.kind === "int") && !(sides[1] && mayBeZero(sides[1]));
}
