// Powers by the steps of fdlibm, with the one that V8 took otherwise (runtime/float-helpers.ts says why).
import type { Helper } from "./helper";

export const powerHelpers = {
  power: {
    needs: ["power_of_positive"],
    imports: ["import math"],
    text: `def power(a, b):
    """a ** b within what a double holds."""
    if b == 0:
        return 1
    if a != a or b != b or abs(a) == 1 and b - b != 0:
        return float("nan")
    is_odd = b - b == 0 and b % 2 == 1
    size = float(abs(a))
    if a < 0 and a - a == 0 and b - b == 0 and b != int(b):
        return float("nan")
    if size == 0 and b < 0:
        result = float("inf")
    elif size in (0, 1, float("inf")) or b - b != 0:
        result = size ** b
    else:
        result = power_of_positive(size, b)
    if isinstance(a, int) and isinstance(b, int) and b > 0 and result <= 9007199254740992:
        return a**b
    return -result if is_odd and math.copysign(1, a) < 0 else result`,
  },
  power_of_positive: {
    needs: ["DOUBLES", "horner", "log2_in_two", "upper_half", "upper_word"],
    imports: ["import math"],
    text: `def power_of_positive(x, y):
    """x ** y of a finite x above 0 (e_pow.c)."""
    if abs(y) == 1:
        return x if y > 0 else 1 / x
    if y == 2 or y == 0.5:
        return x * x if y == 2 else math.sqrt(x)
    word = upper_word(x)
    is_above_1 = word >= 0x3FF00000
    if abs(y) > 2147483648 and (abs(y) > 1.8446744073709552e19 or not 0x3FEFFFFF <= word <= 0x3FF00000):
        return float("inf") if (y > 0) == is_above_1 else 0.0
    if not DOUBLES:
        try:
            return x**y
        except OverflowError:
            return float("inf")
    high, low = log2_in_two(x, abs(y) > 2147483648)
    head = upper_half(y)
    low = (y - head) * high + y * low
    high = head * high
    z = low + high
    if z >= 1024 and (z > 1024 or low + 8.0085662595372944372e-17 > z - high):
        return float("inf")
    if z <= -1075 and (z < -1075 or low <= z - high):
        return 0.0
    n = math.floor(abs(z) + 0.5) if upper_word(abs(z)) > 0x3FE00000 else 0
    n = -n if z < 0 else n
    high -= n
    t = upper_half(low + high)
    u = t * 6.93147182464599609375e-01
    v = (low - (t - high)) * 6.93147180559945286227e-01 + t * -1.90465429995776804525e-09
    z = u + v
    w = v - (z - u)
    square = z * z
    t = z - square * horner(
        square,
        1.66666666666666019037e-01,
        -2.77777777770155933842e-03,
        6.61375632143793436117e-05,
        -1.65339022054652515390e-06,
        4.13813679705723846039e-08,
    )
    # Sun subtracts w + z * w from the quotient, V8 from what it divides by.
    r = z * t / ((t - 2.0) - (w + z * w))
    return math.ldexp(1.0 - (r - z), n)`,
  },
  log2_in_two: {
    needs: ["horner", "upper_half", "upper_word"],
    imports: ["import math", "import struct"],
    text: `def log2_in_two(x, is_near_1):
    """The logarithm to the base 2 in two floats, the first without its lower half."""
    if is_near_1:
        t = x - 1.0
        w = (t * t) * (0.5 - t * (0.3333333333333333333333 - t * 0.25))
        u = 1.44269502162933349609 * t
        v = t * 1.92596299112661746887e-08 - w * 1.44269504088896338700
        high = upper_half(u + v)
        return high, v - (high - u)
    x, n = math.frexp(x)
    mantissa = upper_word(x) & 0xFFFFF
    base, shift, log2_high, log2_low = 1.0, 0, 0.0, 0.0
    if mantissa < 0xBB67A:
        x, n = 2.0 * x, n - 1
        if mantissa > 0x3988E:
            base, shift = 1.5, 0x40000
            log2_high, log2_low = 5.84962487220764160156e-01, 1.35003920212974897128e-08
    u = x - base
    v = 1.0 / (x + base)
    s = u * v
    s_high = upper_half(s)
    word = (upper_word(x) >> 1 | 0x20000000) + 0x80000 + shift
    t_high = struct.unpack(">d", struct.pack(">II", word, 0))[0]
    s_low = v * ((u - s_high * t_high) - s_high * (x - (t_high - base)))
    square = s * s
    r = square * square * horner(
        square,
        5.99999999999994648725e-01,
        4.28571428578550184252e-01,
        3.33333329818377432918e-01,
        2.72728123808534006489e-01,
        2.30660745775561754067e-01,
        2.06975017800338417784e-01,
    )
    r += s_low * (s_high + s)
    square = s_high * s_high
    t_high = upper_half(3.0 + square + r)
    u = s_high * t_high
    v = s_low * t_high + (r - ((t_high - 3.0) - square)) * s
    p_high = upper_half(u + v)
    z_high = 9.61796700954437255859e-01 * p_high
    z_low = -7.02846165095275826516e-09 * p_high + (v - (p_high - u)) * 9.61796693925975554329e-01 + log2_low
    high = upper_half(((z_high + z_low) + log2_high) + n)
    return high, z_low - (((high - n) - log2_high) - z_high)`,
  },
} satisfies Record<string, Helper>;
