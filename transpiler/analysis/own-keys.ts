// Keys of a record that come from the record itself: what they name is there.
import { ts } from "ts-morph";
import { bare } from "./syntax";
import type { Uses } from "./uses";
import { some } from "./walk";

/** `record[key]` in a loop over the keys of the record, which nothing is taken out of there. */
export function isOwnKey(node: ts.ElementAccessExpression, uses: Uses): boolean {
  const key = bare(node.argumentExpression);
  const declaration = ts.isIdentifier(key) ? uses.declarationAt(key) : undefined;
  if (declaration === undefined || uses.of(declaration).writes.length > 0) return false;
  const record = bare(node.expression).getText();
  const { parent } = declaration;
  const loop = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : undefined;
  let keys = "";
  if (loop !== undefined && ts.isForInStatement(loop))
    keys = `Object.keys(${loop.expression.getText()})`;
  else if (loop !== undefined && ts.isForOfStatement(loop)) keys = loop.expression.getText();
  else if (
    ts.isParameter(declaration) &&
    ts.isArrowFunction(parent) &&
    parent.parameters[0] === declaration
  )
    keys = isKeysCallback(parent);
  const area = loop ?? parent;
  return keys === `Object.keys(${record})` && !some(area, (part) => changesKeys(part, record));
}

/** What a callback like that of `Object.keys(record).forEach(…)` runs over. */
function isKeysCallback({ parent }: ts.ArrowFunction): string {
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return "";
  const isRunning = ["every", "filter", "forEach", "map", "some"].includes(
    parent.expression.name.text,
  );
  return isRunning ? parent.expression.expression.getText() : "";
}

const changesKeys = (part: ts.Node, record: string): boolean =>
  ts.isDeleteExpression(part) || (ts.isBinaryExpression(part) && part.left.getText() === record);
