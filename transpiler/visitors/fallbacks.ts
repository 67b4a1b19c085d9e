// `words[9] ?? 0` is a number where TypeScript says that it is a string (analysis/fallback-types.ts).
// What goes by TypeScript's word there would be wrong about it: the type has to be written out.
import { ts } from "ts-morph";
import { isFallback, outermost } from "../analysis/fallback-types";
import { bare, isAssignmentOperator, isNamed } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
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

/** What of these a value is a part of asks for its kinds as they are known here, not by TypeScript. */
const ASKING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.ComputedPropertyName,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.ElementAccessExpression,
  ts.SyntaxKind.ExpressionStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.PostfixUnaryExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.SpreadAssignment,
  ts.SyntaxKind.SpreadElement,
  ts.SyntaxKind.SwitchStatement,
  ts.SyntaxKind.TemplateSpan,
  ts.SyntaxKind.ThrowStatement,
  ts.SyntaxKind.TypeOfExpression,
  ts.SyntaxKind.VoidExpression,
  ts.SyntaxKind.WhileStatement,
]);

/** Whether what `node` is part of goes by its kinds as they are, or has room for all of them. */
function isKnownPlace(node: ts.Expression, context: Context): boolean {
  const place = outermost(node);
  const { parent } = place;
  if (ASKING.has(parent.kind)) return true;
  if (ts.isVariableDeclaration(parent) && parent.type === undefined) return true;
  if (ts.isBinaryExpression(parent) && !isAssignmentOperator(parent.operatorToken.kind))
    return isKnownOperand(place, parent, context);
  if (ts.isConditionalExpression(parent) && parent.condition === place) return true;
  if (ts.isCallExpression(parent) && (parent.expression === place || isShowing(parent)))
    return true;
  const isFollowed =
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    ts.isAssertionExpression(parent) ||
    ts.isNonNullExpression(parent);
  return (isFollowed && onlyNothingIsNew(place, context)) || takes(place, context);
}

/** Operators whose value may be one of their operands. */
const HANDING_ON: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

const MAYBE_FALSE: ReadonlySet<Kind> = new Set(["boolean", "null", "number", "string", "unknown"]);

function isKnownOperand(
  place: ts.Expression,
  operation: ts.BinaryExpression,
  { types }: Context,
): boolean {
  const { kind: operator } = operation.operatorToken;
  const kinds = [...types.kindsAt(place)];
  if (operator === ts.SyntaxKind.PlusToken) {
    // It adds or joins: TypeScript has seen to it that nobody has to ask which.
    const other = operation.left === place ? operation.right : operation.left;
    return types.kindAt(other) === "string" || !kinds.includes("string");
  }
  if (!HANDING_ON.has(operator) || isCondition(outermost(operation))) return true;
  const known = types.kindsAt(operation);
  const isKnown = (kind: Kind) =>
    known.has(kind) || (operation.left === place && !handsOnLeft(operator, kind));
  return known.has("unknown") || kinds.every(isKnown);
}

/** Of its left side `&&` hands on what may be no truth, `??` and `||` what is there, the comma nothing. */
function handsOnLeft(operator: ts.SyntaxKind, kind: Kind): boolean {
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken) return MAYBE_FALSE.has(kind);
  return operator !== ts.SyntaxKind.CommaToken && kind !== "null";
}

/** Whether `node` is asked for its truth alone, by itself or as a part of a longer condition. */
function isCondition(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isBinaryExpression(parent))
    return HANDING_ON.has(parent.operatorToken.kind) && isCondition(outermost(parent));
  return CONDITIONAL.has(parent.kind) || isNegation(parent);
}

const CONDITIONAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.ExpressionStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.WhileStatement,
]);

const isNegation = (node: ts.Node): boolean =>
  ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;

/** `console.log(…)` */
const isShowing = ({ expression: callee }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(callee) && isNamed(callee.expression, "console");

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
