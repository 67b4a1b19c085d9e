// Which word was probably meant, for whoever slipped with the pen.

/** How many letters have to be inserted, left out or replaced to make one word of the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}

/** Slips of the pen that are still recognised: two letters swapped count as two. */
const recognisable = 2;

/** The one of `words` that was probably meant. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const byDistance = words
    .map((candidate) => ({ candidate, steps: distance(word, candidate) }))
    .sort((a, b) => a.steps - b.steps);
  const [best] = byDistance;
  const limit = Math.min(recognisable, word.length - 1);
  return best !== undefined && best.steps <= limit ? best.candidate : undefined;
}
