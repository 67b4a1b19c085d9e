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
  const encoded = encode(text);
  const decoded = new Uint8Array(encoded.length);
  let length = 0;
  let digitsExpected = 0;
  let value = 0;
  for (const byte of encoded) {
    if (digitsExpected === 0 && byte === PERCENT) {
      digitsExpected = 2;
      value = 0;
      continue;
    }
    if (digitsExpected > 0) {
      const digit = digitValue(byte);
      if (digit < 0) return null;
      value = value * 16 + digit;
      digitsExpected -= 1;
    } else {
      value = byte;
    }
    // Escapes only make it shorter.
    if (digitsExpected === 0 && length < decoded.length) {
      decoded[length] = value;
      length += 1;
    }
  }
  if (digitsExpected > 0) return null;
  try {
    return decode(decoded.subarray(0, length));
  } catch {
    return null;
  }
}
