import { decode, encode } from "./text";

/** ASCII codes. */
const PERCENT = 0x25;
const ZERO = 0x30;
const UPPER_A = 0x41;
const LOWER_A = 0x61;

/** The value of a hexadecimal digit given by its character code, or -1. */
function digitValue(code: int): int {
  if (code >= ZERO && code < ZERO + 10) return code - ZERO;
  if (code >= UPPER_A && code < UPPER_A + 6) return code - UPPER_A + 10;
  if (code >= LOWER_A && code < LOWER_A + 6) return code - LOWER_A + 10;
  return -1;
}

/** `text` with its percent escapes decoded, or nothing where they are malformed or not UTF-8. */
export function decodePercent(text: string): string | null {
  if (!text.includes("%")) return text;
  const encoded = encode(text);
  const decoded = new Uint8Array(encoded.length);
  let length = 0;
  let digitsExpected = 0;
  let value: int = 0;
  for (const byte of encoded) {
    if (digitsExpected === 0 && byte === PERCENT) {
      digitsExpected = 2;
      value = 0;
      continue;
    }
    if (digitsExpected > 0) {
      const digit = digitValue(byte);
      if (digit < 0) return null;
      value = (value & 0xf) * 16 + digit;
      digitsExpected -= 1;
    } else {
      value = byte;
    }
    // The length never gets to the end, as escapes only make a text shorter.
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

/** `text` with its percent escapes decoded; as it came where they are malformed or not UTF-8. */
export function decodeWhereValid(text: string): string {
  const decoded = decodePercent(text);
  return decoded ?? text;
}
