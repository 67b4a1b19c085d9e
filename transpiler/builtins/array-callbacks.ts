// Methods of arrays that take a function: comprehensions, where Python allows them.
import { ts } from "ts-morph";
import { bare, isFunctionNode, some } from "../analysis/syntax";
import type * as py from "../python/ast";
import { builtinCall, call, comprehension, name } from "../python/build";
import { condition } from "../visitors/truth";
import { base, type MemberCall, type MemberTable } from "./member-call";

interface Callback {
  readonly target: py.Expression;
  readonly iterable: py.Expression;
  readonly body: py.Expression;
}

/** `(value, index) => body` as the parts of a comprehension. */
function callback(one: MemberCall, asCondition: boolean): Callback | null {
  const [argumentNode] = one.arguments;
  const node = argumentNode && bare(argumentNode);
  const { context } = one;
  if (node === undefined || one.arguments.length !== 1) return null;
  if (
    !ts.isArrowFunction(node) ||
    ts.isBlock(node.body) ||
    !node.parameters.every(({ name: id, initializer }) => ts.isIdentifier(id) && !initializer)
  ) {
    return calledCallback(one, node, asCondition);
  }
  // A closure in the body would see the comprehension's last value.
  if (some(node.body, isFunctionNode)) return calledCallback(one, node, asCondition);
  const [value, index, rest] = node.parameters;
  if (rest !== undefined) return null;
  const receiver = base(one);
  const body = asCondition ? condition(node.body, context) : context.expression(node.body);
  const element = name(value === undefined ? "_" : context.declaredName(value));
  if (index === undefined) return { target: element, iterable: receiver, body };
  const target: py.Tuple = {
    kind: "Tuple",
    elements: [name(context.declaredName(index)), element],
  };
  return { target, iterable: builtinCall("enumerate", receiver), body };
}

/** A function that is called with each value. */
function calledCallback(
  one: MemberCall,
  node: ts.Expression,
  asCondition: boolean,
): Callback | null {
  const { context } = one;
  const signature = context.types.typeAt(node).getCallSignatures()[0];
  const isTest =
    signature !== undefined && (signature.getReturnType().flags & ts.TypeFlags.BooleanLike) !== 0;
  const isBoolean =
    isTest ||
    (signature !== undefined && context.types.kindOf(signature.getReturnType()) === "boolean");
  if (signature === undefined || signature.parameters.length > 1 || (asCondition && !isBoolean)) {
    context.refuse(node, "callbackForm");
    return null;
  }
  const target = context.element();
  return {
    target,
    iterable: base(one),
    body: call(context.expression(node), signature.parameters.length === 0 ? [] : [target]),
  };
}

/** Python allows no `:=` in what a comprehension runs over; in an argument it does. */
function hasNamed(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("kind" in value && value.kind === "NamedExpression") return true;
  return Object.values(value).some(hasNamed);
}

const withLambda = (
  id: "filter" | "map",
  { target, iterable, body }: Callback,
): py.Expression | null => {
  if (target.kind !== "Name") return null;
  return builtinCall(id, { kind: "Lambda", parameters: [{ name: target.id }], body }, iterable);
};

function map(one: MemberCall): py.Expression | null {
  const parts = callback(one, false);
  if (parts === null) return null;
  if (!hasNamed(parts.iterable))
    return comprehension("list", parts.body, parts.target, parts.iterable);
  const mapped = withLambda("map", parts);
  return mapped && builtinCall("list", mapped);
}

function filter(one: MemberCall): py.Expression | null {
  const parts = callback(one, true);
  if (parts === null) return null;
  const element = parts.target.kind === "Tuple" ? parts.target.elements[1] : parts.target;
  if (!hasNamed(parts.iterable) && element !== undefined) {
    return comprehension("list", element, parts.target, parts.iterable, parts.body);
  }
  const filtered = withLambda("filter", parts);
  return filtered && builtinCall("list", filtered);
}

const quantifier = (id: "all" | "any") => (one: MemberCall) => {
  const parts = callback(one, true);
  if (parts === null) return null;
  if (!hasNamed(parts.iterable)) {
    return builtinCall(id, comprehension("generator", parts.body, parts.target, parts.iterable));
  }
  const mapped = withLambda("map", parts);
  return mapped && builtinCall(id, mapped);
};

const withTest = (helper: "find" | "find_index") => (one: MemberCall) => {
  const [test] = one.arguments;
  if (test === undefined || one.arguments.length !== 1) return null;
  const node = bare(test);
  if (!ts.isArrowFunction(node) || node.parameters.length !== 1 || ts.isBlock(node.body)) {
    return one.context.refuse(test, "callbackForm");
  }
  const [parameter] = node.parameters;
  const own = parameter === undefined ? "_" : one.context.declaredName(parameter);
  const lambda: py.Expression = {
    kind: "Lambda",
    parameters: [{ name: own }],
    body: condition(node.body, one.context),
  };
  return call(one.context.helper(helper), [base(one), lambda]);
};

export const callbackMethods: MemberTable = {
  every: quantifier("all"),
  filter,
  find: withTest("find"),
  findIndex: withTest("find_index"),
  map,
  some: quantifier("any"),
};
