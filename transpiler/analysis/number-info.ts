// What is known about a number: whether it is an int or a float in Python, and between which bounds.
export interface NumberInfo {
  /** "unknown": a TypeScript `number` that may hold either. */
  readonly kind: "int" | "float" | "unknown";
  readonly low: number;
  readonly high: number;
}

export const INT: NumberInfo = { kind: "int", low: -Infinity, high: Infinity };
export const FLOAT: NumberInfo = { kind: "float", low: -Infinity, high: Infinity };
export const UNKNOWN: NumberInfo = { kind: "unknown", low: -Infinity, high: Infinity };
/** An array's or a string's length, or an index into it. */
export const LENGTH: NumberInfo = { kind: "int", low: 0, high: 2 ** 31 - 1 };
export const BYTE: NumberInfo = { kind: "int", low: 0, high: 255 };

export const int = (low: number, high: number): NumberInfo => ({ kind: "int", low, high });

/** Either of the two. */
export function either(a: NumberInfo | null, b: NumberInfo | null): NumberInfo | null {
  if (a === null || b === null) return a ?? b;
  const kind =
    a.kind === b.kind ? a.kind : a.kind === "unknown" || b.kind === "unknown" ? "unknown" : "float";
  // An int here and a float there print differently: only its own flavour says "float" of both.
  return { kind, low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

export const same = (a: NumberInfo | null, b: NumberInfo | null): boolean =>
  a?.kind === b?.kind && a?.low === b?.low && a?.high === b?.high;

/** After a few rounds bounds that still move are given up, zero last. */
export function widen(before: NumberInfo, after: NumberInfo): NumberInfo {
  const low = after.low < before.low ? (after.low >= 0 ? 0 : -Infinity) : after.low;
  const high = after.high > before.high ? Infinity : after.high;
  return { ...after, low, high };
}

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
  ">>>": () => int(0, 2 ** 32 - 1),
};

/** `a operator b` of JavaScript's numbers. */
export function combine(operator: string, a: NumberInfo, b: NumberInfo): NumberInfo {
  const bits = BITS[operator];
  if (bits !== undefined) return bits(a, b);
  const arithmetic = ARITHMETIC[operator];
  if (arithmetic !== undefined) {
    return clean({ kind: joinKinds(a, b), ...arithmetic(a, b) });
  }
  if (operator === "/") return { ...FLOAT, ...quotient(a, b) };
  if (operator === "%") return remainder(a, b);
  if (operator === "**") {
    const isInt = a.kind === "int" && b.kind === "int" && b.low >= 0;
    if (isInt) return int(a.low >= 0 ? 0 : -Infinity, Infinity);
    return joinKinds(a, b) === "unknown" ? UNKNOWN : FLOAT;
  }
  return UNKNOWN;
}

function joinKinds(a: NumberInfo, b: NumberInfo): NumberInfo["kind"] {
  // A float makes the other one a float too, in Python as well.
  if (a.kind === "float" || b.kind === "float") return "float";
  return a.kind === "int" && b.kind === "int" ? "int" : "unknown";
}

const quotient = (a: NumberInfo, b: NumberInfo) =>
  a.low >= 0 && b.low >= 0 ? { low: 0, high: Infinity } : { low: -Infinity, high: Infinity };

function remainder(a: NumberInfo, b: NumberInfo): NumberInfo {
  const kind = joinKinds(a, b);
  const bound = Math.max(Math.abs(b.low), Math.abs(b.high)) - (kind === "int" ? 1 : 0);
  return { kind, low: a.low >= 0 ? 0 : -bound, high: a.low >= 0 ? Math.min(bound, a.high) : bound };
}

function clean(info: NumberInfo): NumberInfo {
  return {
    kind: info.kind,
    low: Number.isNaN(info.low) ? -Infinity : info.low,
    high: Number.isNaN(info.high) ? Infinity : info.high,
  };
}
