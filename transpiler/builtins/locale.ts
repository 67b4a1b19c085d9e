// Numbers as English writes them: `toLocaleString` (ECMA-402), as far as its options are written down.
import { ts } from "ts-morph";
import { bare, propertyName } from "../analysis/syntax";
import type * as py from "../python/ast";
import { call, FALSE, number, string } from "../python/build";
import { base, hasSpread, type MemberCall } from "./member-call";

/** Whether a locale is that of the machine, taken for English, or English itself. */
export const isEnglish = (node: ts.Expression | undefined): boolean =>
  node === undefined || /^(?:undefined|\[\]|["']en(?:-US)?["'])$/.test(node.getText());

const SIGNS: Readonly<Record<string, readonly [string, number]>> = {
  EUR: ["€", 2],
  GBP: ["£", 2],
  JPY: ["¥", 0],
  USD: ["$", 2],
};

type Options = ReadonlyMap<string, string | number | boolean>;

const KNOWN = new Set(
  "currency maximumFractionDigits minimumFractionDigits minimumIntegerDigits style useGrouping".split(
    " ",
  ),
);

/** The options that are written down; null if there are others. */
function optionsOf(node: ts.Expression | undefined): Options | null {
  if (node === undefined) return new Map();
  const literal = bare(node);
  if (!ts.isObjectLiteralExpression(literal)) return null;
  const options = new Map<string, string | number | boolean>();
  for (const part of literal.properties) {
    const name = part.name && propertyName(part.name);
    if (!ts.isPropertyAssignment(part) || name === undefined || !KNOWN.has(name)) return null;
    const value = part.initializer;
    if (ts.isNumericLiteral(value)) options.set(name, Number(value.text));
    else if (ts.isStringLiteral(value)) options.set(name, value.text);
    else if (value.kind === ts.SyntaxKind.FalseKeyword) options.set(name, false);
    else if (value.kind !== ts.SyntaxKind.TrueKeyword) return null;
  }
  return options;
}

/** `value.toLocaleString("en-US", { style: "currency", currency: "USD" })` */
export function localeText(one: MemberCall): py.Expression | null {
  const [locale, given] = one.arguments;
  const options = optionsOf(given);
  if (hasSpread(one) || !isEnglish(locale) || options === null) return null;
  const style = options.get("style") ?? "decimal";
  const sign = SIGNS[String(options.get("currency"))];
  if (!["currency", "decimal", "percent"].includes(String(style))) return null;
  if (style === "currency" && sign === undefined) return null;
  const usual = style === "currency" && sign !== undefined ? sign[1] : 0;
  const most = style === "decimal" ? 3 : usual;
  const [low, high] = [options.get("minimumFractionDigits"), options.get("maximumFractionDigits")];
  const least = Number(low ?? Math.min(usual, Number(high ?? usual)));
  const args = [number(least), number(Number(high ?? Math.max(most, least)))];
  const keywords: py.Keyword[] = [];
  const add = (name: string, value: py.Expression) => keywords.push({ name, value });
  if (style === "currency" && sign !== undefined) add("sign", string(sign[0]));
  if (style === "percent") add("percent", string("%"));
  const whole = options.get("minimumIntegerDigits");
  if (whole !== undefined) add("whole", number(Number(whole)));
  if (options.get("useGrouping") === false) add("groups", FALSE);
  const isUsual = args.every(
    (arg, index) => arg.kind === "Number" && arg.text === ["0", "3"][index],
  );
  return call(one.context.helper("locale_text"), [base(one), ...(isUsual ? [] : args)], keywords);
}
