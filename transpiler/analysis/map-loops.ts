// Whether Maps and Sets change while they are run over: JavaScript goes on with what is there then,
// a Python dict raises RuntimeError.
import { ts } from "ts-morph";
import type { Changes } from "./changes";
import { bare, isRunOver } from "./syntax";
import type { Kind, Types } from "./types";
import { someOfKinds } from "./walk";

const KINDS = new Set([ts.SyntaxKind.CallExpression, ts.SyntaxKind.ForOfStatement]);

/** Whether a Map or Set of the program may change while it is run over, or be kept half run over. */
export function mapsChangeInLoops(
  files: readonly ts.SourceFile[],
  types: Types,
  changes: Changes,
): boolean {
  return files.some((file) =>
    someOfKinds(file, KINDS, (node) => mayChangeIn(node, types, changes)),
  );
}

function mayChangeIn(node: ts.Node, types: Types, changes: Changes): boolean {
  if (ts.isForOfStatement(node)) {
    const container = mapRunOver(node.expression, types);
    return container !== null && changes.mayChange(node.statement, container);
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression, name } = node.expression;
  if (!isMapKind(types.kindAt(expression))) return false;
  const [callback] = node.arguments;
  if (name.text === "forEach" && callback !== undefined)
    return changes.mayChange(callback, expression);
  return ["entries", "keys", "values"].includes(name.text) && !isRunOver(node);
}

/** The Map or Set in `map`, `map.keys()` and the like; null if it is none. */
function mapRunOver(node: ts.Expression, types: Types): ts.Expression | null {
  const inner = bare(node);
  if (isMapKind(types.kindAt(inner))) return inner;
  if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return null;
  const { expression } = inner.expression;
  return isMapKind(types.kindAt(expression)) ? expression : null;
}

const isMapKind = (kind: Kind) => kind === "map" || kind === "set";
