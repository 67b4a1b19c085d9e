# Conway's Game of Life on a small torus.

from taipan_runtime import item, join, store_next

WIDTH = 6
HEIGHT = 5


def empty_grid():
    return [[False] * WIDTH for _ in range(HEIGHT)]


def neighbours(grid, row, column):
    count = 0
    for dy in range(-1, 2):
        for dx in range(-1, 2):
            if dx == 0 and dy == 0:
                continue
            y = (row + dy + HEIGHT) % HEIGHT
            x = (column + dx + WIDTH) % WIDTH
            if item(item(grid, y), x):
                count += 1
    return count


def step(grid):
    next_ = empty_grid()
    for row in range(HEIGHT):
        for column in range(WIDTH):
            count = neighbours(grid, row, column)
            store_next(
                item(next_, row),
                column,
                count == 3 or count == 2 and item(item(grid, row), column),
            )
    return next_


grid = empty_grid()
for row, column in [[0, 1], [1, 2], [2, 0], [2, 1], [2, 2]]:
    store_next(item(grid, row), column, True)
for generation in range(2):
    grid = step(grid)
print(join([join(["#" if cell else "." for cell in row], "") for row in grid], "\n"))
