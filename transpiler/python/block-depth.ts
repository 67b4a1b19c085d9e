// How many loops and `try`s are inside each other, of which CPython takes no more than 20 in a
// function (Python/compile.c, compiler_push_fblock: "too many statically nested blocks").
import type { ExceptHandler, Module, Statement } from "./ast";

export const MAXIMUM_BLOCKS = 20;

interface Level {
  readonly body: readonly Statement[];
  /** Blocks around it. */
  readonly depth: number;
  /** What TypeScript says there, or as near to it as is known. */
  readonly origin: ExceptHandler["origin"];
}

/** Where the first body is that more blocks are around than CPython takes. */
export function tooDeepBlock({ body }: Module): Pick<Level, "origin"> | null {
  const pending: Level[] = [{ body, depth: 0, origin: undefined }];
  for (let level = pending.pop(); level !== undefined; level = pending.pop()) {
    if (level.depth > MAXIMUM_BLOCKS) return level;
    const outer = level;
    pending.push(...level.body.flatMap((statement) => levelsOf(statement, outer)));
  }
  return null;
}

function levelsOf(statement: Statement, outer: Level): Level[] {
  const origin = statement.origin ?? outer.origin;
  const { depth } = outer;
  switch (statement.kind) {
    case "FunctionDefinition":
    case "ClassDefinition":
      return [{ body: statement.body, depth: 0, origin }];
    case "If":
      return [statement.body, statement.orElse].map((body) => ({ body, depth, origin }));
    case "For":
    case "While":
      return [{ body: statement.body, depth: depth + 1, origin }];
    case "Try": {
      const { body, handlers, finalBody } = statement;
      const inner = finalBody.length > 0 ? depth + 1 : depth;
      return [
        { body, depth: handlers.length > 0 ? inner + 1 : inner, origin },
        // A handler is one block, and what clears its variable another.
        ...handlers.map((handler) => ({ body: handler.body, depth: inner + 2, origin })),
        { body: finalBody, depth: depth + 1, origin },
      ];
    }
    default:
      return [];
  }
}
