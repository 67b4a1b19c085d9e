// null, in programs that tell it from undefined, which is None.
import type { Helper } from "./helper";

export const nullHelpers = {
  NULL: {
    text: `class Null:
    """JavaScript's null, in a program that tells it from undefined, which is None."""

    def __bool__(self):
        return False

    def __str__(self):
        return "null"

    def to_string(self):
        return "null"


NULL = Null()`,
  },
  NULLISH: {
    needs: ["NULL"],
    text: `NULLISH = (None, NULL)`,
  },
} satisfies Record<string, Helper>;
