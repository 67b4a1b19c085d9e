// What functions give back.
import { ts } from "ts-morph";
import { isFunctionNode, type FunctionNode } from "./syntax";
import { walk } from "./walk";

/** The expressions whose value `node` returns. */
export function returnedBy({ body }: FunctionNode): ts.Expression[] {
  if (body === undefined) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  walk(body, (child) => {
    if (isFunctionNode(child)) return false;
    if (ts.isReturnStatement(child) && child.expression !== undefined) found.push(child.expression);
    return true;
  });
  return found;
}
