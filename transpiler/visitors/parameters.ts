// Parameters: defaults, optional ones, rest, options by keyword, and those that only the caller knows.
import { ts } from "ts-morph";
import { propertyName, scopeOf, type FunctionNode } from "../analysis/syntax";
import { expectedType } from "../analysis/expected-type";
import { expectedParameters, type ExpectedParameter } from "../analysis/expected-parameters";
import { isLibraryFile } from "../analysis/types";
import { isIdentifier, pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { assign, builtinCall, compare, ifStatement, name, NONE } from "../python/build";
import type { Context } from "./context";
import { contextualSignature, isKeywordSignature } from "../analysis/signatures";
import { givesOtherKeywords, isHandler, isOptionsParameter } from "./options";
import { isGivenMore, mayGetUndefined } from "./handed-functions";
import { takeApart } from "./patterns";
import { presentParts } from "./presence";
import { isPromiseCallback } from "./promises";

export interface LoweredParameters {
  readonly parameters: py.Parameter[];
  /** What the body begins with: defaults that cannot stand in the signature. */
  readonly prologue: py.Statement[];
}

export function lowerParameters(node: FunctionNode, context: Context): LoweredParameters {
  const result: LoweredParameters = { parameters: [], prologue: [] };
  const expected = isFunctionValue(node) ? contextualSignature(node, context.types) : undefined;
  const keywords = isKeywordSignature(expected);
  const isLibrary =
    expected !== undefined &&
    isLibraryFile(expected.getDeclaration().getSourceFile()) &&
    !isPromiseCallback(expected);
  // Who calls it may give any number of arguments.
  const places = expected && expectedParameters(expected, context.types.checker);
  const openAt = isLibrary || places?.isOpen !== true ? Infinity : places.places.length;
  node.parameters.forEach((parameter, index) => {
    if (ts.isIdentifier(parameter.name) && parameter.name.text === "this") return;
    if (isOptionsParameter(parameter, context)) lowerOptions(parameter, result, context);
    else if (keywords && index === (expected?.parameters.length ?? 0) - 1) {
      result.parameters.push({ name: context.declaredName(parameter), form: "keywords" });
    } else
      lowerParameter(
        parameter,
        places?.places[index]?.isOptional === true || index >= openAt,
        result,
        context,
      );
  });
  const wanted = places?.places ?? placesOfMethod(node, context);
  const widened = context.analysis.widenedFunctions.of(node);
  // The library's callbacks are called with what they take (builtins/array.ts).
  if (!isLibrary) pad(node, keywords ? wanted.slice(0, -1) : wanted, result, context);
  pad(node, widened.places, result, context);
  const isOpen =
    (openAt < Infinity || widened.isOpen) &&
    !node.parameters.some(({ dotDotDotToken }) => dotDotDotToken);
  if (isOpen || isGivenMore(node, context))
    result.parameters.push({ name: context.unhidden("_others"), form: "rest" });
  fillDefaults(result);
  const takesNone = result.parameters.every(({ form }) => form === undefined);
  if (takesNone && givesOtherKeywords(node, new Set(), context)) addKeywords(result);
  return result;
}

/** Python has no parameter without a default behind one that has one; here every call gives it. */
function fillDefaults({ parameters }: LoweredParameters): void {
  const first = parameters.findIndex((one) => one.default !== undefined && one.form === undefined);
  if (first < 0) return;
  parameters.forEach((one, index) => {
    if (index > first && one.form === undefined && one.default === undefined)
      parameters[index] = { ...one, default: NONE };
  });
}

const isFunctionValue = (node: FunctionNode): node is ts.ArrowFunction | ts.FunctionExpression =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** What a method's callers give, who know it by what its class or literal stands for. */
function placesOfMethod(node: FunctionNode, context: Context): readonly ExpectedParameter[] {
  if (!ts.isMethodDeclaration(node)) return [];
  if (ts.isObjectLiteralExpression(node.parent))
    return parametersOfLiteral(node, node.parent, context);
  if (!ts.isClassLike(node.parent)) return [];
  const types = (node.parent.heritageClauses ?? []).flatMap(({ types: parts }) => [...parts]);
  const known = types.map((type) => {
    const property = context.types.typeAt(type).getProperty(propertyName(node.name) ?? "");
    return property === undefined
      ? []
      : placesOf(context.types.checker.getTypeOfSymbol(property), context);
  });
  return known.sort((a, b) => b.length - a.length)[0] ?? [];
}

function placesOf(type: ts.Type | undefined, { types }: Context): readonly ExpectedParameter[] {
  const signature = type?.getCallSignatures()[0];
  return signature === undefined ? [] : expectedParameters(signature, types.checker).places;
}

/** The parameters of the method that the object literal is asked for. */
function parametersOfLiteral(
  node: ts.MethodDeclaration,
  literal: ts.ObjectLiteralExpression,
  context: Context,
): readonly ExpectedParameter[] {
  const { types } = context;
  const wanted = expectedType(literal, types);
  const whole = wanted && types.checker.getNonNullableType(wanted);
  const property = whole?.getProperty(propertyName(node.name) ?? "");
  const type = property ? types.checker.getTypeOfSymbol(property) : whole?.getStringIndexType();
  return placesOf(type && types.checker.getNonNullableType(type), context);
}

function pad(
  node: FunctionNode,
  wanted: readonly ExpectedParameter[],
  result: LoweredParameters,
  context: Context,
): void {
  if (node.parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) return;
  const taken = result.parameters.filter(({ form }) => form === undefined).length;
  for (const { name, isOptional } of wanted.slice(Math.max(node.parameters.length, taken))) {
    const plain = `_${pythonName(name.replace(/^_+/, ""))}`;
    const isTaken = (id: string) =>
      context.isNamed(id) || result.parameters.some(({ name: other }) => other === id);
    let id = plain;
    for (let suffix = 1; isTaken(id); suffix++) id = `${plain}_${suffix}`;
    result.parameters.push(isOptional ? { name: id, default: NONE } : { name: id });
  }
}

/** Takes what is given by name and not wanted. */
function addKeywords(result: LoweredParameters): void {
  result.parameters.push({ name: "_parameters", form: "keywords" });
}

function lowerParameter(
  parameter: ts.ParameterDeclaration,
  isOptional: boolean,
  result: LoweredParameters,
  context: Context,
): void {
  if (!ts.isIdentifier(parameter.name)) {
    lowerPattern(parameter, parameter.name, result, context);
    return;
  }
  const own = context.declaredName(parameter);
  if (parameter.dotDotDotToken !== undefined) {
    result.parameters.push({ name: own, form: "rest" });
    result.prologue.push(assign(name(own), builtinCall("list", name(own))));
    return;
  }
  const missing =
    parameter.questionToken !== undefined ||
    parameter.type?.kind === ts.SyntaxKind.VoidKeyword ||
    isOptional;
  const isOpen =
    (isOptional && !context.types.acceptsNull(parameter)) || mayGetUndefined(parameter, context);
  addDefaulted(own, undefined, parameter.initializer, missing, result, context, isOpen);
}

function lowerPattern(
  parameter: ts.ParameterDeclaration,
  pattern: ts.BindingPattern,
  result: LoweredParameters,
  context: Context,
): void {
  const target = context.temporary(parameter, "parts");
  if (parameter.dotDotDotToken !== undefined) {
    result.parameters.push({ name: target.id, form: "rest" });
  } else addDefaulted(target.id, undefined, parameter.initializer, false, result, context);
  const missing = context.analysis.missing.ofParameter(parameter);
  const given = presentParts(target, pattern, "parameter", missing, context);
  if (given !== target) result.prologue.push(assign(target, given));
  result.prologue.push(...takeApart(pattern, target, context.types.typeAt(parameter), context));
}

function lowerOptions(
  parameter: ts.ParameterDeclaration,
  result: LoweredParameters,
  context: Context,
): void {
  if (!ts.isObjectBindingPattern(parameter.name)) return;
  const handler = isHandler(parameter.parent, context);
  const type = context.types.typeAt(parameter);
  const taken = new Set<string>();
  for (const element of parameter.name.elements) {
    if (!ts.isIdentifier(element.name) || element.dotDotDotToken !== undefined) {
      context.refuse(element, "unsupportedPattern");
      continue;
    }
    const own = context.declaredName(element);
    const key = (
      element.propertyName && ts.isIdentifier(element.propertyName)
        ? element.propertyName
        : element.name
    ).text;
    if (handler && !isIdentifier(key)) context.refuse(element, "handlerName", key);
    taken.add(key);
    const property = type.getProperty(key);
    const isOptional = property !== undefined && (property.flags & ts.SymbolFlags.Optional) !== 0;
    addDefaulted(own, "keyword-only", element.initializer, isOptional && !handler, result, context);
  }
  if (givesOtherKeywords(parameter.parent, taken, context)) addKeywords(result);
}

/** A default that Python evaluates once may stand in the signature; any other is set in the body. */
function addDefaulted(
  own: string,
  form: py.Parameter["form"],
  initializer: ts.Expression | undefined,
  isOptional: boolean,
  result: LoweredParameters,
  context: Context,
  /** Whether undefined may be given for it as well. */
  isOpen = false,
): void {
  if (initializer === undefined) {
    result.parameters.push({ name: own, form, default: isOptional ? NONE : undefined });
  } else if (isConstant(initializer, context) && !isOpen) {
    result.parameters.push({ name: own, form, default: context.expression(initializer) });
  } else {
    result.parameters.push({ name: own, form, default: NONE });
    const { statements, definitions } = context.collect(() => [
      assign(name(own), context.expression(initializer)),
    ]);
    result.prologue.push(
      ifStatement(compare(name(own), "is", NONE), [...definitions, ...statements]),
    );
  }
}

export function isConstant(node: ts.Expression, context: Context): boolean {
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
  const { TrueKeyword, FalseKeyword, NullKeyword } = ts.SyntaxKind;
  if (ts.isLiteralExpression(node) || [TrueKeyword, FalseKeyword, NullKeyword].includes(node.kind))
    return true;
  if (!ts.isIdentifier(node)) return false;
  if (node.text === "undefined") return true;
  const declaration = context.declarationAt(node);
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  if (context.movedFunctions.has(scopeOf(node))) return false;
  const isTopLevel = ts.isSourceFile(declaration.parent.parent.parent);
  const isEarlier =
    declaration.getSourceFile() !== node.getSourceFile() || declaration.end < node.pos;
  return isTopLevel && isEarlier && (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
}
