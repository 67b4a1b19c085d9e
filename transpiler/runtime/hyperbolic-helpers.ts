// The hyperbolic functions, from exponentials and logarithms, as fdlibm makes them.
import type { Helper } from "./helper";

export const hyperbolicHelpers = {
  area_cosine: {
    needs: ["log_of_1_plus", "logarithm"],
    imports: ["import math"],
    text: `def area_cosine(x):
    """The number whose hyperbolic cosine is x (e_acosh.c)."""
    if not x >= 1:
        return float("nan")
    if x >= 268435456:
        return logarithm(x) + 6.93147180559945286227e-01
    if x > 2:
        return logarithm(2.0 * x - 1.0 / (x + math.sqrt(x * x - 1.0)))
    t = x - 1.0
    return log_of_1_plus(t + math.sqrt(2.0 * t + t * t))`,
  },
  area_sine: {
    needs: ["log_of_1_plus", "logarithm"],
    imports: ["import math"],
    text: `def area_sine(x):
    """The number whose hyperbolic sine is x (s_asinh.c)."""
    size = abs(x)
    if x - x != 0 or size < 3.725290298461914e-9:
        return x
    if size > 268435456:
        result = logarithm(size) + 6.93147180559945286227e-01
    elif size > 2:
        result = logarithm(2.0 * size + 1.0 / (math.sqrt(x * x + 1.0) + size))
    else:
        t = x * x
        result = log_of_1_plus(size + t / (1.0 + math.sqrt(1.0 + t)))
    return -result if x < 0 else result`,
  },
  area_tangent: {
    needs: ["log_of_1_plus"],
    text: `def area_tangent(x):
    """The number whose hyperbolic tangent is x (e_atanh.c)."""
    size = abs(x)
    if not size < 1:
        return x * float("inf") if size == 1 else float("nan")
    if size < 3.725290298461914e-9:
        return x
    t = size + size
    ratio = t + t * size / (1.0 - size) if size < 0.5 else t / (1.0 - size)
    result = 0.5 * log_of_1_plus(ratio)
    return -result if x < 0 else result`,
  },
  hyperbolic_cosine: {
    needs: ["exponential", "exponential_minus_1", "upper_word"],
    text: `def hyperbolic_cosine(x):
    """(e ** x + e ** -x) / 2 (e_cosh.c)."""
    size = abs(x)
    if x - x != 0 or size > 710.4758600739439:
        return size * float("inf")
    if upper_word(size) < 0x3FD62E43:
        t = exponential_minus_1(size)
        return 1.0 + t * t / ((1.0 + t) + (1.0 + t))
    if size < 22:
        t = exponential(size)
        return 0.5 * t + 0.5 / t
    if upper_word(size) < 0x40862E42:
        return 0.5 * exponential(size)
    root = exponential(0.5 * size)
    return 0.5 * root * root`,
  },
  hyperbolic_sine: {
    needs: ["exponential", "exponential_minus_1"],
    text: `def hyperbolic_sine(x):
    """(e ** x - e ** -x) / 2 (e_sinh.c)."""
    size = abs(x)
    half = -0.5 if x < 0 else 0.5
    if x - x != 0 or size < 3.725290298461914e-9:
        return x
    if size < 22:
        t = exponential_minus_1(size)
        return half * (2 * t - t * t / (t + 1)) if size < 1 else half * (t + t / (t + 1))
    if size < 709.7822265625:
        return half * exponential(size)
    if size > 710.4758600739439:
        return x * float("inf")
    root = exponential(0.5 * size)
    return half * root * root`,
  },
  hyperbolic_tangent: {
    needs: ["exponential_minus_1"],
    text: `def hyperbolic_tangent(x):
    """hyperbolic_sine(x) / hyperbolic_cosine(x) (s_tanh.c)."""
    size = abs(x)
    if x != x or size < 3.725290298461914e-9:
        return x
    if size >= 22:
        result = 1.0
    elif size >= 1:
        result = 1.0 - 2.0 / (exponential_minus_1(2.0 * size) + 2.0)
    else:
        t = exponential_minus_1(-2.0 * size)
        result = -t / (t + 2.0)
    return -result if x < 0 else result`,
  },
} satisfies Record<string, Helper>;
