// PEP 8's empty lines.
import type { Statement } from "./ast";
import { BLANK } from "./build";

const isDefinition = (node: Statement) =>
  node.kind === "FunctionDefinition" || node.kind === "ClassDefinition";

/**
 * `body` with empty lines: `count` around definitions, comments above one belonging to it; one where
 * the author left some and below a class's docstring; none at either end.
 */
export function spaced(body: readonly Statement[], count: number, isClass = false): Statement[] {
  const result: Statement[] = [];
  body.forEach((node, index) => {
    if (node.kind === "Blank") return;
    const previous = result.at(-1);
    if (previous !== undefined) {
      const joined = body[index - 1]?.kind === "Comment";
      const next = firstCode(body, index);
      const around =
        isDefinition(previous) || (!joined && next !== undefined && isDefinition(next));
      const wide = around && !(joined && isDefinition(node));
      const first =
        previous.kind === "Docstring" && count === 1 && (isClass || isDefinition(next ?? node));
      const wanted = body[index - 1]?.kind === "Blank" || first ? 1 : 0;
      for (let i = 0; i < (wide ? count : wanted); i++) result.push(BLANK);
    }
    result.push(node);
  });
  return result;
}

/** The first statement from `start` on that is no comment. A copy for each would be quadratic. */
function firstCode(body: readonly Statement[], start: number): Statement | undefined {
  let index = start;
  while (body[index]?.kind === "Comment") index++;
  return body[index];
}
