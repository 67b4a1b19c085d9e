// Decompression (shared-module/zlib/__init__.c): what is compressed elsewhere, nothing the other way.
import { gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { DeviceError } from "./device-error";

/** TINF_DATA_ERROR in lib/uzlib/uzlib.h */
const dataError = "-3";
/** From here on the window's size means a gzip header, below 0 none at all. */
const gzip = 16;

/** @throws DeviceError ValueError "-3" for what was not compressed so */
export function inflate(bytes: Uint8Array, windowBits: number): Uint8Array {
  const decompress =
    windowBits >= gzip ? gunzipSync : windowBits < 0 ? inflateRawSync : inflateSync;
  try {
    return new Uint8Array(decompress(bytes));
  } catch {
    throw new DeviceError("ValueError", dataError);
  }
}
