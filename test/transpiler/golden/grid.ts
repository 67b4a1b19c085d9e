// Conway's Game of Life on a small torus.

const WIDTH = 6;
const HEIGHT = 5;

type Grid = boolean[][];

const emptyGrid = (): Grid =>
  Array.from({ length: HEIGHT }, () => new Array<boolean>(WIDTH).fill(false));

function neighbours(grid: Grid, row: number, column: number): number {
  let count = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (dx === 0 && dy === 0) continue;
      const y = (row + dy + HEIGHT) % HEIGHT;
      const x = (column + dx + WIDTH) % WIDTH;
      if (grid[y][x]) count++;
    }
  }
  return count;
}

function step(grid: Grid): Grid {
  const next = emptyGrid();
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < WIDTH; column++) {
      const count = neighbours(grid, row, column);
      next[row][column] = count === 3 || (count === 2 && grid[row][column]);
    }
  }
  return next;
}

let grid = emptyGrid();
for (const [row, column] of [
  [0, 1],
  [1, 2],
  [2, 0],
  [2, 1],
  [2, 2],
])
  grid[row][column] = true;
for (let generation = 0; generation < 2; generation++) grid = step(grid);
console.log(grid.map((row) => row.map((cell) => (cell ? "#" : ".")).join("")).join("\n"));
