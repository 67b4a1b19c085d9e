// Values made on demand: a range, a window over them, lines of a text.
function* range(start: number, end: number, step = 1): Generator<number> {
  for (let value = start; value < end; value += step) yield value;
}

function* windows(values: Iterable<number>, size: number): Generator<number[]> {
  let window: number[] = [];
  for (const value of values) {
    window.push(value);
    if (window.length === size) {
      yield window;
      window = [];
    }
  }
}

function* lines(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf("\n", start);
    if (end === -1) {
      yield text.slice(start);
      return;
    }
    yield text.slice(start, end);
    start = end + 1;
  }
}

export function run(): string {
  let total = 0;
  for (const value of range(0, 900, 3)) total += value;
  let products = 0;
  for (const window of windows(range(0, 300), 4)) {
    products += window[0] * window[3];
  }
  let longest = "";
  for (const line of lines("alpha\nbe\ngamma delta\n".repeat(40))) {
    if (line.length > longest.length) longest = line;
  }
  return `${total} ${products} ${longest}`;
}
