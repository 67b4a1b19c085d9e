// Words counted in a Map, numbers seen in a Set, a cache that forgets its oldest.
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(" ")) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function distinct(values: number[]): number {
  const seen = new Set<number>();
  for (const value of values) {
    if (!seen.has(value)) seen.add(value);
  }
  return seen.size;
}

class Cache {
  private readonly entries = new Map<number, string>();

  constructor(private readonly limit: number) {}

  get(key: number): string {
    const known = this.entries.get(key);
    if (known !== undefined) return known;
    const made = `value ${key}`;
    if (this.entries.size >= this.limit) this.entries.clear();
    this.entries.set(key, made);
    return made;
  }
}

export function run(): string {
  const counts = countWords("the quick brown fox jumps over the lazy dog and the cat ".repeat(12));
  let most = 0;
  for (const [word, count] of counts) {
    if (word !== "" && count > most) most = count;
  }
  const values: number[] = [];
  for (let i = 0; i < 300; i++) values.push((i * i) % 83);
  const cache = new Cache(24);
  let length = 0;
  for (let i = 0; i < 400; i++) length += cache.get(i % 20).length;
  return `${counts.get("the")} ${most} ${distinct(values)} ${length}`;
}
