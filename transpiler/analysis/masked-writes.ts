// `crc = crc << 1; crc &= 0xffff;`: nobody sees what the variable is in between.
import { ts } from "ts-morph";
import { isSame } from "./facts";
import type { Write } from "./writes";

/** Whether the next statement cuts what is written by `&=`. */
export function isMaskedNext({ target, node }: Write): boolean {
  const statement = node.parent;
  if (!ts.isIdentifier(target) || !ts.isExpressionStatement(statement)) return false;
  const block = statement.parent;
  if (!ts.isBlock(block)) return false;
  const next = block.statements[block.statements.indexOf(statement) + 1];
  const mask = next !== undefined && ts.isExpressionStatement(next) ? next.expression : undefined;
  return (
    mask !== undefined &&
    ts.isBinaryExpression(mask) &&
    mask.operatorToken.kind === ts.SyntaxKind.AmpersandEqualsToken &&
    ts.isNumericLiteral(mask.right) &&
    isSame(mask.left, target)
  );
}
