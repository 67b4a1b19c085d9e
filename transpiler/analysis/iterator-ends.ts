// What an iterator ends with. `Iterator<number>` leaves that open to `any`, which so becomes the type
// of `iterator.next().value`; in a program whose iterators end with nothing it is undefined.
import { ts } from "ts-morph";
import { isFunctionNode, isGenerator, propertyName } from "./syntax";
import type { Types } from "./types";
import { some, someOfKinds, walk } from "./walk";

const CALLS = new Set([ts.SyntaxKind.CallExpression]);

/**
 * The types of all `iterator.next().value` that are `any` by TypeScript, in a program whose iterators
 * end with nothing; null if it takes no such steps, or they may end with something.
 */
export function openEnds(
  files: readonly ts.SourceFile[],
  types: Types,
): ReadonlyMap<ts.Node, ts.Type> | null {
  const { checker } = types;
  if (!files.some((file) => someOfKinds(file, CALLS, (node) => isOpenStep(node, checker))))
    return null;
  if (files.some((file) => some(file, (node) => endsWithValue(node, types)))) return null;
  const values = new Map<ts.Node, ts.Type>();
  for (const file of files)
    walk(file, (node) => {
      const type = typeOfStepValue(node, checker);
      if (type !== undefined) values.set(node, type);
    });
  return values;
}

/** `iterator.next()`, whose type has `any` in it. */
const isOpenStep = (node: ts.Node, checker: ts.TypeChecker): boolean =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === "next" &&
  checker.typeToString(checker.getTypeAtLocation(node)).includes("any>");

function endsWithValue(node: ts.Node, types: Types): boolean {
  if (ts.isReturnStatement(node)) return isOfGenerator(node) && isSomething(node.expression, types);
  if (ts.isObjectLiteralExpression(node)) return isLastStep(node, types);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return node.expression.name.text === "return" && node.arguments.length > 0;
}

function isOfGenerator(node: ts.ReturnStatement): boolean {
  let owner: ts.Node = node;
  while (!isFunctionNode(owner) && !ts.isSourceFile(owner)) owner = owner.parent;
  return isFunctionNode(owner) && isGenerator(owner);
}

/** `{ done: true, value: something }`; what `done` may be false with is of the type of the elements. */
function isLastStep(node: ts.ObjectLiteralExpression, types: Types): boolean {
  const member = (name: string) =>
    node.properties.find((part) => part.name !== undefined && propertyName(part.name) === name);
  const done = member("done");
  const value = member("value");
  if (done === undefined || value === undefined) return false;
  const isDone = ts.isPropertyAssignment(done)
    ? types.checker.typeToString(types.typeAt(done.initializer)) === "true"
    : true;
  return isDone && (!ts.isPropertyAssignment(value) || isSomething(value.initializer, types));
}

const isSomething = (node: ts.Expression | undefined, types: Types): boolean =>
  node !== undefined &&
  (types.typeAt(node).flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) === 0;

/** The type of `value`, if `any` makes one of it, in a step of an iterator that ends with nothing. */
function typeOfStepValue(node: ts.Node, checker: ts.TypeChecker): ts.Type | undefined {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "value") return undefined;
  if (!isOnlyShown(node)) return undefined;
  const step = checker.getTypeAtLocation(node.expression);
  const parts = step.isUnion() ? step.types : [step];
  if (!parts.every((part) => STEPS.has(part.symbol?.name ?? ""))) return undefined;
  if ((checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) === 0) return undefined;
  const yielded = parts.find((part) => part.symbol.name === "IteratorYieldResult");
  const [own] = yielded ? checker.getTypeArguments(yielded as ts.TypeReference) : [];
  if (own === undefined) return checker.getUndefinedType();
  return parts.length === 1 ? own : orUndefined(own, checker);
}

/** Whether nothing is done with `node` that undefined is no operand for: `any` allows everything. */
function isOnlyShown(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isTemplateSpan(parent) || ts.isTypeOfExpression(parent)) return true;
  if (ts.isBinaryExpression(parent)) return COMPARING.has(parent.operatorToken.kind);
  const isArgument = ts.isCallExpression(parent) && parent.expression !== node;
  return isArgument && /^(console\.\w+|String)$/.test(parent.expression.getText());
}

const COMPARING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

const STEPS: ReadonlySet<string> = new Set(["IteratorReturnResult", "IteratorYieldResult"]);

/** TypeScript makes such types for `?.` (checker.ts, `getNullableType`), but doesn't declare how. */
const orUndefined = (type: ts.Type, checker: ts.TypeChecker): ts.Type =>
  (
    checker as unknown as { getNullableType(type: ts.Type, flags: ts.TypeFlags): ts.Type }
  ).getNullableType(type, ts.TypeFlags.Undefined);
