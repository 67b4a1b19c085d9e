// The size that a JPEG names in its frame header (ITU-T T.81, B.2.2).
import type { FrameDimensions } from "./frame-sizes";

const startOfScan = 0xda;
/** In the range of the frame headers, but tables: DHT, JPG and DAC. */
const tables = [0xc4, 0xc8, 0xcc];

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !tables.includes(marker);
}

/** Null when the bytes have no frame header. */
export function pictureSize(bytes: Uint8Array): FrameDimensions | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Behind SOI; each segment is a marker and a length that counts itself.
  for (let at = 2; at + 9 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === startOfScan) return null;
    if (isFrameHeader(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
  }
  return null;
}
