// `item[key]` of a value whose type does not say what it is: an object of a class has to know its
// members by their names then.
import { ts } from "ts-morph";
import { isPrivate } from "./class-syntax";
import { bare, hasModifier, isWritten } from "./syntax";
import type { Types } from "./types";

/** Whether `node` reads a member by its name of what may be anything. */
export const readsMemberOfAny = (node: ts.Node, { types }: { readonly types: Types }): boolean =>
  ts.isElementAccessExpression(node) &&
  !isWritten(node) &&
  types.kindAt(bare(node.expression)) === "unknown" &&
  types.kindAt(node.argumentExpression) === "string";

/** Whether `node` is a getter that may be read by its name. */
export const isGetterByKey = (node: ts.Node): node is ts.GetAccessorDeclaration =>
  ts.isGetAccessorDeclaration(node) &&
  ts.isClassLike(node.parent) &&
  !isPrivate(node) &&
  !hasModifier(node, ts.SyntaxKind.StaticKeyword);
