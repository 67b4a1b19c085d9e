// Whether a program can tell -0 from 0, and has a number there that may be -0.
import { ts } from "ts-morph";
import { mayBeZero } from "./number-info";
import type { NumberSolver } from "./number-solver";
import type { Key } from "./number-table";
import type { NumberValues } from "./number-values";
import { isNamed } from "./syntax";
import { someOfKinds } from "./walk";

const KINDS = new Set([ts.SyntaxKind.BinaryExpression, ts.SyntaxKind.CallExpression]);

/** Whether `file` has a place where -0 and 0 differ, and something gets there that may be -0. */
export function showsZeros(
  file: ts.SourceFile,
  values: NumberValues,
  solver: NumberSolver,
): boolean {
  const mayBe = (node: ts.Expression): boolean => {
    const kinds = values.types.kindsAt(node);
    if (kinds.has("number")) return values.evaluate(node)?.negativeZero === true;
    const isPlain = [...kinds].every((kind) =>
      ["string", "boolean", "null", "function"].includes(kind),
    );
    return (
      !isPlain &&
      [...solver.entries()].some(([key, info]) => isShared(key) && info?.negativeZero === true)
    );
  };
  return someOfKinds(file, KINDS, (node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression: owner, name } = node.expression;
      const isPlace = isNamed(owner, "console") || (isNamed(owner, "Object") && name.text === "is");
      return (isPlace || name.text === "atan2") && node.arguments.some(mayBe);
    }
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.SlashToken)
      return false;
    const divisor = values.evaluate(node.right);
    return divisor !== null && divisor.negativeZero && mayBeZero(divisor);
  });
}

/** Whether objects hold what has this key. */
const isShared = (key: Key): boolean => typeof key === "string" && !key.startsWith("argument");
