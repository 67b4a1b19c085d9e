// Formatted strings.
import type { ts } from "ts-morph";
import { hasLoneSurrogate } from "../analysis/syntax";
import type * as py from "../python/ast";
import { string } from "../python/build";
import type { Context } from "./context";

/** `parts` one after the other. */
export function filledTemplate(
  node: ts.Node,
  parts: py.FormattedString["parts"],
  context: Context,
): py.Expression {
  const filled = joined(parts);
  if (filled.every((part) => typeof part === "string")) return string(filled.join(""));
  return filled.some((part) => typeof part === "string" && hasLoneSurrogate(part))
    ? context.refuse(node, "literalOutsideBmp")
    : { kind: "FormattedString", parts: filled };
}

/** Texts that follow each other as one, none of them empty. */
function joined(parts: py.FormattedString["parts"]): py.FormattedString["parts"] {
  const result: py.FormattedString["parts"][number][] = [];
  const flat = parts.flatMap((part) =>
    typeof part !== "string" && part.kind === "FormattedString" ? part.parts : [part],
  );
  for (const part of flat) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string") result.splice(-1, 1, last + part);
    else if (part !== "") result.push(part);
  }
  return result;
}
