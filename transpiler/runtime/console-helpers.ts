// What the console can beside printing a line.
import type { Helper } from "./helper";

export const consoleHelpers = {
  close_group: {
    needs: ["console_line"],
    text: `def close_group():
    """console.groupEnd()"""
    if groups:
        groups.pop()`,
  },
  console_assert: {
    imports: ["import sys"],
    text: `def console_assert(condition, *texts):
    """Says so on the error stream if condition does not hold."""
    if not condition:
        print("Assertion failed" + (":" if texts else ""), *texts, file=sys.stderr)`,
  },
  console_count: {
    needs: ["console_line"],
    text: `def console_count(label="default"):
    """Prints how often it was called with label."""
    counts[label] = counts.get(label, 0) + 1
    console_line(label + ": %d" % counts[label])


counts = {}`,
  },
  console_line: {
    text: `def console_line(*texts, **where):
    """Prints texts with a space between, as deep as there are groups open."""
    margin = "  " * len(groups)
    text = " ".join([str(text) for text in texts])
    print(margin + text.replace("\\n", "\\n" + margin), **where)


groups = []`,
  },
  open_group: {
    needs: ["console_line"],
    text: `def open_group(*texts):
    """console.group(): what is printed from here on is indented."""
    if texts:
        console_line(*texts)
    groups.append(texts)`,
  },
  reset_count: {
    needs: ["console_count"],
    text: `def reset_count(label="default"):
    """Counts label from the start again."""
    counts.pop(label, None)`,
  },
} satisfies Record<string, Helper>;
