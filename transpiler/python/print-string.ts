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

export function escapeText(text: string): string {
  return Array.from(text, (character) => ESCAPES[character] ?? escapeCharacter(character)).join("");
}

export function quoted(text: string): string {
  // As black has it: the other quotes, where they save a backslash.
  if (text.includes('"') && !text.includes("'")) {
    return `'${escapeText(text).replaceAll('\\"', '"')}'`;
  }
  return `"${escapeText(text)}"`;
}
