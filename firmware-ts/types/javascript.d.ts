/** What JavaScript has on every side besides its library: timers and clocks. */
declare namespace NodeJS {
  /** What `setTimeout` gives, for `clearTimeout`. */
  interface Timeout {
    readonly __timer: "timer";
  }
}

/** What a replacer is given are the texts of the groups, before the place and the text itself. */
interface String {
  replace(pattern: RegExp, replacer: (found: string, ...groups: string[]) => string): string;
  replaceAll(pattern: RegExp, replacer: (found: string, ...groups: string[]) => string): string;
}

/** Milliseconds since some moment. */
declare const performance: { now(): number };

declare function setTimeout<Values extends unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): NodeJS.Timeout;
/** A function that may be called with nothing, as the one that resolves a promise. */
declare function setTimeout(
  callback: (nothing: void) => void,
  milliseconds?: number,
): NodeJS.Timeout;
declare function setInterval<Values extends unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): NodeJS.Timeout;
/** A function that may be called with nothing, as the one that resolves a promise. */
declare function setInterval(
  callback: (nothing: void) => void,
  milliseconds?: number,
): NodeJS.Timeout;
declare function clearTimeout(timer: NodeJS.Timeout | null | undefined): void;
declare function clearInterval(timer: NodeJS.Timeout | null | undefined): void;
/** A copy of `value` and of all that is in it. */
declare function structuredClone<Value>(value: Value): Value;
declare function queueMicrotask(callback: () => void): void;
