// Programs that use what only a board has: what comes from there, text and errors, Node never sees.
import { ts } from "ts-morph";

export const usesBoard = (files: readonly ts.SourceFile[]): boolean =>
  files.some((file) => file.statements.some(importsBoard));

/** `import … from "wifi"`, and not from a file of the program. */
export const importsBoard = (statement: ts.Node): boolean =>
  ts.isImportDeclaration(statement) &&
  ts.isStringLiteral(statement.moduleSpecifier) &&
  !/^\.\.?(?:\/|$)/.test(statement.moduleSpecifier.text);
