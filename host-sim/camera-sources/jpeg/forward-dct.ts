// The forward DCT of an 8×8 block in floating point: Arai, Agui and Nakajima 1988, in the form of
// libjpeg's jfdctflt.c. It leaves each coefficient scaled; `scaleOf` is what to divide by.

const cosines = [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.5411961, 0.275899379];

/** How much too large `forwardDct` makes the coefficient at `index` (0 to 63, row by row). */
export function scaleOf(index: number): number {
  return (cosines[index >> 3] ?? 1) * (cosines[index & 7] ?? 1) * 8;
}

function transformLine(block: Float32Array, at: number, step: number): void {
  const i1 = at + step;
  const i2 = i1 + step;
  const i3 = i2 + step;
  const i4 = i3 + step;
  const i5 = i4 + step;
  const i6 = i5 + step;
  const i7 = i6 + step;
  const sum07 = block[at]! + block[i7]!;
  const difference07 = block[at]! - block[i7]!;
  const sum16 = block[i1]! + block[i6]!;
  const difference16 = block[i1]! - block[i6]!;
  const sum25 = block[i2]! + block[i5]!;
  const difference25 = block[i2]! - block[i5]!;
  const sum34 = block[i3]! + block[i4]!;
  const difference34 = block[i3]! - block[i4]!;

  const even0 = sum07 + sum34;
  const even3 = sum07 - sum34;
  const even1 = sum16 + sum25;
  const even2 = (sum16 - sum25 + even3) * 0.707106781;
  block[at] = even0 + even1;
  block[i4] = even0 - even1;
  block[i2] = even3 + even2;
  block[i6] = even3 - even2;

  const odd0 = difference34 + difference25;
  const odd1 = (difference25 + difference16) * 0.707106781;
  const odd2 = difference16 + difference07;
  const rotated = (odd0 - odd2) * 0.382683433;
  const low = 0.5411961 * odd0 + rotated;
  const high = 1.306562965 * odd2 + rotated;
  const upper = difference07 + odd1;
  const lower = difference07 - odd1;
  block[i5] = lower + low;
  block[i3] = lower - low;
  block[i1] = upper + high;
  block[i7] = upper - high;
}

/** Transforms 64 samples, row by row and centred on 0, in place. */
export function forwardDct(block: Float32Array): void {
  for (let row = 0; row < 64; row += 8) transformLine(block, row, 1);
  for (let column = 0; column < 8; column += 1) transformLine(block, column, 8);
}
