// What runs while modules are being loaded, and which names it uses.
import { ts } from "ts-morph";
import { hasModifier, isFunctionNode, isInvocation } from "./syntax";
import type { Uses } from "./uses";
import { walk } from "./walk";

/**
 * The first place where `isMeant` that may run while `files` are loaded. A function that is named there
 * counts as called: who has it may call it.
 */
export function usedWhileLoading(
  files: readonly ts.SourceFile[],
  isMeant: (node: ts.Identifier) => boolean,
  uses: Uses,
): ts.Identifier | null {
  const entered = { loading: new Set<ts.Node>(), running: new Set<ts.Node>() };
  let found: ts.Identifier | null = null;
  const enter = (node: ts.Node, isLoading: boolean): void => {
    const known = isLoading ? entered.loading : entered.running;
    if (known.has(node)) return;
    known.add(node);
    walk(node, (part) => {
      if (found !== null || isOnlyType(part) || ts.isImportDeclaration(part)) return false;
      if (isLoading && part !== node && isLater(part)) return false;
      if (!ts.isIdentifier(part)) return true;
      if (isMeant(part)) found = part;
      // Who exports it does not use it.
      const target = ts.isExportSpecifier(part.parent) ? undefined : uses.declarationAt(part);
      if (target !== undefined && target !== part.parent && mayRun(target))
        enter(target, isBase(part));
      return true;
    });
  };
  for (const file of files) enter(file, true);
  return found;
}

/** What is erased; `extends` is evaluated. */
const isOnlyType = (node: ts.Node) =>
  ts.isExpressionWithTypeArguments(node)
    ? ts.isHeritageClause(node.parent) && node.parent.token === ts.SyntaxKind.ImplementsKeyword
    : ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

/** A base class is there when its static members are. */
const isBase = (node: ts.Node) => ts.isExpressionWithTypeArguments(node.parent);

/** What has code in it that runs when somebody uses it. */
const mayRun = (node: ts.Declaration) =>
  !ts.isSourceFile(node) && !node.getSourceFile().isDeclarationFile;

/** Whether `node` is only made where it stands, and runs if it is named. */
function isLater(node: ts.Node): boolean {
  if (ts.isPropertyDeclaration(node)) return !hasModifier(node, ts.SyntaxKind.StaticKeyword);
  return isFunctionNode(node) && !isGiven(node);
}

/** Whether a function is an argument, or called in place. */
function isGiven(node: ts.Node): boolean {
  let { parent } = node;
  while (ts.isExpression(parent) || ts.isPropertyAssignment(parent)) {
    if (isInvocation(parent)) return true;
    if (ts.isClassLike(parent) || isFunctionNode(parent)) return false;
    ({ parent } = parent);
  }
  return false;
}
