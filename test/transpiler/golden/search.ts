// Sorted numbers: inserting in place, finding by halves.

/** The place of `wanted` in `values`, or -1. */
function binarySearch(values: number[], wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (values[middle] === wanted) return middle;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function insertionSort(values: number[]): number[] {
  const result = [...values];
  for (let i = 1; i < result.length; i++) {
    const value = result[i];
    let j = i - 1;
    // Larger ones make room.
    while (j >= 0 && result[j] > value) {
      result[j + 1] = result[j];
      j--;
    }
    result[j + 1] = value;
  }
  return result;
}

const sorted = insertionSort([31, 4, 15, 92, 65, 35]);
console.log(sorted.join(" "), binarySearch(sorted, 65), binarySearch(sorted, 5));
