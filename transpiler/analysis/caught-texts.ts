// The texts of what was caught, or of what a promise failed by: their type says `any`.
import { ts } from "ts-morph";
import { isLibraryFile } from "./library-files";
import { isCaughtDeclaration } from "./syntax";

/** `error.message` of what a `catch` calls `any`: other members of it are refused. */
export function isTextOfCaught(
  node: ts.Node,
  checker: ts.TypeChecker,
  symbolAt: (node: ts.Node) => ts.Symbol | undefined,
): boolean {
  if (ts.isIdentifier(node) || ts.isBindingElement(node)) {
    const part = ts.isIdentifier(node) ? symbolAt(node)?.valueDeclaration : node;
    return part !== undefined && ts.isBindingElement(part) && textPart(part) !== null;
  }
  if (!ts.isPropertyAccessExpression(node) || !isErrorText(node.name.text)) return false;
  if (isReason(node.expression, checker)) return true;
  if (!ts.isIdentifier(node.expression)) return false;
  const declaration = symbolAt(node.expression)?.valueDeclaration;
  return (
    declaration !== undefined &&
    isCaughtDeclaration(declaration) &&
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0
  );
}

const isErrorText = (id: string) => id === "message" || id === "name";

/** `result.reason`, what a promise failed by, if nobody has asked yet what it is. */
export function isReason(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "reason") return false;
  const declaration = checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  return (
    declaration !== undefined &&
    isLibraryFile(declaration.getSourceFile()) &&
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0
  );
}

/** The `message` or `name` that a part of `catch ({ message })` takes; null for any other pattern. */
export function textPart(node: ts.BindingElement): string | null {
  const holder = node.parent.parent;
  if (!ts.isVariableDeclaration(holder) || !ts.isCatchClause(holder.parent)) return null;
  const key = node.propertyName ?? node.name;
  const isPlain = !node.dotDotDotToken && !node.initializer && ts.isIdentifier(node.name);
  return isPlain && ts.isIdentifier(key) && isErrorText(key.text) ? key.text : null;
}
