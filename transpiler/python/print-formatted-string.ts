// Formatted strings: `f"{name}: {size:02x}"` where Python's syntax allows, else `"…".format(…)`.
import type { Expression, FormattedString, Placeholder } from "./ast";
import { attribute, call, string } from "./build";
import { group, layOut, type Document } from "./document";
import { bindingOf } from "./precedence";
import { escapeText, quoteFor } from "./print-string";

type Print = (node: Expression, binding?: number) => Document;

/** What is longer has its values on lines of their own. */
const MOST_CHARACTERS = 88;

export function printFormattedString(node: FormattedString, print: Print): Document {
  const quote = quoteFor(node.parts.filter((part) => typeof part === "string").join(""));
  const parts = node.parts.map((part) => {
    if (typeof part === "string") return inBraces(escapeText(part, quote));
    const value = valueText(valueOf(part), quote, print);
    return value === null ? null : `{${value}${formatOf(part)}}`;
  });
  const text = parts.join("");
  if (!parts.includes(null) && text.length <= MOST_CHARACTERS) return `f${quote}${text}${quote}`;
  return print(withFormat(node));
}

const inBraces = (text: string) => text.replaceAll("{", "{{").replaceAll("}", "}}");

const valueOf = (part: Expression | Placeholder): Expression =>
  part.kind === "Placeholder" ? part.value : part;

const formatOf = (part: Expression | Placeholder): string =>
  part.kind === "Placeholder" ? `:${part.format}` : "";

/** Before Python 3.12 no quotes of the outer kind and no backslash may stand in the braces. */
function valueText(value: Expression, quote: string, print: Print): string | null {
  if (value.kind === "Lambda" || value.kind === "Dict") return null;
  const text = layOut(group(print(value, bindingOf("Conditional"))), 0, Infinity)
    .map((line) => line.text)
    .join("");
  if (/[\\{}:!#']|\bf"/.test(text)) return null;
  return quote === '"' ? text.replaceAll('"', "'") : text;
}

function withFormat({ parts }: FormattedString): Expression {
  const template = parts.map((part) =>
    typeof part === "string" ? inBraces(part) : `{${formatOf(part)}}`,
  );
  const values = parts.flatMap((part) => (typeof part === "string" ? [] : [valueOf(part)]));
  return call(attribute(string(template.join("")), "format"), values);
}
