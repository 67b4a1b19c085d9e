// What is known about a number: whether it is an int or a float in Python, and between which bounds.
export interface NumberInfo {
  /** "unknown": a TypeScript `number` that may hold either. */
  readonly kind: "int" | "float" | "unknown";
  /** An infinite bound of an int says: of a moderate size, which nobody has written down. */
  readonly low: number;
  readonly high: number;
  /** Surely neither NaN nor infinite. */
  readonly finite: boolean;
  /** May grow beyond 2 ** 53, where JavaScript rounds and Python's ints do not. */
  readonly large: boolean;
  /** May be -0 in JavaScript where Python has the int 0. */
  readonly negativeZero: boolean;
}

const SAFE = Number.MAX_SAFE_INTEGER;
/** Times a number of moderate size (2 ** 31), what is above this may pass 2 ** 53. */
const LARGE_FACTOR = 2 ** 22;

export const int = (low: number, high: number): NumberInfo => ({
  kind: "int",
  low,
  high,
  finite: true,
  large: false,
  negativeZero: false,
});

export const float = (low: number, high: number, finite = true): NumberInfo => ({
  ...int(low, high),
  kind: "float",
  finite,
});

const INT: NumberInfo = int(-Infinity, Infinity);
export const FLOAT: NumberInfo = float(-Infinity, Infinity, false);
export const UNKNOWN: NumberInfo = { ...FLOAT, kind: "unknown", negativeZero: true };
/** An array's or a string's length, or an index into it: no board has the memory for more. */
export const LENGTH: NumberInfo = int(0, 2 ** 26 - 1);
export const BYTE: NumberInfo = int(0, 255);

/** One number that is written down. */
export function exactly(value: number): NumberInfo {
  const isInt = Number.isSafeInteger(value) && !Object.is(value, -0);
  if (isInt) return int(value, value);
  return Number.isNaN(value) ? FLOAT : float(value, value, Number.isFinite(value));
}

/** Either of the two. */
export function either(a: NumberInfo | null, b: NumberInfo | null): NumberInfo | null {
  if (a === null || b === null) return a ?? b;
  return {
    kind: a.kind === b.kind ? a.kind : "unknown",
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    finite: a.finite && b.finite,
    large: a.large || b.large,
    negativeZero: a.negativeZero || b.negativeZero,
  };
}

export const same = (a: NumberInfo | null, b: NumberInfo | null): boolean =>
  a?.kind === b?.kind &&
  a?.low === b?.low &&
  a?.high === b?.high &&
  a?.finite === b?.finite &&
  a?.large === b?.large &&
  a?.negativeZero === b?.negativeZero;

/** After a few rounds bounds that still move are given up, zero last. */
export function widen(before: NumberInfo, after: NumberInfo): NumberInfo {
  const low = after.low < before.low ? (after.low >= 0 ? 0 : -Infinity) : after.low;
  const high = after.high > before.high ? Infinity : after.high;
  // What starts near the end of exact numbers is of no moderate size.
  const isHuge = (low !== after.low || high !== after.high) && !isFarFromEnd(before);
  return isHuge && after.kind !== "float"
    ? { ...after, low, high, kind: "unknown", finite: false, large: true }
    : { ...after, low, high };
}

const isFarFromEnd = ({ low, high }: NumberInfo): boolean =>
  (low > -(2 ** 51) || low === -Infinity) && (high < 2 ** 51 || high === Infinity);

export const mayBeZero = ({ low, high }: NumberInfo): boolean => low <= 0 && high >= 0;

const mayBeNegative = ({ low }: NumberInfo): boolean => low < 0;

/** Whether bit operations of Python take it as it is. */
export const isWhole = ({ kind }: NumberInfo): boolean => kind === "int";

const products = (a: NumberInfo, b: NumberInfo): number[] =>
  [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((value) =>
    Number.isNaN(value) ? 0 : value,
  );

/** The least 2**n - 1 that is not below `value`. */
const mask = (value: number): number => {
  let result = 0;
  while (result < value && result < 2 ** 31) result = result * 2 + 1;
  return result;
};

const isInt31 = ({ kind, low, high }: NumberInfo) => kind === "int" && low >= 0 && high < 2 ** 31;

const INT32 = int(-(2 ** 31), 2 ** 31 - 1);

type Operation = (a: NumberInfo, b: NumberInfo) => { low: number; high: number };

const ARITHMETIC: Record<string, Operation> = {
  "+": (a, b) => ({ low: a.low + b.low, high: a.high + b.high }),
  "-": (a, b) => ({ low: a.low - b.high, high: a.high - b.low }),
  "*": (a, b) => ({ low: Math.min(...products(a, b)), high: Math.max(...products(a, b)) }),
};

const BITS: Record<string, (a: NumberInfo, b: NumberInfo) => NumberInfo> = {
  "&": (a, b) => {
    const bounds = [a, b].filter(isInt31).map(({ high }) => high);
    return bounds.length === 0 ? INT32 : int(0, Math.min(...bounds));
  },
  "|": (a, b) => (isInt31(a) && isInt31(b) ? int(0, mask(Math.max(a.high, b.high))) : INT32),
  "^": (a, b) => (isInt31(a) && isInt31(b) ? int(0, mask(Math.max(a.high, b.high))) : INT32),
  "<<": (a, b) => {
    const high = a.high * 2 ** b.high;
    return isInt31(a) && b.low >= 0 && b.high < 32 && high < 2 ** 31 ? int(a.low, high) : INT32;
  },
  ">>": (a, b) =>
    isInt31(a) && b.low >= 0 && b.high < 32 ? int(0, Math.floor(a.high / 2 ** b.low)) : INT32,
  ">>>": (a, b) =>
    isInt31(a) && b.low >= 0 && b.high < 32
      ? int(0, Math.floor(a.high / 2 ** b.low))
      : int(0, 2 ** 32 - 1),
};

/** `a operator b` of JavaScript's numbers. `isCyclic`: the result takes part in making the operands. */
export function combine(
  operator: string,
  a: NumberInfo,
  b: NumberInfo,
  isCyclic = false,
): NumberInfo {
  const bits = BITS[operator];
  if (bits !== undefined) return bits(a, b);
  const arithmetic = ARITHMETIC[operator];
  if (arithmetic !== undefined) return sum(operator, a, b, arithmetic(a, b), isCyclic);
  if (operator === "/") return quotient(a, b);
  if (operator === "%") return remainder(a, b);
  if (operator === "**") return power(a, b);
  return UNKNOWN;
}

function sum(
  operator: string,
  a: NumberInfo,
  b: NumberInfo,
  range: { low: number; high: number },
  isCyclic: boolean,
): NumberInfo {
  const kind = joinKinds(a, b);
  const { low, high } = clean(range);
  const isBounded = low >= -SAFE && high <= SAFE;
  const isFactor = operator === "*" && [a, b].some(isLargeFactor);
  const exceeds = (low < -SAFE && low > -Infinity) || (high > SAFE && high < Infinity);
  const isOpen = !isBounded && (isCyclic || isFactor || a.large || b.large || exceeds);
  const large = kind !== "float" && isOpen;
  return {
    kind: large ? "unknown" : kind,
    low,
    high,
    finite: a.finite && b.finite && !isOpen,
    large,
    negativeZero: a.negativeZero || b.negativeZero || (operator === "*" && isNegativeZero(a, b)),
  };
}

/** `-a` */
export function negative(a: NumberInfo): NumberInfo {
  const isZero = a.low === 0 && a.high === 0;
  if (isZero && a.kind === "int") return { ...float(-0, -0), negativeZero: true };
  return { ...a, low: -a.high, high: -a.low, negativeZero: a.kind !== "float" && mayBeZero(a) };
}

const isLargeFactor = ({ low, high }: NumberInfo) =>
  (high > LARGE_FACTOR && high < Infinity && low > -Infinity) ||
  (low < -LARGE_FACTOR && low > -Infinity && high < Infinity);

/** `0 * -1` */
const isNegativeZero = (a: NumberInfo, b: NumberInfo) =>
  (mayBeZero(a) && mayBeNegative(b)) || (mayBeZero(b) && mayBeNegative(a));

function joinKinds(a: NumberInfo, b: NumberInfo): NumberInfo["kind"] {
  // A float makes the other one a float too, in Python as well.
  if (a.kind === "float" || b.kind === "float") return "float";
  return a.kind === "int" && b.kind === "int" ? "int" : "unknown";
}

function quotient(a: NumberInfo, b: NumberInfo): NumberInfo {
  const finite = a.finite && b.finite && !mayBeZero(b);
  const { negativeZero } = a;
  if (b.low <= 0) {
    const low = a.low < 0 || b.low < 0 ? -Infinity : 0;
    return { ...float(low, Infinity, finite), negativeZero };
  }
  const low = a.low / (a.low < 0 ? b.low : b.high) || 0;
  const high = a.high / (a.high < 0 ? b.high : b.low) || 0;
  return { ...float(low, high, finite), negativeZero };
}

function remainder(a: NumberInfo, b: NumberInfo): NumberInfo {
  const finite = a.finite && b.finite && !mayBeZero(b);
  const kind = joinKinds(a, b);
  const bound = Math.max(Math.abs(b.low), Math.abs(b.high)) - (kind === "int" ? 1 : 0);
  return {
    kind: kind === "int" && !finite ? "unknown" : kind,
    low: a.low >= 0 ? 0 : -bound,
    high: a.low >= 0 ? Math.min(bound, a.high) : bound,
    finite,
    large: false,
    negativeZero: a.low < 0 || a.negativeZero,
  };
}

function power(a: NumberInfo, b: NumberInfo): NumberInfo {
  const areInts = a.kind === "int" && b.kind === "int" && b.low >= 0;
  const most = Math.max(Math.abs(a.low), Math.abs(a.high)) ** b.high;
  const low = a.low >= 0 ? 0 : -most;
  if (areInts && most <= SAFE)
    return int(a.low === a.high && b.low === b.high ? a.low ** b.low : low, most);
  // The square or the cube of a number of moderate size.
  if (areInts && most === Infinity && b.high <= 2) return int(a.low >= 0 ? 0 : -Infinity, Infinity);
  return { ...UNKNOWN, low: a.low >= 0 ? 0 : -Infinity, large: true };
}

const clean = ({ low, high }: { low: number; high: number }) => ({
  low: Number.isNaN(low) ? -Infinity : low,
  high: Number.isNaN(high) ? Infinity : high,
});

/** What the two branded types of `number` say. */
export const FLAVOURS = { int: INT, float: { ...FLOAT, finite: true } };

/** Whether what is whole in it is an int without more ado: finite, and not known to pass 2 ** 53. */
export const isModerate = ({ finite, large, low, high }: NumberInfo): boolean =>
  finite && !large && (high <= SAFE || high === Infinity) && (low >= -SAFE || low === -Infinity);
