// Helpers that read numbers in texts.
import type { Helper } from "./helper";

export const numberReadingHelpers = {
  parse_float: {
    text: `def parse_float(text):
    """The number that text starts with; not a number if it starts with none."""
    text = text.lstrip().lstrip("\\ufeff\\u00a0")
    sign = text[:1] if text[:1] in ("+", "-") else ""
    text = text[len(sign) :]
    if text.startswith("Infinity"):
        return float(sign + "inf")
    end = 0
    seen = ""
    good = 0
    while end < len(text):
        character = text[end]
        if character == "." and "." not in seen and "e" not in seen:
            seen += "."
        elif character in "eE" and "e" not in seen and good > 0:
            seen += "e"
            if text[end + 1 : end + 2] in ("+", "-"):
                end += 1
        elif "0" <= character <= "9":
            good = end + 1
        else:
            break
        end += 1
    if good == 0:
        return float("nan")
    value = float(text[:good]) if seen else int(text[:good])
    value = float(value) if value > 9007199254740992 else value
    if sign == "-":
        return -value if value else -0.0
    return value`,
  },
  parse_int: {
    text: `def parse_int(text, radix=0):
    """The int that text starts with; not a number if it starts with none."""
    text = text.strip().strip("\\ufeff\\u00a0").lower()
    negative = text[:1] == "-"
    if text[:1] in ("+", "-"):
        text = text[1:]
    if text[:2] == "0x" and radix in (0, 16):
        text = text[2:]
        radix = 16
    radix = radix or 10
    value = None
    for character in text:
        digit = "0123456789abcdefghijklmnopqrstuvwxyz".find(character)
        if digit < 0 or digit >= radix:
            break
        value = (value or 0) * radix + digit
    if value is None or radix < 2 or radix > 36:
        return float("nan")
    if value > 9007199254740992:
        value = float(value)
    return (-value or -0.0) if negative else value`,
  },
  parse_number: {
    needs: ["parse_float"],
    text: `def parse_number(text):
    """The number that all of text is; not a number if it is none."""
    text = text.strip().strip("\\ufeff\\u00a0")
    if not text:
        return 0
    radix = {"0x": 16, "0o": 8, "0b": 2}.get(text[:2].lower())
    if radix is not None:
        digits = text[2:].lower()
        good = [0 <= "0123456789abcdef".find(digit) < radix for digit in digits]
        return int(digits, radix) if digits and all(good) else float("nan")
    bare = text[1:] if text[0] in "+-" else text
    if bare == "Infinity":
        return parse_float(text)
    if not bare or bare.strip("0123456789.eE+-") or bare[0] in "+-eE":
        return float("nan")
    try:
        float(bare)
    except ValueError:
        return float("nan")
    return parse_float(text)`,
  },
} satisfies Record<string, Helper>;
