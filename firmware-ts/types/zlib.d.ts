/** shared-bindings/zlib: nothing is compressed here. */
declare module "zlib" {
  /**
   * @param wbits 15 for zlib, 31 for gzip, -15 for raw DEFLATE
   * @throws ValueError -3 for what was not compressed so
   */
  export function decompress(data: Uint8Array, wbits?: int): Uint8Array;
}
