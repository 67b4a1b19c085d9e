// Helpers that write numbers: ECMAScript's Number::toString and the methods of Number.prototype.
import type { Helper } from "./helper";

export const numberTextHelpers = {
  closest_digits: {
    imports: ["import math"],
    text: `def closest_digits(value, places):
    """The digits of a positive float that has more than 15, by ints: printf may round another way."""
    mantissa, exponent = math.frexp(value)
    mantissa, exponent = int(math.ldexp(mantissa, 53)), exponent - 53
    while True:
        places += 1
        top = mantissa * 10 ** max(places, 0) << max(exponent, 0)
        bottom = 10 ** max(-places, 0) << max(-exponent, 0)
        below = top // bottom
        rest = top - below * bottom
        # Half the way to the next float; downwards it is nearer from a power of two.
        room = top // mantissa
        is_even = mantissa % 2 == 0
        down = rest * (4 if mantissa == 1 << 52 else 2)
        up = (bottom - rest) * 2
        fits_down = down < room or is_even and down == room
        fits_up = up < room or is_even and up == room
        if fits_down or fits_up:
            is_nearer = rest * 2 < bottom or rest * 2 == bottom and below % 2 == 0
            digits = str(below if fits_down and (is_nearer or not fits_up) else below + 1)
            return digits.rstrip("0"), len(digits) - places`,
  },
  digit_count: {
    needs: ["RangeError"],
    text: `def digit_count(count, least, what):
    """How many digits are asked for, if there can be so many."""
    count = 0 if count is None or count != count else count
    if not least - 1 < count < 101 or int(count) < least:
        raise RangeError("%s must be between %d and 100" % (what, least))
    return int(count)`,
  },
  digits_of: {
    needs: ["closest_digits"],
    text: `def digits_of(value):
    """The shortest decimal digits that give a positive float back, and where its point is."""
    for count in range(15) if value < 1e-300 else (5, 6, 7, 14):
        text = "%.*e" % (count, value)
        mantissa, exponent = text.split("e")
        if float(text) == value:
            return mantissa.replace(".", "").rstrip("0"), int(exponent) + 1
    return closest_digits(value, 14 - int(exponent))`,
  },
  exact_decimals: {
    imports: ["import math"],
    text: `def exact_decimals(value, places):
    """round(value * 10 ** places) of a number that is not negative; halfway goes up."""
    if isinstance(value, int):
        numerator, shift = value, 0
    else:
        mantissa, exponent = math.frexp(value)
        numerator, shift = int(math.ldexp(mantissa, 53)), 53 - exponent
    denominator = 1
    if shift > 0:
        denominator <<= shift
    else:
        numerator <<= -shift
    if places >= 0:
        numerator *= 10**places
    else:
        denominator *= 10**-places
    return (2 * numerator + denominator) // (2 * denominator)`,
  },
  exponent_of: {
    needs: ["exact_decimals"],
    imports: ["import math"],
    text: `def exponent_of(value, count):
    """A positive number as an int of count digits, and the power of ten of the first."""
    exponent = math.floor(math.log10(value))
    for power in (exponent - 1, exponent, exponent + 1):
        digits = exact_decimals(value, count - 1 - power)
        if len(str(digits)) <= count:
            return str(digits), power
    return str(digits)[:count], power + 1`,
  },
  locale_text: {
    needs: ["digits_of"],
    text: `def locale_text(value, least=0, most=3, sign="", percent="", whole=1, groups=True):
    """value as English writes it, with so many decimals; halfway goes away from zero."""
    minus = "-" if value < 0 or str(value) == "-0.0" else ""
    if value - value != 0:
        return minus + sign + ("NaN" if value != value else "\u221e") + percent
    digits, point = digits_of(float(abs(value))) if value else ("0", 1)
    shift = point + (2 if percent else 0) + most - len(digits)
    number = int(digits) * 10**shift if shift >= 0 else (int(digits) // 10 ** (-shift - 1) + 5) // 10
    text = str(number)
    text = "0" * (most + whole - len(text)) + text
    end = len(text) - most
    first, rest = text[:end], text[end:].rstrip("0")
    rest += "0" * (least - len(rest))
    if groups:
        start = (len(first) - 1) % 3 + 1
        parts = [first[:start]] + [first[place : place + 3] for place in range(start, len(first), 3)]
        first = ",".join(parts)
    return minus + sign + first + ("." + rest if rest else "") + percent`,
  },
  not_finite: {
    text: `def not_finite(value):
    """The name of an infinite number, or of what is none."""
    return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"`,
  },
  number_text: {
    needs: ["digits_of", "not_finite"],
    text: `def number_text(value):
    """value as JavaScript writes it."""
    if isinstance(value, int) and -9007199254740992 <= value <= 9007199254740992:
        return str(value)
    value = float(value)
    if value - value != 0:
        return not_finite(value)
    if -1e15 < value < 1e15 and value == int(value):
        return str(int(value))
    digits, point = digits_of(abs(value))
    count = len(digits)
    if count <= point <= 21:
        text = digits + "0" * (point - count)
    elif 0 < point <= 21:
        text = digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        rest = "." + digits[1:] if count > 1 else ""
        text = digits[0] + rest + ("e+" if point > 0 else "e-") + str(abs(point - 1))
    return "-" + text if value < 0 else text`,
  },
  to_base: {
    needs: ["RangeError", "not_finite", "number_text"],
    imports: ["import math"],
    text: `def to_base(value, radix):
    """value in digits to the base radix."""
    if not 2 <= radix < 37:
        raise RangeError("toString() radix argument must be between 2 and 36")
    if value - value != 0:
        return not_finite(value)
    if int(radix) == 10:
        return number_text(value)
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    radix = int(radix)
    whole = int(abs(value))
    rest = abs(value) - whole
    text = ""
    # As V8 does it: digits until the rest is below half the distance to the next float.
    if rest:
        delta = max(math.ldexp(0.5, math.frexp(abs(value))[1] - 53), 5e-324)
        digits = []
        while rest >= delta:
            rest *= radix
            delta *= radix
            digits.append(int(rest))
            rest -= int(rest)
            if (rest > 0.5 or rest == 0.5 and digits[-1] % 2) and rest + delta > 1:
                while digits:
                    digit = digits.pop() + 1
                    if digit < radix:
                        digits.append(digit)
                        break
                else:
                    whole += 1
                break
        text = "".join([letters[digit] for digit in digits])
        text = "." + text if text else ""
    number = ""
    # What a double does not hold is zeros.
    while whole / radix >= 9007199254740992:
        whole = float(whole) / radix
        number += "0"
    whole = int(whole)
    while whole:
        number = letters[whole % radix] + number
        whole //= radix
    return ("-" if value < 0 else "") + (number or "0") + text`,
  },
  to_exponential: {
    needs: ["digit_count", "digits_of", "exponent_of", "not_finite"],
    text: `def to_exponential(value, places=None):
    """value with one digit before the point, and an exponent."""
    if value - value != 0:
        return not_finite(value)
    if places is not None:
        places = digit_count(places, 0, "toExponential() argument")
    if value == 0:
        digits, exponent = "0" * ((places or 0) + 1), 0
    elif places is None:
        digits, point = digits_of(float(abs(value)))
        exponent = point - 1
    else:
        digits, exponent = exponent_of(abs(value), places + 1)
    text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
    sign = "-" if value < 0 else ""
    return sign + text + ("e+" if exponent >= 0 else "e-") + str(abs(exponent))`,
  },
  rounded: {
    needs: ["exact_decimals"],
    text: `def rounded(value, places):
    """A small value that is formatted with so many decimals: what lies halfway goes away from zero."""
    # In 512ths of the last place: see to_fixed.
    if int(value * (512 * 10**places)) - 255 & 511 > 2:
        return value or 0
    result = exact_decimals(abs(value), places) / 10**places
    return -result if value < 0 else result`,
  },
  to_fixed: {
    needs: ["exact_decimals", "number_text"],
    text: `def to_fixed(value, places=0):
    """value with so many decimals; what lies halfway goes away from zero."""
    # In 512ths of the last place: those around halfway are left to exact_decimals.
    parts = value * (512 * 10**places)
    if -2147483648 < parts < 2147483648 and int(parts) - 255 & 511 > 2 and places < 20:
        return "%.*f" % (places, value or 0)
    # Too close to halfway, too large or too long for what is rounded itself.
    if value - value != 0 or abs(value) >= 1e21:
        return number_text(value)
    text = str(exact_decimals(abs(value), places))
    if places > 0:
        text = "0" * (places + 1 - len(text)) + text
        text = text[:-places] + "." + text[-places:]
    return "-" + text if value < 0 else text`,
  },
  to_precision: {
    needs: ["digit_count", "exponent_of", "not_finite", "to_exponential"],
    text: `def to_precision(value, count):
    """value with so many digits."""
    if value - value != 0:
        return not_finite(value)
    count = digit_count(count, 1, "toPrecision() argument")
    digits, exponent = ("0" * count, 0) if value == 0 else exponent_of(abs(value), count)
    if exponent < -6 or exponent >= count:
        return to_exponential(value, count - 1)
    if exponent < 0:
        text = "0." + "0" * (-exponent - 1) + digits
    elif exponent == count - 1:
        text = digits
    else:
        text = digits[: exponent + 1] + "." + digits[exponent + 1 :]
    return "-" + text if value < 0 else text`,
  },
} satisfies Record<string, Helper>;
