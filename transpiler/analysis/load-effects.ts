// Whether importing a file does something that can be seen, so that the order of imports matters.
import { ts } from "ts-morph";
import { baseExpression } from "./class-syntax";
import { bare, hasModifier, isAssignmentOperator, isFunctionNode, isWithin } from "./syntax";
import { declarationOf, isLibraryFile, type Types } from "./types";
import { walk } from "./walk";

export function hasLoadEffects(file: ts.SourceFile, types: Types): boolean {
  return !file.statements.every((statement) => isQuietStatement(statement, types));
}

function isQuietStatement(node: ts.Statement, types: Types): boolean {
  if (ts.isVariableStatement(node)) return isQuiet(node, types);
  if (ts.isExportAssignment(node)) return isQuiet(node.expression, types);
  if (ts.isClassDeclaration(node)) {
    return node.members.every((member) => {
      if (ts.isClassStaticBlockDeclaration(member)) return false;
      return !hasModifier(member, ts.SyntaxKind.StaticKeyword) || isQuiet(member, types);
    });
  }
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}

/** Whether evaluating `node` makes values and nothing else. Functions in it do not run yet. */
function isQuiet(node: ts.Node, types: Types): boolean {
  let quiet = true;
  walk(node, (part) => {
    if (isFunctionNode(part)) return false;
    if (ts.isCallExpression(part)) quiet &&= isLibraryCall(part, types);
    else if (ts.isNewExpression(part)) quiet &&= makesOnly(part, types);
    else if (ts.isBinaryExpression(part) && isAssignmentOperator(part.operatorToken.kind))
      quiet &&= isOwnField(part.left);
    else if (ts.isAwaitExpression(part)) quiet = false;
    return quiet;
  });
  return quiet;
}

/** A function of the library that calls back nobody. `console` is no part of ES2023's library. */
function isLibraryCall(node: ts.CallExpression, types: Types): boolean {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return true;
  const declaration = types.checker.getResolvedSignature(node)?.declaration;
  return (
    declaration !== undefined &&
    isLibraryFile(declaration.getSourceFile()) &&
    !node.arguments.some((argument) => isFunctionNode(bare(argument)))
  );
}

const isOwnField = (target: ts.Expression) =>
  ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword;

/** Whether a constructor and those of its bases only fill the new object's fields. */
function makesOnly(node: ts.NewExpression, types: Types): boolean {
  let current = declarationOf(types.symbolAt(node.expression));
  // Its own static field holds it, as a singleton's does.
  if (current !== undefined && ts.isClassLike(current) && isWithin(node, current)) return false;
  while (current !== undefined && ts.isClassDeclaration(current)) {
    if (current.getSourceFile().isDeclarationFile) return false;
    const parts = current.members.flatMap((member): ts.Node[] =>
      ts.isConstructorDeclaration(member)
        ? [...member.parameters, ...(member.body?.statements ?? [])]
        : ts.isPropertyDeclaration(member) && member.initializer !== undefined
          ? [member.initializer]
          : [],
    );
    if (!parts.every((part) => isQuiet(part, types))) return false;
    const base: ts.Expression | undefined = baseExpression(current);
    if (base === undefined) return true;
    current = declarationOf(types.symbolAt(base));
  }
  return current !== undefined && isLibraryFile(current.getSourceFile());
}
