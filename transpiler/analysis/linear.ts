// Sums of whole numbers that a program names, times constants: `length - index - 1`.
import type { ts } from "ts-morph";

/** A number that the program names: a variable, a field of `this`, a length, or what one expression gives. */
export interface Atom {
  /** The same for every mention of the same thing. */
  readonly key: string;
  readonly form: "length" | "value";
  /** One place where it is mentioned; of a length, the container. */
  readonly node: ts.Expression;
  /** What declares the variable, the field, or the container. */
  readonly declaration: ts.Declaration | undefined;
}

export interface Term {
  readonly atom: Atom;
  readonly factor: number;
}

export interface Linear {
  readonly terms: ReadonlyMap<string, Term>;
  readonly constant: number;
}

export const constantly = (constant: number): Linear => ({ terms: new Map(), constant });

export const ofAtom = (atom: Atom): Linear => ({
  terms: new Map([[atom.key, { atom, factor: 1 }]]),
  constant: 0,
});

/** `a + factor * b` */
export function plus(a: Linear, b: Linear, factor = 1): Linear {
  const terms = new Map(a.terms);
  for (const [key, term] of b.terms) {
    const sum = (terms.get(key)?.factor ?? 0) + term.factor * factor;
    if (sum === 0) terms.delete(key);
    else terms.set(key, { atom: term.atom, factor: sum });
  }
  return { terms, constant: a.constant + b.constant * factor };
}

export const minus = (a: Linear, b: Linear): Linear => plus(a, b, -1);

export const times = (a: Linear, factor: number): Linear => plus(constantly(0), a, factor);

/** `a` with `by` for `atom`. */
export function replaced(a: Linear, atom: Atom, by: Linear): Linear {
  const factor = a.terms.get(atom.key)?.factor ?? 0;
  return plus(plus(a, ofAtom(atom), -factor), by, factor);
}

/** `a >= 0` in its smallest numbers: `2 * n - 3 >= 0` of whole numbers is `n - 2 >= 0`. */
export function reduced(a: Linear): Linear {
  let divisor = 0;
  for (const { factor } of a.terms.values()) divisor = commonDivisor(divisor, Math.abs(factor));
  if (divisor < 2) return a;
  const terms = new Map(
    [...a.terms].map(([key, { atom, factor }]) => [key, { atom, factor: factor / divisor }]),
  );
  return { terms, constant: Math.floor(a.constant / divisor) };
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

export const textOfLinear = (a: Linear): string =>
  [...a.terms.entries()]
    .map(([key, { factor }]) => `${factor}*${key}`)
    .sort()
    .concat(String(a.constant))
    .join(" ");
