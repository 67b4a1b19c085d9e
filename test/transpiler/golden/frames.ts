// SPDX-License-Identifier: MIT
// Frames of a serial line: a start byte, a length, a payload, a checksum.

const START = 0xa5; // never the first byte of noise
const HEADER_LENGTH = 2;

/** Why a frame was dropped. */
enum Fault {
  Checksum = "checksum",
  Length = "length",
}

interface Frame {
  payload: Uint8Array;
  /** Where it began in the stream. */
  offset: number;
}

/**
 * The CRC-8 of `bytes` (polynomial 0x07).
 * @param bytes - what the checksum is of
 * @param startAt - the first byte that counts
 * @returns a number below 256
 */
function crc8(bytes: Uint8Array, startAt = 0): number {
  let crc = 0;
  for (let i = startAt; i < bytes.length; i++) {
    crc ^= bytes[i];
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1;
      crc &= 0xff;
    }
  }
  return crc;
}

function parse(stream: Uint8Array, onFault: (fault: Fault, offset: number) => void): Frame[] {
  const frames: Frame[] = [];
  let offset = 0;
  while (offset + HEADER_LENGTH < stream.length) {
    if (stream[offset] !== START) {
      offset++;
      continue;
    }
    const length = stream[offset + 1];
    const end = offset + HEADER_LENGTH + length;
    if (end >= stream.length) {
      onFault(Fault.Length, offset);
      break;
    }
    const payload = stream.slice(offset + HEADER_LENGTH, end);

    // A wrong checksum may be noise that looks like a start.
    if (crc8(payload) !== stream[end]) {
      onFault(Fault.Checksum, offset);
      offset++;
      continue;
    }
    frames.push({ payload, offset });
    offset = end + 1;
  }
  return frames;
}

const stream = new Uint8Array([0, START, 2, 16, 32, 0xa7, START, 1, 9, 0, START, 200, 1]);
const frames = parse(stream, (fault, offset) => console.log(`${fault} at ${offset}`));
for (const { payload, offset } of frames) {
  const hex = Array.from(payload, (byte) => byte.toString(16).padStart(2, "0"));
  console.log(`${offset}: ${hex.join(" ")}`);
}
