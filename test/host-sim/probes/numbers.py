# int, float and bool, at their edges.
from probe import show

small = (1 << 30) - 1
big = 1 << 100
infinite = float("inf")
none = float("nan")

show(
    """
7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3
divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(-7.5, 2)
1 / 0
1 // 0
1 % 0
1.0 / 0
1.0 // 0
1.5 % 0
divmod(1, 0)
0 ** 0, 0.0 ** 0, 2 ** 10, 2 ** -1, (-8) ** 2, 2 ** 100
0 ** -1
0.0 ** -1
(-8) ** 0.5
pow(2, 10), pow(2.0, 3), pow(2, 0.5) == 2 ** 0.5
small + 1, small * small, -small - 2, ~small, small << 2
big + 1, big - big, big // 3, big % 7, -big // 3, -big % 7, big >> 90, -big >> 90
big & 255, big | 1, big ^ big, ~big, big == float(big), big > 1e10
big * big == 1 << 200, (big + 1) * (big - 1) == big * big - 1
1 << -1
1 >> -1
1 >> 100, -1 >> 100, 1 << 31, 1 << 32, 1 << 64
1 << 1.0
1 & 1.0
5 & 3, 5 | 3, 5 ^ 3, ~5, -5 & 3, -5 | 3, -5 >> 1, -1 & 0xFFFFFFFF, -1 & 0xFFFFFFFFFF
int("42"), int(" -7 "), int("ff", 16), int("0x1f", 16), int("0b11", 0), int("101", 2), int("1_0")
int("")
int("a")
int("1.5")
int("12", 2)
int("z", 37)
int(None)
int([])
int(1.9), int(-1.9), int(1e10), int(True), int(1e20)
int(infinite)
int(none)
int("9" * 30), int(b"12"), int(bytearray(b"3"))
float("1.5"), float(" 2 "), float("1e3"), float(".5"), float("5."), float("inf"), float("-INF")
float("a")
float("")
float(None)
float("1_0")
round(2.5), round(3.5), round(-2.5), round(1.25, 1), round(12345, -2), round(0.5), round(1.5)
round(infinite)
round(none)
abs(-3), abs(-2.5), abs(-big) == big, abs(True)
abs("a")
min(3, 1, 2), max([1, 3, 2]), min([], default=0), max("ab"), sum([1, 2, 3]), sum([0.5], 1)
min([])
max()
min(1, "a")
sum(["a"])
bool(0), bool(0.0), bool(""), bool("0"), bool([]), bool([0]), bool(none), bool(big)
True + True, True == 1, True is 1, not 0, 1 < 2 < 3, 1 < 3 < 2, None == 0, 0 == 0.0, -0.0 == 0.0
infinite > big, -infinite < 0, none == none, none != none, none < 1, infinite - infinite
infinite == infinite, 1 / infinite, -1 / infinite, infinite * 0
1.5, 0.5, -0.25, 1e10, 1e16, 1e-5, 100.0, 1e22, -0.0, 3.0
str(infinite), str(-infinite), str(none), repr(2.5e-3)
hex(255), hex(-1), oct(8), bin(5), bin(-5), hex(big)
hex(1.5)
(5).bit_length(), (0).bit_length(), (255).bit_length()
1 + None
1 + "1"
-"a"
not None, -True, +True, ~True
1 < "a"
1 == "1", 1 != "1", None is None
isinstance(True, int), isinstance(1, float), isinstance(1, (str, int)), type(1), type(1.0), type(True)
isinstance(1, "int")
1_000_000, 0xFF, 0o17, 0b11
complex(1, 2), 1j * 1j
""",
    globals(),
)
