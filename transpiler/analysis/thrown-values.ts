// Whether a program throws something else than errors.
import { ts } from "ts-morph";
import { isErrorType } from "./error-types";
import { bare, isFunctionNode } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";

/** What of the analyses is asked here. */
interface View {
  readonly analysis: { readonly uses: Uses };
  readonly types: Types;
}

export const throwsError = (node: ts.Node, view: View): boolean =>
  ts.isThrowStatement(node) && isError(node.expression, view);

/** Whether `node` throws another value than an error, or rejects a promise with one. */
export function throws(node: ts.Node, view: View): boolean {
  if (ts.isThrowStatement(node)) return !isError(node.expression, view);
  if (ts.isCallExpression(node) && /^Promise\.reject$/.test(node.expression.getText()))
    return node.arguments[0] === undefined || !isError(node.arguments[0], view);
  if (ts.isNewExpression(node) && node.expression.getText() === "Promise")
    return rejects(node, view);
  const isInjected =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "throw";
  return isInjected && node.arguments[0] !== undefined && !isError(node.arguments[0], view);
}

/** Whether the second function that a promise's executor gets is called with another value than an error. */
function rejects(node: ts.NewExpression, view: View): boolean {
  const executor = node.arguments?.[0] && bare(node.arguments[0]);
  if (executor === undefined || !isFunctionNode(executor)) return executor !== undefined;
  const reject = executor.parameters[1];
  return view.analysis.uses.of(reject).references.some((reference) => {
    const { parent } = reference;
    if (!ts.isCallExpression(parent)) return true;
    const [error] = parent.arguments;
    // Where it is handed on, it gets what the other promise had.
    if (parent.expression !== reference) return !isHandler(parent);
    return error === undefined || !isError(error, view);
  });
}

const isHandler = (node: ts.CallExpression) =>
  ts.isPropertyAccessExpression(node.expression) &&
  ["then", "catch"].includes(node.expression.name.text);

/** Whether `node` is an error by its type, or because nothing else was ever put there. */
function isError(node: ts.Expression, view: View, seen = new Set<ts.Node>()): boolean {
  const isTyped = () => isErrorType(view.types.typeAt(node), view);
  if (view.types.memory.fact("an error", node, isTyped)) return true;
  const inner = bare(node);
  if (!ts.isIdentifier(inner)) return false;
  const declaration = view.analysis.uses.declarationAt(inner);
  if (!view.types.kindsAt(inner).has("unknown")) return false;
  if (declaration === undefined || seen.has(declaration)) return declaration !== undefined;
  seen.add(declaration);
  if (!ts.isVariableDeclaration(declaration)) return isRejection(declaration);
  // What a loop walks over may be anything: only what a `catch` names was thrown elsewhere.
  if (ts.isForOfStatement(declaration.parent.parent)) return false;
  const { writes } = view.analysis.uses.of(declaration);
  const given = [declaration.initializer, ...writes.map(({ value }) => value ?? undefined)];
  return given.every(
    (value, index) => (value === undefined && index === 0) || isErrorAt(value, view, seen),
  );
}

const isErrorAt = (node: ts.Expression | undefined, view: View, seen: Set<ts.Node>) =>
  node !== undefined && isError(node, view, seen);

/** The parameter of a callback that a promise calls with what it failed by. */
function isRejection(declaration: ts.Declaration): boolean {
  if (!ts.isParameter(declaration) || declaration.type !== undefined) return false;
  const { parent } = declaration.parent;
  return ts.isCallExpression(parent) && isHandler(parent);
}
