// Nested counting loops: primes by a sieve, and a matrix times its transpose.
const LIMIT = 3000;
const SIZE = 12;

function countPrimes(limit: number): number {
  const composite: boolean[] = new Array(limit + 1).fill(false);
  let count = 0;
  for (let candidate = 2; candidate <= limit; candidate++) {
    if (composite[candidate]) continue;
    count++;
    for (let multiple = candidate * candidate; multiple <= limit; multiple += candidate) {
      composite[multiple] = true;
    }
  }
  return count;
}

function trace(size: number): number {
  let total = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let k = 0; k < size; k++) {
        sum += (row * k + 1) * (column * k + 2);
      }
      if (row === column) total += sum;
    }
  }
  return total;
}

export function run(): string {
  return `${countPrimes(LIMIT)} ${trace(SIZE)}`;
}
