// Floats as Python reads them.

/** `value` with a point or an exponent, so that Python makes a float of it. */
export function floatText(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
