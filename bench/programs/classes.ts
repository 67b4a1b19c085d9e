// Objects that hold state: a ring buffer, an average over it, shapes behind one method.
class RingBuffer {
  private items: number[];
  private head = 0;
  private count = 0;

  constructor(private readonly capacity: number) {
    this.items = new Array(capacity).fill(0);
  }

  push(value: number): void {
    this.items[this.head] = value;
    this.head = (this.head + 1) % this.capacity;
    if (this.count < this.capacity) this.count++;
  }

  get size(): number {
    return this.count;
  }

  sum(): number {
    let total = 0;
    for (const item of this.items) total += item;
    return total;
  }
}

abstract class Shape {
  constructor(readonly name: string) {}

  abstract area(): number;

  describe(): string {
    return `${this.name} of ${this.area()}`;
  }
}

class Square extends Shape {
  constructor(private side: number) {
    super("square");
  }

  area(): number {
    return this.side * this.side;
  }
}

class Rectangle extends Shape {
  constructor(
    private width: number,
    private height: number,
  ) {
    super("rectangle");
  }

  area(): number {
    return this.width * this.height;
  }
}

export function run(): string {
  const ring = new RingBuffer(16);
  let checked = 0;
  for (let i = 0; i < 600; i++) {
    ring.push(i * i);
    checked += ring.size;
  }
  const shapes: Shape[] = [];
  for (let i = 0; i < 60; i++) {
    shapes.push(i % 2 === 0 ? new Square(i) : new Rectangle(i, i + 1));
  }
  let length = 0;
  for (const shape of shapes) length += shape.describe().length;
  return `${checked} ${ring.sum()} ${length}`;
}
