// One function of the runtime module.
export interface Helper {
  readonly text: string;
  /** Other helpers that it calls. */
  readonly needs?: readonly string[];
  /** Import lines that it needs, as `import math`. */
  readonly imports?: readonly string[];
  /** What reads otherwise where null is not None (null-helpers.ts): a part of the text, and what replaces it. */
  readonly forNull?: readonly [part: string, replacement: string];
}
