/** No bytes at all. */
export const NOTHING = new Uint8Array(0);

/** The UTF-8 bytes of `text`. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * The text of UTF-8 bytes.
 * @throws UnicodeError the bytes are not UTF-8
 */
export function decode(data: Uint8Array): string {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  // As many characters as bytes is ASCII, which needs no second look.
  if (text.length < data.length && !isStrict(data)) throw new UnicodeError("Not UTF-8");
  return text;
}

/**
 * Whether bytes that a decoder took for UTF-8 have only what RFC 3629 §4 lets be: no longer forms
 * than needed, no surrogates, nothing beyond U+10FFFF. MicroPython's decoder (py/unicode.c,
 * utf8_check) counts the continuation bytes and looks no further.
 */
function isStrict(data: Uint8Array): boolean {
  let previous = 0;
  for (const byte of data) {
    if (byte === 0xc0 || byte === 0xc1 || byte > 0xf4) return false;
    if (previous === 0xe0 && byte < 0xa0) return false;
    if (previous === 0xed && byte > 0x9f) return false;
    if (previous === 0xf0 && byte < 0x90) return false;
    if (previous === 0xf4 && byte > 0x8f) return false;
    previous = byte;
  }
  return true;
}

/** What RFC 9110 §5.6.2 lets a method and a header name be made of. */
const TOKEN_CHARACTERS =
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_!#$%&'*+.^`|~";

/** Whether `text` is a token: at least one character, none but those. */
export function isToken(text: string): boolean {
  for (const character of text) {
    if (!TOKEN_CHARACTERS.includes(character)) return false;
  }
  return text.length > 0;
}

/** Whether `text` holds a character that ends or corrupts a header line: CR, LF or NUL. */
export function breaksLine(text: string): boolean {
  return text.includes("\r") || text.includes("\n") || text.includes("\0");
}

/** `text` without the spaces and tabs around it, which belong to no header value. */
export function stripBlanks(text: string): string {
  while (text.startsWith(" ") || text.startsWith("\t")) text = text.slice(1);
  while (text.endsWith(" ") || text.endsWith("\t")) text = text.slice(0, -1);
  return text;
}
