// How often which word occurs, the most frequent first.

const STOP_WORDS = new Set(["a", "the", "of", "and"]);

function* words(text: string): Generator<string> {
  for (const part of text.toLowerCase().split(" ")) {
    const word = part.trim();
    if (word === "" || STOP_WORDS.has(word)) continue;
    yield word;
  }
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words(text)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const text = "The fox and the hound of the fox and a hen";
const ranked = [...countWords(text)].sort((a, b) => b[1] - a[1]);
for (const [word, count] of ranked) {
  console.log(`${word.padEnd(8)}${"#".repeat(count)}`);
}
