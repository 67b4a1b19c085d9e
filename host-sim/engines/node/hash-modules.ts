// `hashlib` and `binascii` for programs in JavaScript.
import { crc32 } from "node:zlib";
import type { Chip } from "../../hardware/chip";
import type { Realm } from "./realm";

const plain = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The same bytes as an array of the program's own realm. */
function bytesFor(realm: Realm, source: Uint8Array): Uint8Array {
  const own = new Uint8Array(source);
  return realm.prelude.bytes(own.buffer, 0, own.length);
}

export function hashlibModule(realm: Realm, { hashes }: Chip) {
  const newHash = (algorithm: string, data?: ArrayBufferView) => {
    const handle = realm.device(() => hashes.create(algorithm));
    const update = (more: ArrayBufferView) => hashes.update(handle, plain(more));
    if (data !== undefined) update(data);
    return {
      digestSize: hashes.size(handle),
      update,
      digest: () => bytesFor(realm, hashes.digest(handle)),
    };
  };
  return { newHash };
}

/** extmod/modbinascii.c */
export function binasciiModule(realm: Realm) {
  const refuse = (text: string) => realm.exception("ValueError", text);
  return {
    hexlify: (data: ArrayBufferView) => bytesFor(realm, Buffer.from(plain(data).toString("hex"))),
    unhexlify: (text: string) => {
      // bytes.fromhex of py/objstr.c, which binascii calls since MicroPython 1.27.
      if (!/^(\s*[0-9a-fA-F]{2})*\s*$/.test(text)) throw refuse("non-hex digit");
      return bytesFor(realm, Buffer.from(text.replace(/\s/g, ""), "hex"));
    },
    toBase64: (data: ArrayBufferView) =>
      bytesFor(realm, Buffer.from(`${plain(data).toString("base64")}\n`)),
    fromBase64: (text: string) => {
      // What is no digit is skipped; digits have to come in fours, with their padding.
      const digits = text.replace(/[^A-Za-z0-9+/=]/g, "");
      if (digits.length % 4 !== 0) throw refuse("incorrect padding");
      return bytesFor(realm, Buffer.from(digits, "base64"));
    },
    crc32: (data: ArrayBufferView, start = 0) => crc32(plain(data), start),
  };
}
