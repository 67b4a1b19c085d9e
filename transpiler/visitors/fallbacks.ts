// `words[9] ?? 0` is a number where TypeScript says that it is a string (analysis/fallback-types.ts).
// What goes by TypeScript's word there would be wrong about it: the type has to be written out.
import { ts } from "ts-morph";
import { isFallback } from "../analysis/fallback-types";
import { bare, isAssignmentOperator } from "../analysis/syntax";
import type { Context } from "./context";

/** Refuses a fallback that goes where its type is taken from TypeScript. */
export function checkFallback(node: ts.Expression, context: Context): void {
  if (isReset(node, context) && !isKnownPlace(node, context))
    context.refuse(
      node,
      "unsupportedSyntax",
      "What a function may have set to null since it was tested, as a part of something,",
      "Keep it in a constant: `const value: string | null = …`.",
    );
  if (!(isFallback(node) || ts.isIdentifier(node))) return;
  if (!context.types.fallbacks.has(node) || isKnownPlace(node, context)) return;
  context.refuse(
    node,
    "unsupportedSyntax",
    "A fallback of another kind than what TypeScript says is always there",
    "Say that it may be missing: `Record<string, number | undefined>`, or write the type of the result.",
  );
}

/** A variable or member that may be null where TypeScript says that it is not (analysis/stale-types.ts). */
function isReset(node: ts.Expression, { types }: Context): boolean {
  if (!types.stale.has(node) || types.fallbacks.has(node)) return false;
  const hasNull = (type: ts.Type) =>
    (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0);
  return hasNull(types.typeAt(node)) && !hasNull(types.checker.getTypeAtLocation(node));
}

function isKnownPlace(node: ts.Expression, context: Context): boolean {
  let place: ts.Expression = node;
  while (ts.isParenthesizedExpression(place.parent)) place = place.parent;
  const { parent } = place;
  if (ts.isVariableDeclaration(parent) && parent.type === undefined) return true;
  if (ts.isBinaryExpression(parent) && !isAssignmentOperator(parent.operatorToken.kind))
    return true;
  if (ts.isConditionalExpression(parent) && parent.condition === place) return true;
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent))
    return onlyNothingIsNew(place, context) || takes(place, context);
  if (ts.isCallExpression(parent) && parent.expression.getText().startsWith("console."))
    return true;
  const isPart =
    ts.isArrayLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isCallExpression(parent) ||
    ts.isNewExpression(parent);
  return (
    !isPart || (ts.isCallExpression(parent) && parent.expression === place) || takes(place, context)
  );
}

/** Whether null or undefined is all that TypeScript does not know of: that is followed by itself. */
function onlyNothingIsNew(node: ts.Expression, { types }: Context): boolean {
  const known = types.kindsOf(types.checker.getTypeAtLocation(bare(node)));
  return [...types.kindsAt(bare(node))].every((kind) => kind === "null" || known.has(kind));
}

/** Whether what is expected where `node` stands has room for it. */
function takes(node: ts.Expression, { types }: Context): boolean {
  const wanted = types.checker.getContextualType(node);
  if (wanted === undefined) return false;
  const kinds = types.kindsOf(wanted);
  return kinds.has("unknown") || [...types.kindsAt(bare(node))].every((kind) => kinds.has(kind));
}
