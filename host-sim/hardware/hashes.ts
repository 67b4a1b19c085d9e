// Digests (shared-bindings/hashlib, ports/espressif/common-hal/hashlib).
import { createHash, type Hash } from "node:crypto";
import { DeviceError } from "./device-error";
import { Handles } from "./handles";

const digestBytes: Readonly<Record<string, number>> = { sha1: 20, sha256: 32 };

export class Hashes {
  private readonly open = new Handles<{ hash: Hash; size: number }>();

  /** @throws DeviceError ValueError for any algorithm but sha1 and sha256 */
  create(algorithm: string): number {
    const size = digestBytes[algorithm];
    if (size === undefined) throw new DeviceError("ValueError", "Unsupported hash algorithm");
    return this.open.add({ hash: createHash(algorithm), size });
  }

  size(handle: number): number {
    return this.open.get(handle).size;
  }

  update(handle: number, bytes: Uint8Array): void {
    this.open.get(handle).hash.update(bytes);
  }

  /** Of what came until now: more may come. */
  digest(handle: number): Uint8Array {
    return this.open.get(handle).hash.copy().digest();
  }

  endOfProgram(): void {
    this.open.clear();
  }
}
