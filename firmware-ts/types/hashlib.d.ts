/** shared-bindings/hashlib: neither hexdigest() nor md5. */
declare module "hashlib" {
  export interface Hash {
    /** @py digest_size */
    readonly digestSize: int;
    update(data: ReadableBuffer): void;
    /** Of what came until now: `update` may go on. */
    digest(): Uint8Array;
  }
  /**
   * @py new
   * @throws ValueError "Unsupported hash algorithm"
   */
  export function newHash(algorithm: "sha1" | "sha256", data?: ReadableBuffer): Hash;
}
