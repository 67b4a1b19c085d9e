// Functions that are handed on as values: they get all arguments of the type they are handed to,
// where JavaScript drops those that they do not take.
import { ts } from "ts-morph";
import { isFunctionNode, type FunctionNode } from "../analysis/syntax";
import { declarationOf, isLibraryFile } from "../analysis/types";
import type { Context } from "./context";
import { argumentsAt } from "./function-places";
import { isOptionsParameter } from "./options";
import { isPromiseCallback } from "./promises";
import { contextualSignature, isKeywordSignature } from "../analysis/signatures";

/** The function type that the name `node` is handed to; null where it is called, or by the library. */
function wantedAt(node: ts.Node, context: Context): ts.Signature | null {
  if (!ts.isIdentifier(node)) return null;
  const { parent } = node;
  const isCallee =
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
  if (isCallee || ts.isExportSpecifier(parent) || ts.isExportAssignment(parent)) return null;
  if (ts.isImportSpecifier(parent) || (ts.isVariableDeclaration(parent) && parent.name === node))
    return null;
  const wanted = contextualSignature(node, context.types);
  if (wanted === undefined) return null;
  // A decorator's signature is made up by the checker and has no parent.
  const declaration: ts.Node | undefined = wanted.getDeclaration();
  const holder: ts.Node | undefined = declaration?.parent;
  if (declaration === undefined || holder === undefined) return null;
  return isLibraryFile(declaration.getSourceFile()) && !isPromiseCallback(wanted) ? null : wanted;
}

/** What the function `node` is known by, if that is a name. */
function holderOf(node: FunctionNode): ts.Declaration | null {
  if (ts.isFunctionDeclaration(node)) return node;
  const isValue = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  return isValue && ts.isVariableDeclaration(node.parent) ? node.parent : null;
}

/** Whether a name is read, and not called in place. */
function isValue(node: ts.Node): node is ts.Identifier {
  const { parent } = node;
  const isCallee = ts.isCallExpression(parent) && parent.expression === node;
  return ts.isIdentifier(node) && ts.isExpression(parent) ? !isCallee : isGiven(node);
}

/** `return f`, `{ f }`, `{ run: f }` */
const isGiven = ({ parent }: ts.Node) =>
  ts.isReturnStatement(parent) ||
  ts.isShorthandPropertyAssignment(parent) ||
  ts.isPropertyAssignment(parent);

/** Whether callers give `node` more than it takes: it needs a place for the rest. */
export function isGivenMore(node: FunctionNode, context: Context): boolean {
  const takes: readonly ts.ParameterDeclaration[] = node.parameters;
  if (takes.some(({ dotDotDotToken }) => dotDotDotToken)) return false;
  const isGivenMoreAt = (value: ts.Expression) =>
    contextualSignature(value, context.types) === undefined &&
    argumentsAt(value, context) > takes.length;
  const holder = holderOf(node);
  if (holder === null)
    return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && isGivenMoreAt(node);
  return context.analysis.uses
    .of(holder)
    .references.some((reference) => isValue(reference) && isGivenMoreAt(reference));
}

/** Refuses a function at a place where it would be called with more than it takes. */
export function checkFunctionValue(node: ts.Identifier, context: Context): void {
  const target = declarationOf(context.types.symbolAt(node));
  if (target === undefined) return;
  const wanted = wantedAt(node, context);
  if (isFunctionNode(target)) checkOptions(node, target, wanted, context);
  // What a promise calls is given what it takes (builtins/promise.ts).
  if (wanted === null || isPromiseCallback(wanted)) return;
  const hasFunction =
    ts.isVariableDeclaration(target) &&
    target.initializer !== undefined &&
    isFunctionNode(target.initializer);
  // A function of the program takes what it may be given (analysis/widened-functions.ts).
  const isOwn = !target.getSourceFile().isDeclarationFile;
  if (hasFunction || (isOwn && !isKeywordSignature(wanted))) return;
  const own = context.types.typeAt(node).getCallSignatures()[0];
  const isRest = own?.declaration?.parameters.some(
    (parameter) => ts.isParameter(parameter) && parameter.dotDotDotToken !== undefined,
  );
  if (own === undefined || isRest === true) return;
  // A function of the program takes names that it does not use (parameters.ts).
  const isNamed = isKeywordSignature(wanted) && ts.isFunctionDeclaration(target);
  const count = wanted.parameters.length - (isNamed ? 1 : 0);
  if (own.parameters.length < count) context.refuse(node, "parameterCount", node.text);
}

function checkOptions(
  node: ts.Identifier,
  target: FunctionNode,
  wanted: ts.Signature | null,
  context: Context,
): void {
  const { parent } = node;
  const isCallee =
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
  if (isCallee || ts.isExportSpecifier(parent) || ts.isExportAssignment(parent)) return;
  const last = target.parameters.at(-1);
  const isKeyword = wanted !== null && isKeywordSignature(wanted);
  if (last !== undefined && isOptionsParameter(last, context) && !isKeyword)
    context.refuse(node, "optionsFunctionAsValue");
}

/** Whether a call passes what may be undefined for a parameter that has a default. */
export function mayGetUndefined(parameter: ts.ParameterDeclaration, context: Context): boolean {
  const { types, analysis } = context;
  if (parameter.initializer === undefined || types.acceptsNull(parameter)) return false;
  const owner = parameter.parent;
  const index = owner.parameters.indexOf(parameter);
  const holder = ts.isConstructorDeclaration(owner)
    ? owner.parent
    : ts.isMethodDeclaration(owner)
      ? owner
      : isFunctionNode(owner)
        ? holderOf(owner)
        : null;
  if (holder === null) return false;
  return analysis.uses.of(holder).references.some((reference) => {
    const callee = ts.isPropertyAccessExpression(reference.parent) ? reference.parent : reference;
    const { parent } = callee;
    const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
    const argument = isCall && parent.expression === callee ? parent.arguments?.[index] : undefined;
    return (
      argument !== undefined && !ts.isSpreadElement(argument) && types.acceptsUndefined(argument)
    );
  });
}
