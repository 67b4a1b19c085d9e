// Packets in a buffer: type, big-endian length, payload, CRC-16; what is damaged is skipped.
const SYNC = 0xa5;

function crc16(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0xffff;
  for (let i = start; i < end; i++) {
    crc ^= bytes[i] << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
      crc &= 0xffff;
    }
  }
  return crc;
}

function makePackets(count: number): Uint8Array {
  const bytes = new Uint8Array(count * 13);
  let offset = 0;
  for (let n = 0; n < count; n++) {
    const start = offset;
    bytes[offset++] = SYNC;
    bytes[offset++] = n & 0xff;
    bytes[offset++] = 0;
    bytes[offset++] = 8;
    for (let i = 0; i < 7; i++) {
      bytes[offset++] = (n * 7 + i * 13) & 0xff;
    }
    const crc = crc16(bytes, start + 1, offset);
    bytes[offset++] = crc >> 8;
    bytes[offset++] = n % 5 === 4 ? 0 : crc & 0xff;
  }
  return bytes;
}

function parse(bytes: Uint8Array): number[] {
  const sums: number[] = [];
  let position = 0;
  while (position + 6 <= bytes.length) {
    if (bytes[position] !== SYNC) {
      position++;
      continue;
    }
    const length = (bytes[position + 2] << 8) | bytes[position + 3];
    const end = position + 3 + length;
    if (end + 2 > bytes.length) break;
    const expected = (bytes[end] << 8) | bytes[end + 1];
    if (crc16(bytes, position + 1, end) !== expected) {
      position++;
      continue;
    }
    let sum = 0;
    for (let i = position + 4; i < end; i++) sum += bytes[i];
    sums.push(sum);
    position = end + 2;
  }
  return sums;
}

export function run(): string {
  return parse(makePackets(40)).join(",");
}
