/** extmod/modbinascii.c: what is made is bytes, not text. */
declare module "binascii" {
  export function hexlify(data: ReadableBuffer): Uint8Array;
  /** @throws ValueError "non-hex digit", also for an odd one */
  export function unhexlify(data: string): Uint8Array;
  /**
   * Ends with a line feed.
   * @py b2a_base64
   */
  export function toBase64(data: ReadableBuffer): Uint8Array;
  /**
   * @py a2b_base64
   * @throws ValueError "incorrect padding"
   */
  export function fromBase64(data: string): Uint8Array;
  export function crc32(data: ReadableBuffer, start?: int): int;
}
