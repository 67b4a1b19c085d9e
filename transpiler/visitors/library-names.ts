// Names that JavaScript's library declares.
import { ts } from "ts-morph";
import { declarationOf, isLibraryFile } from "../analysis/types";
import type { Context } from "./context";

/** Whether `node` names a global of the ES library, as `Math`. */
export function isLibraryGlobal(node: ts.Expression, context: Context): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false;
  const declaration = declarationOf(context.types.symbolAt(node));
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile());
}

export const isConsole = (node: ts.Expression, context: Context): boolean =>
  ts.isIdentifier(node) &&
  node.text === "console" &&
  (declarationOf(context.types.symbolAt(node))?.getSourceFile().isDeclarationFile ?? false);
