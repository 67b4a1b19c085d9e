// Of which classes the errors are that a program throws, or that the library throws for it.
import { ts } from "ts-morph";
import { some } from "./walk";

const THROWING = new Set([
  ts.SyntaxKind.ThrowStatement,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
]);

/** Functions of the library that throw errors of their own. */
const LIBRARY_THROWS = /\b(JSON\.parse|decodeURI|decodeURIComponent|new RegExp|new Array)\b/;

/** Whether all that is thrown in `files` passes `isOne`, as far as one can tell. */
export const throwOnly = (
  isOne: (thrown: ts.Type) => boolean,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): boolean =>
  !files.some((file) =>
    some(file, (node) => {
      if (!THROWING.has(node.kind)) return false;
      if (!ts.isThrowStatement(node)) return LIBRARY_THROWS.test(node.getText());
      const thrown = checker.getTypeAtLocation(node.expression);
      const isAny = (thrown.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
      return !isAny && !isOne(thrown);
    }),
  );
