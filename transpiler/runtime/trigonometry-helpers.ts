// Sines, cosines and tangents by the steps of fdlibm (runtime/float-helpers.ts says why).
import type { Helper } from "./helper";

export const trigonometryHelpers = {
  cosine: {
    needs: ["DOUBLES", "cosine_near_0", "quarter_turns", "sine_near_0"],
    imports: ["import math"],
    text: `def cosine(x):
    """The cosine of x (s_cos.c)."""
    if x - x != 0:
        return float("nan")
    if not DOUBLES:
        return math.cos(x)
    turns, y, tail = quarter_turns(x)
    result = sine_near_0(y, tail) if turns & 1 else cosine_near_0(y, tail)
    return -result if turns + 1 & 2 else result`,
  },
  cosine_near_0: {
    needs: ["horner", "upper_half", "upper_word"],
    text: `def cosine_near_0(x, tail):
    word = upper_word(abs(x))
    if word < 0x3E400000:
        return 1.0
    z = x * x
    r = z * horner(
        z,
        4.16666666666666019037e-02,
        -1.38888888888741095749e-03,
        2.48015872894767294178e-05,
        -2.75573143513906633035e-07,
        2.08757232129817482790e-09,
        -1.13596475577881948265e-11,
    )
    part = 0.0
    if word >= 0x3FD33333:
        part = 0.28125 if word > 0x3FE90000 else upper_half(abs(x)) / 4
    return (1.0 - part) - ((0.5 * z - part) - (z * r - x * tail))`,
  },
  pi_times_2_to_the: {
    text: `def pi_times_2_to_the(bits):
    """An int, by Machin's formula."""
    total = 0
    for factor, inverse in ((16, 5), (-4, 239)):
        power = (factor << bits + 16) // inverse
        divisor = 1
        while power not in (0, -1):
            total += power // divisor
            power = -power // (inverse * inverse)
            divisor += 2
    return total >> 16`,
  },
  quarter_turns: {
    needs: ["upper_word", "whole_quarter_turns"],
    imports: ["import math"],
    text: `def quarter_turns(x):
    """How many quarters of a turn are in x, and what is left, in two floats (e_rem_pio2.c)."""
    size = abs(x)
    word = upper_word(size)
    if word <= 0x3FE921FB:
        return 0, x, 0.0
    if word > 0x413921FB:
        turns, y, tail = whole_quarter_turns(size)
        return (-turns, -y, -tail) if x < 0 else (turns, y, tail)
    turns = 1 if word < 0x4002D97C else int(size * 6.36619772367581382433e-01 + 0.5)
    # Pi / 2 in pieces of 33 bits, as many as are needed, and what each leaves of it.
    rest = size - turns * 1.57079632673412561417
    lost = turns * 6.07710050650619224932e-11
    y = rest - lost
    is_near = turns >= 32 or word == upper_word(turns * math.pi / 2)
    for piece, left, most in (
        (6.07710050630396597660e-11, 2.02226624879595063154e-21, 16),
        (2.02226624871116645580e-21, 8.47842766036889956997e-32, 49),
    ):
        if not is_near or (word >> 20) - (upper_word(y) >> 20 & 0x7FF) <= most:
            break
        before = rest
        lost = turns * piece
        rest = before - lost
        lost = turns * left - ((before - rest) - lost)
        y = rest - lost
        is_near = turns > 1
    tail = (rest - y) - lost
    return (-turns, -y, -tail) if x < 0 else (turns, y, tail)`,
  },
  sine: {
    needs: ["DOUBLES", "cosine_near_0", "quarter_turns", "sine_near_0", "upper_word"],
    imports: ["import math"],
    text: `def sine(x):
    """The sine of x (s_sin.c)."""
    if x - x != 0:
        return float("nan")
    if not DOUBLES:
        return math.sin(x)
    if upper_word(abs(x)) <= 0x3FE921FB:
        return sine_near_0(x)
    turns, y, tail = quarter_turns(x)
    result = cosine_near_0(y, tail) if turns & 1 else sine_near_0(y, tail)
    return -result if turns & 2 else result`,
  },
  sine_near_0: {
    needs: ["horner"],
    text: `def sine_near_0(x, tail=None):
    if abs(x) < 7.450580596923828e-09:
        return x
    z = x * x
    v = z * x
    r = horner(
        z,
        8.33333333332248946124e-03,
        -1.98412698298579493134e-04,
        2.75573137070700676789e-06,
        -2.50507602534068634195e-08,
        1.58969099521155010221e-10,
    )
    if tail is None:
        return x + v * (-1.66666666666666324348e-01 + z * r)
    return x - ((z * (0.5 * tail - v * r) - tail) - v * -1.66666666666666324348e-01)`,
  },
  tangent: {
    needs: ["DOUBLES", "horner", "quarter_turns", "upper_half", "upper_word"],
    imports: ["import math"],
    text: `def tangent(x):
    """The tangent of x (k_tan.c)."""
    if x - x != 0:
        return float("nan")
    if not DOUBLES:
        return math.tan(x)
    turns, x, tail = quarter_turns(x)
    word = upper_word(abs(x))
    if word < 0x3E300000:
        return minus_1_by(x, tail, x + tail) if turns & 1 else x
    sign = -1.0 if x < 0 else 1.0
    is_far = word >= 0x3FE59428
    if is_far:
        x = (math.pi / 4 - sign * x) + (3.06161699786838301793e-17 - sign * tail)
        tail = 0.0
    z = x * x
    w = z * z
    odd = horner(
        w,
        1.33333333333201242699e-01,
        2.18694882948595424599e-02,
        3.59207910759131235356e-03,
        5.88041240820264096874e-04,
        7.81794442939557092300e-05,
        -1.85586374855275456654e-05,
    )
    even = z * horner(
        w,
        5.39682539762260521377e-02,
        8.86323982359930005737e-03,
        1.45620945432529025516e-03,
        2.46463134818469906812e-04,
        7.14072491382608190305e-05,
        2.59073051863633712884e-05,
    )
    s = z * x
    r = tail + z * (s * (odd + even) + tail)
    r += 3.33333333333334091986e-01 * s
    w = x + r
    if is_far:
        v = -1.0 if turns & 1 else 1.0
        return sign * (v - 2.0 * (x - (w * w / (w + v) - r)))
    return minus_1_by(x, r, w) if turns & 1 else w


def minus_1_by(x, tail, total):
    """-1 / (x + tail), where total is that sum as a float."""
    head = upper_half(total)
    inverse = -1.0 / total
    t = upper_half(inverse)
    return t + inverse * ((1.0 + t * head) + t * (tail - (head - x)))`,
  },
  whole_quarter_turns: {
    needs: ["pi_times_2_to_the"],
    imports: ["import math"],
    text: `def whole_quarter_turns(x):
    """The same of a large x, in ints: what is left is less than the error of any float of pi."""
    mantissa, exponent = math.frexp(x)
    bits = max(exponent, 0) + 192
    quarter = pi_times_2_to_the(bits) >> 1
    size = int(math.ldexp(mantissa, 53)) << bits + exponent - 53
    turns = (size + (quarter >> 1)) // quarter
    rest = size - turns * quarter
    head = as_float(rest, bits)
    return turns & 3, head, as_float(rest - (int(math.ldexp(head, 140)) << bits - 140), bits)


def as_float(value, bits):
    """value / 2 ** bits, rounded once."""
    extra = max(len(bin(abs(value))) - 55, 0)
    top = (abs(value) >> extra - 1) + 1 >> 1 if extra else abs(value)
    return math.ldexp(float(-top if value < 0 else top), extra - bits)`,
  },
} satisfies Record<string, Helper>;
