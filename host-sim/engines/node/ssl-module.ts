// `ssl` and `zlib` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import { inflate } from "../../hardware/inflate";
import type { Realm } from "./realm";

const refusal = "TLS is not simulated: serve and ask by plain HTTP here, and try TLS on a board";

/** There to be set up; encryption itself is not simulated. */
export function sslModule(realm: Realm, { storage }: Chip) {
  const check = (path: string) => void realm.device(() => storage.files.status(path));
  class SSLContext {
    loadCertChain(certfile: string, keyfile: string): void {
      check(certfile);
      check(keyfile);
    }

    wrapSocket(): never {
      throw realm.exception("NotImplementedError", refusal);
    }
  }
  return { SSLContext, createDefaultContext: () => new SSLContext() };
}

export function zlibModule(realm: Realm) {
  const decompress = (data: ArrayBufferView, windowBits = 0) => {
    const { buffer, byteOffset, byteLength } = data;
    const bytes = realm.device(() =>
      inflate(new Uint8Array(buffer, byteOffset, byteLength), windowBits),
    );
    return realm.prelude.bytes(new Uint8Array(bytes).buffer, 0, bytes.length);
  };
  return { decompress };
}
