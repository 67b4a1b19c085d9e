/** What JavaScript has on every side besides its library: timers and clocks. */
declare namespace NodeJS {
  /** What `setTimeout` gives, for `clearTimeout`. */
  interface Timeout {
    readonly __timer: "timer";
  }
}

declare function setTimeout<Values extends unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): NodeJS.Timeout;
declare function setInterval<Values extends unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): NodeJS.Timeout;
declare function clearTimeout(timer: NodeJS.Timeout | null | undefined): void;
declare function clearInterval(timer: NodeJS.Timeout | null | undefined): void;
declare function queueMicrotask(callback: () => void): void;
