# How often which word occurs, the most frequent first.

from collections import OrderedDict

from taipan_runtime import pad_end, sorted_by

STOP_WORDS = set(["a", "the", "of", "and"])


def words(text):
    for part in text.lower().split(" "):
        word = part.strip()
        if word == "" or word in STOP_WORDS:
            continue
        yield word


def count_words(text):
    counts = OrderedDict()
    for word in words(text):
        counts[word] = counts.get(word, 0) + 1
    return counts


text = "The fox and the hound of the fox and a hen"
ranked = sorted_by(list(count_words(text).items()), lambda a: -a[1])
for word, count in ranked:
    print("{}{}".format(pad_end(word, 8), "#" * count))
