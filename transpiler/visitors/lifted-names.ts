// Names for functions that TypeScript writes in the middle of an expression and Python before it:
// after what they are given to.
import { ts } from "ts-morph";
import { isFunctionNode, type FunctionNode } from "../analysis/syntax";
import { pythonName } from "../naming/names";
import { singular } from "../naming/singular";
import type { Types } from "../analysis/types";

/** What methods of the library do with a function that their declaration calls `callbackfn` or so. */
const BY_METHOD: Readonly<Record<string, string>> = {
  catch: "on_error",
  finally: "on_end",
  flatMap: "expand",
  forEach: "visit",
  from: "make",
  map: "convert",
  reduce: "combine",
  reduceRight: "combine",
  replace: "replaced",
  replaceAll: "replaced",
  sort: "compare",
  then: "on_done",
  toSorted: "compare",
};

const BY_FUNCTION: Readonly<Record<string, string>> = {
  Promise: "start",
  queueMicrotask: "later",
  setInterval: "tick",
  setTimeout: "later",
};

const TESTING = /^(every|filter|find|findIndex|findLast|findLastIndex|some)$/;

/** Verbs before the name of what a function makes. */
const MAKING = /^(build|create|get|make|new)_(?=[a-z])/;

export function liftedName(node: ts.Expression, types: Types): string {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAssertionExpression(parent))
    return liftedName(parent, types);
  if (ts.isConditionalExpression(parent) || ts.isSatisfiesExpression(parent))
    return liftedName(parent, types);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return argumentName(node, parent, types);
  if (ts.isReturnStatement(parent)) return resultName(functionAround(parent));
  if (ts.isArrowFunction(parent)) return resultName(parent);
  if (ts.isArrayLiteralExpression(parent)) {
    const { parent: holder } = parent;
    const plural = ts.isVariableDeclaration(holder) ? textOf(holder.name) : null;
    return (plural && oneOf(plural)) ?? "callback";
  }
  return nameOf(holderOf(node)) ?? "callback";
}

/** What names the place that `node` is put into. */
function holderOf({ parent }: ts.Expression): ts.Node | undefined {
  const isDeclaration =
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent);
  if (isDeclaration) return parent.name;
  if (!ts.isBinaryExpression(parent)) return undefined;
  return ts.isPropertyAccessExpression(parent.left) ? parent.left.name : parent.left;
}

function textOf(node: ts.Node | undefined): string | null {
  if (node === undefined) return null;
  const isText =
    ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node);
  return isText && /^#?[A-Za-z_$][\w$]*$/.test(node.text) ? node.text.replace(/^#/, "") : null;
}

function nameOf(node: ts.Node | undefined): string | null {
  const text = textOf(node);
  return text === null ? null : pythonName(text);
}

function argumentName(
  node: ts.Expression,
  call: ts.CallExpression | ts.NewExpression,
  types: Types,
): string {
  if (call.expression === node) return calledName(call);
  const callee = call.expression;
  if (ts.isIdentifier(callee)) {
    const known = BY_FUNCTION[callee.text];
    if (known !== undefined) return known;
  }
  if (ts.isPropertyAccessExpression(callee)) {
    const method = callee.name.text;
    const kind = types.kindAt(callee.expression);
    if (kind === "array" && TESTING.test(method)) return "is_wanted";
    if (method === "push") return elementOf(callee.expression) ?? "callback";
    if (kind === "map" && method === "set") return nameOf(call.arguments?.[0]) ?? "callback";
    const known = BY_METHOD[method];
    if (known !== undefined && kind !== "instance") return known;
  }
  return parameterName(node, call, types) ?? "callback";
}

/** `const counter = (() => { … })()` makes a counter. */
function calledName(call: ts.Expression): string {
  const { parent } = call;
  if (ts.isParenthesizedExpression(parent)) return calledName(parent);
  const made = ts.isVariableDeclaration(parent) ? nameOf(parent.name) : null;
  if (made !== null) return `make_${made}`;
  return functionAround(call) === undefined ? "main" : "inner";
}

function elementOf(array: ts.Expression): string | null {
  const text = ts.isPropertyAccessExpression(array) ? textOf(array.name) : textOf(array);
  return text === null ? null : oneOf(text);
}

function oneOf(plural: string): string | null {
  const one = singular(pythonName(plural));
  return one === null ? null : pythonName(one);
}

/** What a function of the program calls its parameter. */
function parameterName(
  node: ts.Expression,
  call: ts.CallExpression | ts.NewExpression,
  types: Types,
): string | null {
  const index = [...(call.arguments ?? [])].indexOf(node);
  const parameter = types.checker.getResolvedSignature(call)?.parameters[index];
  const text = parameter?.name ?? "";
  return /^[a-z][\w]*$/.test(text) && !/^_|callbackfn/.test(text) ? pythonName(text) : null;
}

function functionAround(node: ts.Node): FunctionNode | undefined {
  let current: ts.Node = node.parent;
  while (!isFunctionNode(current) && !ts.isSourceFile(current)) current = current.parent;
  return isFunctionNode(current) ? current : undefined;
}

/** `makeCounter` gives a `counter`; what is made of a function wraps it. */
function resultName(maker: FunctionNode | undefined): string {
  if (maker === undefined) return "callback";
  const holder = maker.name ?? holderOf(maker as ts.Expression);
  const made = (nameOf(holder) ?? "").replace(MAKING, "");
  const own = nameOf(holder);
  if (own !== null && made !== own && made !== "") return pythonName(made);
  const takesFunction = maker.parameters.some(
    ({ type }) => type !== undefined && ts.isFunctionTypeNode(type),
  );
  return takesFunction ? "wrapper" : "inner";
}
