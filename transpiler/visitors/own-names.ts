// The names that a file declares.
import { ts } from "ts-morph";
import { walk } from "../analysis/walk";
import { pythonName } from "../naming/names";

/** Every name that `file` declares, in Python's spelling. */
export function namesIn(file: ts.SourceFile): string[] {
  const names: string[] = [];
  walk(file, (node) => {
    if (!ts.isIdentifier(node)) return;
    if ("name" in node.parent && node.parent.name === node && !isMemberAccess(node.parent))
      names.push(pythonName(node.text));
  });
  return names;
}

const isMemberAccess = (node: ts.Node) =>
  ts.isPropertyAccessExpression(node) || ts.isQualifiedName(node);
