# Sorted numbers: inserting in place, finding by halves.


def binary_search(values, wanted):
    """The place of `wanted` in `values`, or -1."""
    low = 0
    high = len(values) - 1
    while low <= high:
        middle = (low + high) // 2
        if values[middle] == wanted:
            return middle
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1


def insertion_sort(values):
    result = list(values)
    for i in range(1, len(result)):
        value = result[i]
        j = i - 1
        # Larger ones make room.
        while j >= 0 and result[j] > value:
            result[j + 1] = result[j]
            j -= 1
        result[j + 1] = value
    return result


sorted = insertion_sort([31, 4, 15, 92, 65, 35])
print(
    " ".join(str(value_) for value_ in sorted),
    binary_search(sorted, 65),
    binary_search(sorted, 5),
)
