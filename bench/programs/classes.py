class RingBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = [0] * capacity
        self._head = 0
        self._count = 0

    def push(self, value):
        self._items[self._head] = value
        self._head = (self._head + 1) % self._capacity
        if self._count < self._capacity:
            self._count += 1

    @property
    def size(self):
        return self._count

    def sum(self):
        total = 0
        for item in self._items:
            total += item
        return total


class Shape:
    def __init__(self, name):
        self.name = name

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self._side = side

    def area(self):
        return self._side * self._side


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self._width = width
        self._height = height

    def area(self):
        return self._width * self._height


def run():
    ring = RingBuffer(16)
    checked = 0
    for i in range(600):
        ring.push(i * i)
        checked += ring.size
    shapes = []
    for i in range(60):
        shapes.append(Square(i) if i % 2 == 0 else Rectangle(i, i + 1))
    length = 0
    for shape in shapes:
        length += len(shape.describe())
    return f"{checked} {ring.sum()} {length}"
