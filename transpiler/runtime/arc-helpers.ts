// The inverses of sine, cosine and tangent by the steps of fdlibm (runtime/float-helpers.ts says why).
import type { Helper } from "./helper";

export const arcHelpers = {
  arc_cosine: {
    needs: ["DOUBLES", "arc_ratio", "upper_half"],
    imports: ["import math"],
    text: `def arc_cosine(x):
    """The angle whose cosine is x (e_acos.c)."""
    size = abs(x)
    if not size <= 1:
        return float("nan")
    if size == 1 or not DOUBLES:
        return math.acos(x)
    if size < 0.5:
        return math.pi / 2 - (x - (6.12323399573676603587e-17 - x * arc_ratio(x * x)))
    z = (1.0 - size) * 0.5
    ratio = arc_ratio(z)
    root = math.sqrt(z)
    if x < 0:
        return math.pi - 2.0 * (root + (ratio * root - 6.12323399573676603587e-17))
    head = upper_half(root)
    return 2.0 * (head + (ratio * root + (z - head * head) / (root + head)))`,
  },
  arc_ratio: {
    needs: ["horner"],
    text: `def arc_ratio(z):
    p = horner(
        z,
        1.66666666666666657415e-01,
        -3.25565818622400915405e-01,
        2.01212532134862925881e-01,
        -4.00555345006794114027e-02,
        7.91534994289814532176e-04,
        3.47933107596021167570e-05,
    )
    q = horner(
        z,
        1.0,
        -2.40339491173441421878,
        2.02094576023350569471,
        -6.88283971605453293030e-01,
        7.70381505559019352791e-02,
    )
    return z * p / q`,
  },
  arc_sine: {
    needs: ["DOUBLES", "arc_ratio", "upper_half", "upper_word"],
    imports: ["import math"],
    text: `def arc_sine(x):
    """The angle whose sine is x (e_asin.c)."""
    size = abs(x)
    if not size <= 1:
        return float("nan")
    if size == 1 or not DOUBLES:
        return math.asin(x)
    if size < 0.5:
        return x if size < 7.450580596923828e-09 else x + x * arc_ratio(x * x)
    z = (1.0 - size) * 0.5
    ratio = arc_ratio(z)
    root = math.sqrt(z)
    if upper_word(size) >= 0x3FEF3333:
        result = math.pi / 2 - (2.0 * (root + root * ratio) - 6.12323399573676603587e-17)
    else:
        head = upper_half(root)
        rest = (z - head * head) / (root + head)
        p = 2.0 * root * ratio - (6.12323399573676603587e-17 - 2.0 * rest)
        result = math.pi / 4 - (p - (math.pi / 4 - 2.0 * head))
    return result if x > 0 else -result`,
  },
  arc_tangent: {
    needs: ["DOUBLES", "horner"],
    imports: ["import math"],
    text: `def arc_tangent(x):
    """The angle whose tangent is x (s_atan.c)."""
    size = abs(x)
    if not DOUBLES or not 7.450580596923828e-09 <= size < 7.378697629483821e19:
        return math.atan(x)
    if size < 0.4375:
        head, tail, t = 0.0, 0.0, size
    elif size < 0.6875:
        head, tail, t = 4.63647609000806093515e-01, 2.26987774529616870924e-17, (2.0 * size - 1.0) / (2.0 + size)
    elif size < 1.1875:
        head, tail, t = math.pi / 4, 3.06161699786838301793e-17, (size - 1.0) / (size + 1.0)
    elif size < 2.4375:
        head, tail, t = 9.82793723247329054082e-01, 1.39033110312309984516e-17, (size - 1.5) / (1.0 + 1.5 * size)
    else:
        head, tail, t = math.pi / 2, 6.12323399573676603587e-17, -1.0 / size
    z = t * t
    w = z * z
    even = horner(
        w,
        3.33333333333329318027e-01,
        1.42857142725034663711e-01,
        9.09088713343650656196e-02,
        6.66107313738753120669e-02,
        4.97687799461593236017e-02,
        1.62858201153657823623e-02,
    )
    odd = horner(
        w,
        -1.99999999998764832476e-01,
        -1.11111104054623557880e-01,
        -7.69187620504482999495e-02,
        -5.83357013379057348645e-02,
        -3.65315727442169155270e-02,
    )
    s = z * even + w * odd
    result = t - t * s if head == 0 else head - ((t * s - tail) - t)
    return -result if x < 0 else result`,
  },
  arc_tangent2: {
    needs: ["DOUBLES", "arc_tangent", "upper_word"],
    imports: ["import math"],
    text: `def arc_tangent2(y, x):
    """The angle of the point x, y (e_atan2.c)."""
    if not DOUBLES or x - x != 0 or y - y != 0 or x == 0 or y == 0:
        return math.atan2(y, x)
    gap = upper_word(abs(y)) - upper_word(abs(x)) >> 20
    if gap > 60:
        return math.copysign(math.pi / 2, y)
    z = 0.0 if x < 0 and gap < -60 else arc_tangent(abs(y / x))
    if x < 0:
        z = math.pi - (z - 1.2246467991473531772e-16)
    return -z if y < 0 else z`,
  },
} satisfies Record<string, Helper>;
