// Helpers for letters: their two cases, and their order in a dictionary.
import type { Helper } from "./helper";

export const letterHelpers = {
  lower_case: {
    needs: ["other_case"],
    text: `def lower_case(text):
    """text in small letters: Latin, Greek and Cyrillic ones."""
    return "".join([other_case(character, False) for character in text])`,
  },
  other_case: {
    text: `def other_case(character, up):
    """One letter as a capital, or as a small one."""
    code = ord(character)
    if code < 0x80:
        return character.upper() if up else character.lower()
    if character == "\\xdf":
        return "SS" if up else character
    small = big = code
    if 0xC0 <= code < 0xFF and code not in (0xD7, 0xF7):
        big, small = code & ~0x20, code | 0x20
    elif code in (0xFF, 0x178):
        big, small = 0x178, 0xFF
    elif 0x100 <= code < 0x138 or 0x14A <= code < 0x178:
        big, small = code & ~1, code | 1
    elif 0x139 <= code < 0x149 or 0x179 <= code < 0x17F:
        big, small = code - 1 + code % 2, code + code % 2
    elif 0x391 <= code <= 0x3C9:
        big, small = (code, code + 32) if code < 0x3AA else (code - 32, code)
    elif 0x400 <= code < 0x460:
        if code < 0x410 or code >= 0x450:
            big, small = (code, code + 80) if code < 0x410 else (code - 80, code)
        else:
            big, small = (code, code + 32) if code < 0x430 else (code - 32, code)
    return chr(big if up else small)`,
  },
  upper_case: {
    needs: ["other_case"],
    text: `def upper_case(text):
    """text in capitals: Latin, Greek and Cyrillic ones."""
    return "".join([other_case(character, True) for character in text])`,
  },
  locale_compare: {
    text: `COLLATION = "_-,;:!?.'\\"()[]{}@*/\\\\&#%\`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz"


def collation_key(character):
    """The place of a character in a dictionary, whatever its case; -1 for one that does not count."""
    place = COLLATION.find(character.lower())
    if place >= 0:
        return 10 + place
    return -1 if character < " " and character not in "\\t\\n\\v\\f\\r" else ord(character) // 32


def locale_compare(a, b, folds=False):
    """How two texts follow each other in a dictionary: -1, 0 or 1; capitals are no others if it folds."""
    first = [key for key in map(collation_key, a) if key >= 0]
    second = [key for key in map(collation_key, b) if key >= 0]
    if first != second:
        return -1 if first < second else 1
    if folds:
        return 0
    first = [character.isupper() for character in a if collation_key(character) >= 0]
    second = [character.isupper() for character in b if collation_key(character) >= 0]
    return 0 if first == second else -1 if first < second else 1`,
  },
} satisfies Record<string, Helper>;
