// Exponentials and logarithms by the steps of fdlibm (runtime/float-helpers.ts says why).
import type { Helper } from "./helper";

export const exponentialHelpers = {
  exponential: {
    needs: ["DOUBLES", "horner", "parts_of_ln_2"],
    imports: ["import math"],
    text: `def exponential(x):
    """e ** x (e_exp.c)."""
    if x != x or x > 7.09782712893383973096e02:
        return x * float("inf")
    if x < -7.45133219101941108420e02:
        return 0.0
    if not DOUBLES or -3.725290298461914e-09 < x < 3.725290298461914e-09:
        return math.exp(x)
    if x == 1:
        return math.e
    k, high, low = parts_of_ln_2(x)
    x = high - low
    t = x * x
    c = x - t * horner(
        t,
        1.66666666666666019037e-01,
        -2.77777777770155933842e-03,
        6.61375632143793436117e-05,
        -1.65339022054652515390e-06,
        4.13813679705723846039e-08,
    )
    if k == 0:
        return 1.0 - ((x * c) / (c - 2.0) - x)
    return math.ldexp(1.0 - ((low - (x * c) / (2.0 - c)) - high), k)`,
  },
  exponential_minus_1: {
    needs: ["DOUBLES", "horner", "parts_of_ln_2"],
    imports: ["import math"],
    text: `def exponential_minus_1(x):
    """e ** x - 1 (s_expm1.c)."""
    if x != x or x > 7.09782712893383973096e02:
        return x * float("inf")
    if x < -38.816242:
        return -1.0
    if not DOUBLES or -5.551115123125783e-17 < x < 5.551115123125783e-17:
        return x if DOUBLES else math.exp(x) - 1
    k, high, low = parts_of_ln_2(x)
    x = high - low
    c = (high - x) - low
    half = 0.5 * x
    square = x * half
    r = horner(
        square,
        1.0,
        -3.33333333333331316428e-02,
        1.58730158725481460165e-03,
        -7.93650757867487942473e-05,
        4.00821782732936239552e-06,
        -2.01099218183624371326e-07,
    )
    t = 3.0 - r * half
    e = square * ((r - t) / (6.0 - x * t))
    if k == 0:
        return x - (x * e - square)
    e = (x * (e - c) - c) - square
    if k == -1:
        return 0.5 * (x - e) - 0.5
    if k == 1:
        return -2.0 * (e - (x + 0.5)) if x < -0.25 else 1.0 + 2.0 * (x - e)
    if k < -1 or k > 56:
        return math.ldexp(1.0 - (e - x), k) - 1.0
    one = math.ldexp(1.0, -k)
    return math.ldexp((1.0 - one) - (e - x) if k < 20 else (x - (e + one)) + 1.0, k)`,
  },
  log_of_1_plus: {
    needs: ["DOUBLES", "horner", "upper_word"],
    imports: ["import math"],
    text: `def log_of_1_plus(x):
    """The natural logarithm of 1 + x (s_log1p.c)."""
    if not -1 < x < float("inf"):
        return float("-inf") if x == -1 else x if x > 0 else float("nan")
    size = abs(x)
    if size < 1.862645149230957e-09:
        return x if size < 5.551115123125783e-17 else x - x * x * 0.5
    if not DOUBLES:
        return math.log(1 + x)
    word = upper_word(x)
    k, f, c, rest = 0, x, 0.0, 1
    if not (0 < word < 0x3FDA827A or word < 0 and word & 0xFFFFFFFF <= 0xBFD2BEC4):
        u = 1.0 + x if word < 0x43400000 else x
        rest = upper_word(u)
        k = (rest >> 20) - 1023
        if word < 0x43400000:
            c = (1.0 - (u - x) if k > 0 else x - (u - 1.0)) / u
        rest &= 0xFFFFF
        f = math.frexp(u)[0]
        if rest < 0x6A09E:
            f = 2.0 * f - 1.0
        else:
            k, f, rest = k + 1, f - 1.0, 0x100000 - rest >> 2
    half = 0.5 * f * f
    high, low = k * 6.93147180369123816490e-01, k * 1.90821492927058770002e-10 + c
    if rest == 0:
        r = half * (1.0 - 0.66666666666666666 * f)
        return high + low if f == 0 else f - r if k == 0 else high - ((r - low) - f)
    s = f / (2.0 + f)
    z = s * s
    r = z * horner(
        z,
        6.666666666666735130e-01,
        3.999999999940941908e-01,
        2.857142874366239149e-01,
        2.222219843214978396e-01,
        1.818357216161805012e-01,
        1.531383769920937332e-01,
        1.479819860511658591e-01,
    )
    if k == 0:
        return f - (half - s * (half + r))
    return high - ((half - (s * (half + r) + low)) - f)`,
  },
  log_ratio: {
    needs: ["horner"],
    text: `def log_ratio(s):
    z = s * s
    w = z * z
    odd = w * horner(w, 3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01)
    return odd + z * horner(
        w,
        6.666666666666735130e-01,
        2.857142874366239149e-01,
        1.818357216161805012e-01,
        1.479819860511658591e-01,
    )`,
  },
  logarithm: {
    needs: ["DOUBLES", "log_ratio", "mantissa_near_1"],
    imports: ["import math"],
    text: `def logarithm(x):
    """The natural logarithm of x (e_log.c)."""
    if not 0 < x < float("inf"):
        return float("-inf") if x == 0 else x if x > 0 else float("nan")
    if not DOUBLES:
        return math.log(x)
    k, f, word = mantissa_near_1(x)
    high, low = k * 6.93147180369123816490e-01, k * 1.90821492927058770002e-10
    if 0xFFFFF & 2 + word < 3:
        r = f * f * (0.5 - 0.33333333333333333 * f)
        return high + low if f == 0 else f - r if k == 0 else high - ((r - low) - f)
    s = f / (2.0 + f)
    r = log_ratio(s)
    if (word - 0x6147A | 0x6B851 - word) > 0:
        half = 0.5 * f * f
        if k == 0:
            return f - (half - s * (half + r))
        return high - ((half - (s * (half + r) + low)) - f)
    return f - s * (f - r) if k == 0 else high - ((s * (f - r) - low) - f)`,
  },
  logarithm10: {
    needs: ["DOUBLES", "logarithm"],
    imports: ["import math"],
    text: `def logarithm10(x):
    """The logarithm of x to the base 10 (e_log10.c)."""
    if not 0 < x < float("inf") or x == 1:
        return logarithm(x)
    if not DOUBLES:
        result = math.log(x) / math.log(10)
        return round(result) if 10.0 ** round(result) == x else result
    mantissa, k = math.frexp(x)
    if k > 0:
        mantissa, k = 2 * mantissa, k - 1
    low = k * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * logarithm(mantissa)
    return low + k * 3.01029995663611771306e-01`,
  },
  logarithm2: {
    needs: ["DOUBLES", "log_ratio", "logarithm", "mantissa_near_1", "upper_half"],
    imports: ["import math"],
    text: `def logarithm2(x):
    """The logarithm of x to the base 2 (e_log2.c)."""
    if not 0 < x < float("inf"):
        return logarithm(x)
    k, f, _ = mantissa_near_1(x)
    if f == 0:
        return k
    if not DOUBLES:
        return math.log(x) / math.log(2)
    half = 0.5 * f * f
    s = f / (2.0 + f)
    head = upper_half(f - half)
    tail = (f - head) - half + s * (half + log_ratio(s))
    high = head * 1.44269504072144627571
    low = (tail + head) * 1.67517131648865118353e-10 + tail * 1.44269504072144627571
    total = k + high
    return (low + ((k - total) + high)) + total`,
  },
  mantissa_near_1: {
    needs: ["upper_word"],
    imports: ["import math"],
    text: `def mantissa_near_1(x):
    """k and f so that x is 2 ** k * (1 + f), and the upper bits of the mantissa."""
    half, k = math.frexp(x)
    word = upper_word(half) & 0xFFFFF
    return (k, half - 1.0, word) if word + 0x95F64 & 0x100000 else (k - 1, 2.0 * half - 1.0, word)`,
  },
  parts_of_ln_2: {
    needs: ["upper_word"],
    text: `def parts_of_ln_2(x):
    """k and two floats so that x is k * ln 2 + high - low."""
    word = upper_word(abs(x))
    if word <= 0x3FD62E42:
        return 0, x, 0.0
    half = -0.5 if x < 0 else 0.5
    k = int(2 * half) if word < 0x3FF0A2B2 else int(1.44269504088896338700 * x + half)
    return k, x - k * 6.93147180369123816490e-01, k * 1.90821492927058770002e-10`,
  },
} satisfies Record<string, Helper>;
