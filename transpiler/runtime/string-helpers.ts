// Helpers for strings.
import type { Helper } from "./helper";

export const stringHelpers = {
  pad_end: {
    text: `def pad_end(text, length, fill=" "):
    """text, filled up to length at its end."""
    missing = length - len(text)
    return text if missing <= 0 or not fill else text + (fill * missing)[:missing]`,
  },
  pad_start: {
    text: `def pad_start(text, length, fill=" "):
    """text, filled up to length at its start."""
    missing = length - len(text)
    return text if missing <= 0 or not fill else (fill * missing)[:missing] + text`,
  },
  substring: {
    text: `def substring(text, start, end=None):
    """What lies between two places, in whichever order."""
    start = max(start, 0)
    end = len(text) if end is None else max(end, 0)
    return text[min(start, end) : max(start, end)]`,
  },
} satisfies Record<string, Helper>;
