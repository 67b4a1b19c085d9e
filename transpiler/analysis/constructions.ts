// What the constructor of a class is called with: by `new`, and by `super(…)` of those that extend it.
import { ts } from "ts-morph";
import { constructorOf } from "./class-syntax";
import type { Uses } from "./uses";
import { walk } from "./walk";

type Arguments = readonly ts.Expression[];

export function constructionsOf(node: ts.ClassLikeDeclaration, uses: Uses): Arguments[] {
  const holder = ts.isVariableDeclaration(node.parent) ? node.parent : node;
  return uses.of(holder).references.flatMap((reference) => {
    const { parent } = reference;
    if (ts.isNewExpression(parent) && parent.expression === reference)
      return [parent.arguments ?? []];
    const extending = ts.isExpressionWithTypeArguments(parent) ? parent.parent.parent : undefined;
    if (extending === undefined || !ts.isClassLike(extending) || extending === node) return [];
    const own = constructorOf(extending);
    return own === undefined ? constructionsOf(extending, uses) : superCalls(own);
  });
}

function superCalls(node: ts.ConstructorDeclaration): Arguments[] {
  const found: Arguments[] = [];
  walk(node, (part) => {
    if (ts.isCallExpression(part) && part.expression.kind === ts.SyntaxKind.SuperKeyword)
      found.push(part.arguments);
    return true;
  });
  return found;
}
