// Questions about the tree of classes alone.
import { ts } from "ts-morph";
import { hasModifier } from "./syntax";

/** What a class extends. */
export const baseExpression = (node: ts.ClassLikeDeclaration): ts.Expression | undefined =>
  node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]
    ?.expression;

export const isMethod = (node: ts.Node): boolean =>
  ts.isMethodDeclaration(node) ||
  ts.isGetAccessorDeclaration(node) ||
  ts.isSetAccessorDeclaration(node);

/** `private`, or named `#so`. */
export const isPrivate = (node: ts.Declaration): boolean =>
  hasModifier(node, ts.SyntaxKind.PrivateKeyword) ||
  ("name" in node && node.name !== undefined && ts.isPrivateIdentifier(node.name as ts.Node));

/** The constructor of a class that has a body, which its overloads have not. */
export const constructorOf = (
  node: ts.ClassLikeDeclaration,
): ts.ConstructorDeclaration | undefined =>
  node.members.find(
    (member): member is ts.ConstructorDeclaration =>
      ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
