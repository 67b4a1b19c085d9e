import { decode, encode } from "./text";

const PERCENT = 37;

/** The value of a hexadecimal digit given by its character code, or -1. */
function digitValue(code: int): int {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 70) return code - 55;
  if (code >= 97 && code <= 102) return code - 87;
  return -1;
}

/** `text` with its percent escapes decoded, or null where they are malformed or not UTF-8. */
export function decodePercent(text: string): string | null {
  if (!text.includes("%")) return text;
  const escaped = encode(text);
  const decoded = new Uint8Array(escaped.length);
  let length = 0;
  let position = 0;
  while (position < escaped.length) {
    let byte = escaped[position];
    if (byte === PERCENT) {
      if (position + 2 >= escaped.length) return null;
      const high = digitValue(escaped[position + 1]);
      const low = digitValue(escaped[position + 2]);
      if (high < 0 || low < 0) return null;
      byte = high * 16 + low;
      position += 2;
    }
    decoded[length] = byte;
    length += 1;
    position += 1;
  }
  try {
    return decode(decoded.subarray(0, length));
  } catch {
    return null;
  }
}
