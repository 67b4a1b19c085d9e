def count_words(text):
    counts = {}
    for word in text.split(" "):
        counts[word] = counts.get(word, 0) + 1
    return counts


def distinct(values):
    seen = set()
    for value in values:
        if value not in seen:
            seen.add(value)
    return len(seen)


class Cache:
    def __init__(self, limit):
        self._limit = limit
        self._entries = {}

    def get(self, key):
        known = self._entries.get(key)
        if known is not None:
            return known
        made = f"value {key}"
        if len(self._entries) >= self._limit:
            self._entries.clear()
        self._entries[key] = made
        return made


def run():
    counts = count_words("the quick brown fox jumps over the lazy dog and the cat " * 12)
    most = 0
    for word, count in counts.items():
        if word != "" and count > most:
            most = count
    values = []
    for i in range(300):
        values.append((i * i) % 83)
    cache = Cache(24)
    length = 0
    for i in range(400):
        length += len(cache.get(i % 20))
    return f"{counts.get('the')} {most} {distinct(values)} {length}"
