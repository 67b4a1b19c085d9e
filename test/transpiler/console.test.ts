// console.log and its kin: every value as Node shows it.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const plain: Record<string, string> = {
  "no argument": `console.log(); console.log("a");`,
  "several of all plain kinds": `console.log("a", 1, 2.5, true, false, null, undefined);`,
  "info and debug": `console.info("a", 1); console.debug("b"); console.error("c"); console.warn("d", 1.5); console.log("e");`,
  numbers: `console.log(0.1 + 0.2, 1 / 3, 1e-7, 1.0, 100, 0.000001, 123456.789, 1.5 * 3);`,
  "not finite": `const zero = 0; console.log(1 / zero, -1 / zero, zero / zero, NaN, Infinity, -Infinity);`,
  "minus zero": `const a = -0.5; console.log(a * 0, String(a * 0), \`\${a * 0}\`);`,
  "a quotient that is whole": `function half(n: number): number { return n / 2; } console.log(half(4), half(5), \`\${half(8)}\`, "x" + half(2));`,
  booleans: `const a = 1; console.log(a > 0, a < 0, !(a > 0), a > 0 && a < 5, \`\${a > 0}\`, "is " + (a < 0), String(true));`,
  "null and undefined by their types": `const a: string | null = "x".length > 1 ? "a" : null; const b: number | undefined = "x".length > 1 ? 1 : undefined; console.log(a, b, \`\${a} \${b}\`, "" + a + b);`,
  "null and undefined that are there": `const a: string | null = "xy".length > 1 ? "a" : null; const b: number | undefined = "xy".length > 1 ? 1.5 : undefined; console.log(a, b, \`\${a} \${b}\`, "" + a + b);`,
  "unions of plain kinds": `function f(x: string | number | boolean | null) { console.log(x, \`<\${x}>\`, String(x)); } f("a"); f(1); f(2.5); f(true); f(false); f(null);`,
  "an element that is missing": `const a = ["x"]; const n = [1]; const i = 3; console.log(a[i], n[i], \`\${a[i]}\`);`,
  "a result that is nothing": `function f(): void {} console.log(f());`,
};

const templates: Record<string, string> = {
  "a first string that is no template": `const name = "a"; console.log(name, 1); console.log(name + "%", 2); console.log("100%", 3);`,
  "%s": `console.log("%s is %s", "a", 1, "more"); console.log("%s %s", "a"); console.log("%s|%s|%s|%s", 1.5, true, null, undefined);`,
  "%d, %i, %f": `console.log("%d %d %d %d", 42, 1.5, "7", "x"); console.log("%i %i", 42.9, "12px"); console.log("%f %f", 1.5, "2.25");`,
  "%% and %c": `console.log("100%%", 1); console.log("100%%"); console.log("%c styled", "color: red"); console.log("%x %", 1);`,
  "a template from elsewhere": `function log(text: string, value: number) { console.log(text, value); } log("n=%d", 5); log("n", 5); log("50%", 5);`,
};

describe.each(Object.entries({ plain, templates }))("%s", (_, table) => {
  it.each(Object.entries(table))("%s", (_, source) => runsAlike(source));
});
