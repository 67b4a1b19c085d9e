// Clocks: milliseconds from some moment on, and those since 1970.
import type { Helper } from "./helper";

export const clockHelpers = {
  date_now: {
    needs: ["monotonic_ms"],
    imports: ["import time"],
    text: `def date_now():
    """Milliseconds since 1970, as far as the board knows."""
    if not date_offset:
        date_offset.append(int(time.time() * 1000) - monotonic_ms())
    return date_offset[0] + monotonic_ms()


date_offset = []`,
  },
  monotonic_ms: {
    imports: ["import time"],
    text: `def monotonic_ms():
    """Milliseconds from some moment on."""
    return (time.monotonic_ns if hasattr(time, "monotonic_ns") else time.time_ns)() // 1000000`,
  },
} satisfies Record<string, Helper>;
