// Fields that a method may see before they are set: what a base class's constructor calls runs in a
// subclass whose fields come later.
import { ts } from "ts-morph";
import { baseExpression } from "./class-syntax";
import { isFunctionNode } from "./syntax";
import type { Uses } from "./uses";
import { walk } from "./walk";

/** The fields of `node` that a method of it may find unset. */
export function earlyFields(node: ts.ClassLikeDeclaration, uses: Uses): ts.Declaration[] {
  const own = new Set(node.members.filter(isFunctionNode).map(({ name }) => name?.getText()));
  const called = new Set<string>();
  for (let base = baseOf(node, uses); base !== undefined; base = baseOf(base, uses))
    addCalls(base, called);
  if (![...called].some((name) => own.has(name))) return [];
  return node.members.flatMap((member): ts.Declaration[] => {
    if (ts.isPropertyDeclaration(member)) return [member];
    return ts.isConstructorDeclaration(member) ? [...member.parameters] : [];
  });
}

function baseOf(node: ts.ClassLikeDeclaration, uses: Uses): ts.ClassLikeDeclaration | undefined {
  const base = baseExpression(node);
  const declaration = base && uses.declarationAt(base);
  return declaration !== undefined && ts.isClassLike(declaration) ? declaration : undefined;
}

/** The methods of its own that a class calls while it is made, directly or through others. */
function addCalls(node: ts.ClassLikeDeclaration, called: Set<string>): void {
  const enter = (part: ts.Node) =>
    walk(part, (child) => {
      if (!ts.isPropertyAccessExpression(child)) return;
      if (child.expression.kind !== ts.SyntaxKind.ThisKeyword) return;
      const { text } = child.name;
      if (called.has(text)) return;
      called.add(text);
      node.members
        .filter((member) => isFunctionNode(member) && member.name?.getText() === text)
        .forEach(enter);
    });
  for (const member of node.members)
    if (ts.isConstructorDeclaration(member) || ts.isPropertyDeclaration(member)) enter(member);
}
