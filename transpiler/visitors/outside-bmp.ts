// Characters that JavaScript counts as two.
import type { ts } from "ts-morph";
import { hasOutsideBmp } from "../analysis/texts";
import type { Context } from "./context";

/** Whether `node` may have characters that count twice in JavaScript. */
export function mayBeOutsideBmp(node: ts.Expression, context: Context): boolean {
  if (!context.analysis.texts.outsideBmp) return false;
  const type = context.types.typeAt(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => !part.isStringLiteral() || hasOutsideBmp(part.value));
}
