# list, tuple, dict, set, slices and iteration, and collections.
from collections import OrderedDict, deque, namedtuple
from probe import show

numbers = [0, 1, 2, 3, 4, 5]
Point = namedtuple("Point", ("x", "y"))
queue = deque((), 2)
checked = deque((), 2, 1)
ordered = OrderedDict([("z", 1), ("a", 2)])
single = {"a": 1}


def counting():
    received = yield 1
    yield received


generator = counting()

show(
    """
numbers[1:3], numbers[-2:], numbers[:-4], numbers[9:], numbers[4:2], numbers[-99:2]
numbers[::2], numbers[::-1], numbers[5:1:-2], numbers[1:5:3]
numbers[::0]
numbers[6]
numbers[-7]
numbers["a"]
numbers[1.0]
(1, 2, 3)[::-1], (1, 2, 3)[5:]
(1, 2)[2]
[1, 2] + [3], [0] * 3, [1] * -1, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0]
[1] + (2,)
[1].append(2), [1, 2].pop(), [1, 2].pop(0), [3, 1].index(1), [1, 1].count(1)
[].pop()
[1].pop(5)
[1].index(2)
[1].remove(2)
[3, 1, 2].sort(), sorted([3, 1, 2]), sorted("bca", reverse=True), sorted([(1, "b"), (1, "a")])
sorted([1, "a"])
sorted([3, -1, 2], key=abs), sorted([3, -1, 2], key=lambda n: -n)
list(range(5)), list(range(5, 0, -2)), len(range(0)), range(10)[2:5], 3 in range(5), range(3)[-1]
range(1, 2, 0)
range(3)[3]
list(reversed([1, 2])), list(enumerate("ab", 1)), list(zip([1, 2], "ab")), list(map(str, [1]))
list(filter(None, [0, 1])), any([0, 1]), all([]), any([])
list(5)
tuple("ab"), (1,), (), (1, 2) < (1, 3), (1,) + (2,), (1,) * 2
(1,) + [2]
len(5)
{}.get("a"), {}.get("a", 1), {"a": 1}.pop("a"), {}.pop("a", 0), {"a": 1}.setdefault("b", 2)
{}["a"]
{}.pop("a")
{}.popitem()
single["b"]
single.get([])
{[]: 1}
list({"a": 1}.items()), list({"a": 1}), "a" in {"a": 1}, len({1: 1, 1.0: 2}), {True: 1}[1]
{"a": 1} == {"a": 1}, {"a": 1} | {"b": 2} == {"a": 1, "b": 2}, dict(a=1), dict([("a", 1)])
dict([1])
dict([(1, 2, 3)])
{"a": 1}.update({"b": 1}), {"a": 1}.clear(), {"a": 1}.copy()
{1, 2} & {2, 3}, {1} | {1}, {1, 2} - {1}, {1} ^ {2} == {1, 2}, {1} <= {1, 2}, 1 in {1}, set()
{1}.remove(2)
{1}.discard(2), {1} == {1}, frozenset([1]), {1}.issubset([1]), {1}.isdisjoint({2})
set().pop()
{[]}
Point(1, 2), Point(1, 2).x, Point(x=1, y=2)[1], Point(1, 2) == (1, 2)
Point(1)
Point(1, 2, 3)
Point(1, 2).z
queue.append(1), queue.append(2), queue.append(3), len(queue), list(queue), queue[0], queue[-1]
queue.popleft(), queue.popleft()
queue.popleft()
queue[0]
checked.append(1), checked.append(2)
checked.append(3)
checked.extend([4])
bool(deque((), 1)), len(deque((1, 2), 2))
deque()
deque((), -1)
list(ordered), list(ordered.items()), ordered.popitem(), ordered
next(generator), generator.send("x")
next(generator)
next(iter([]))
next(iter([]), "end")
next(5)
iter(5)
generator.close()
[n * n for n in range(4) if n % 2], {n: n for n in (1,)}, {n for n in (1,)}, sum(n for n in (1, 2))
(lambda a, b=2, *c, **d: (a, b, c, sorted(d)))(1, 3, 4, x=5)
(lambda a: a)()
(lambda a: a)(1, 2)
(lambda a: a)(b=1)
(lambda *, a: a)(1)
(lambda a: a)(1, a=1)
(lambda: 0)(*[1])
(lambda a, b: (a, b))(*"ab")
None()
None.x
None[0]
[].x
5 in 5
[1, [2, (3, {"a": None})]], [True, 1.5, "a", b"b"]
""",
    globals(),
)
