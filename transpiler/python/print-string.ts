// String literals, in double quotes.
const ESCAPES: Record<string, string> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, "0")}`;
  // Invisible, or a line break to an editor.
  const invisible = (code >= 0x80 && code < 0xa1) || code === 0xad || code === 0xfeff;
  const odd = invisible || (code >= 0x2000 && code < 0x2010) || (code >= 0x2028 && code < 0x2030);
  return odd ? `\\u${code.toString(16).padStart(4, "0")}` : character;
}

/** As black has it: double quotes, unless the others save a backslash. */
export const quoteFor = (text: string): string =>
  text.includes('"') && !text.includes("'") ? "'" : '"';

export function escapeText(text: string, quote = '"'): string {
  return Array.from(text, (character) =>
    character === '"' && quote === "'"
      ? character
      : (ESCAPES[character] ?? escapeCharacter(character)),
  ).join("");
}

export function quoted(text: string): string {
  const quote = quoteFor(text);
  return quote + escapeText(text, quote) + quote;
}
