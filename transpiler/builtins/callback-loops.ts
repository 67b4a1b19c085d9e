// Callbacks as the bodies of loops, where nobody can tell: `values.forEach((value) => …)`.
import { ts } from "ts-morph";
import { isFunctionNode, isWithin, scopeOf } from "../analysis/syntax";
import { some, walk } from "../analysis/walk";
import type * as py from "../python/ast";
import { lowerBlock } from "../visitors/statements";
import type { MemberCall } from "./member-call";

/** `for target in iterable:` with the body of `arrow`. */
export function asLoop(
  arrow: ts.ArrowFunction,
  target: py.Expression,
  iterable: py.Expression,
  { context }: MemberCall,
): py.Statement[] {
  const { statements, definitions } = context.collect(() =>
    ts.isBlock(arrow.body)
      ? lowerBlock(arrow.body, context)
      : context.expressionAsStatements(arrow.body),
  );
  return [{ kind: "For", target, iterable, body: [...definitions, ...statements] }];
}

/** Whether the body means the same in a loop: it neither returns, nor declares what is known outside. */
export function canBeLoop(arrow: ts.ArrowFunction, one: MemberCall): boolean {
  if ((arrow.modifiers ?? []).length > 0 || arrow.parameters.length > 2) return false;
  if (!arrow.parameters.every(({ name: id, initializer }) => ts.isIdentifier(id) && !initializer))
    return false;
  const isOther = (node: ts.Node) =>
    ts.isReturnStatement(node) ||
    ts.isFunctionDeclaration(node) ||
    (node !== arrow && isFunctionNode(node));
  if (some(arrow, isOther)) return false;
  return !sharesNames(arrow, one) && !writesOutside(arrow, one);
}

/** Whether a name that the callback declares is one where the loop stands, or around it. */
export function sharesNames(arrow: ts.ArrowFunction, { context }: MemberCall): boolean {
  const own = new Set<string>();
  walk(arrow, (node) => {
    const declares =
      ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) own.add(context.declaredName(node));
  });
  return some(context.file, (node) => {
    const declares =
      ts.isParameter(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isClassDeclaration(node);
    if (!declares || (node.pos >= arrow.pos && node.end <= arrow.end)) return false;
    const id = node.name;
    const scope = scopeOf(node);
    if (!ts.isPropertyDeclaration(scope) && !isWithin(arrow, scope)) return false;
    return id !== undefined && ts.isIdentifier(id) && own.has(context.declaredName(node));
  });
}

/** Inside of a function an assignment to a variable of the file would need `global` there. */
function writesOutside(arrow: ts.ArrowFunction, { context }: MemberCall): boolean {
  const { uses } = context.analysis;
  return (
    some(arrow, (node) => {
      if (!ts.isIdentifier(node)) return false;
      const declaration = uses.declarationAt(node);
      if (declaration === undefined || declaration.getSourceFile() !== context.file) return false;
      if (declaration.pos >= arrow.pos && declaration.end <= arrow.end) return false;
      return uses.of(declaration).writes.some(({ target }) => target === node);
    }) && !isTopLevel(arrow)
  );
}

function isTopLevel(node: ts.Node): boolean {
  for (let current = node.parent; current !== undefined; current = current.parent) {
    if (isFunctionNode(current)) return false;
  }
  return true;
}
