// 3xxx: ints and floats.
import type { CatalogueEntry } from "./entry";

export const numberRefusals = {
  floatForInt: {
    code: "TPY3001",
    why: "This may be a fraction, and an int is expected.",
    instead: "Use `Math.floor`, `Math.round` or `Math.trunc`.",
    wrong: `
      function middle(width: int): int {
        return width / 2;
      }
      console.log(middle(641));
    `,
    right: `
      function middle(width: int): int {
        return Math.floor(width / 2);
      }
      console.log(middle(641));
    `,
  },
} as const satisfies Record<string, CatalogueEntry>;
