LIMIT = 3000
SIZE = 12


def count_primes(limit):
    composite = [False] * (limit + 1)
    count = 0
    for candidate in range(2, limit + 1):
        if composite[candidate]:
            continue
        count += 1
        for multiple in range(candidate * candidate, limit + 1, candidate):
            composite[multiple] = True
    return count


def trace(size):
    total = 0
    for row in range(size):
        for column in range(size):
            total_of_cell = 0
            for k in range(size):
                total_of_cell += (row * k + 1) * (column * k + 2)
            if row == column:
                total += total_of_cell
    return total


def run():
    return f"{count_primes(LIMIT)} {trace(SIZE)}"
