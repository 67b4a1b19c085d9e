// Digests and their texts.
import * as binascii from "binascii";
import { newHash } from "hashlib";

const encoder = new TextEncoder();
const hash = newHash("sha1", encoder.encode("dGhlIHNhbXBsZSBub25jZQ=="));
hash.update(encoder.encode("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
console.log(hash.digestSize, text(binascii.toBase64(hash.digest())).trim());
hash.update(encoder.encode("more"));
console.log(text(binascii.hexlify(hash.digest())));
console.log(text(binascii.hexlify(newHash("sha256").digest())));
console.log(binascii.crc32(encoder.encode("123456789")), binascii.crc32(encoder.encode("9"), 5));
console.log(text(binascii.unhexlify("686F")), text(binascii.fromBase64("aGVsbG8=\n")));
for (const given of ["6", "6x"]) {
  try {
    binascii.unhexlify(given);
  } catch (error) {
    console.log((error as Error).message);
  }
}
try {
  binascii.fromBase64("aGVsbG8");
} catch (error) {
  console.log((error as Error).message);
}
