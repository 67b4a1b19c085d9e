// Methods of arrays that take a function: comprehensions, where Python allows them.
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  builtinCall,
  call,
  comprehension,
  expressionStatement,
  name,
  tuple,
} from "../python/build";
import type { HelperName } from "../runtime/helpers";
import { holdsInts } from "./array-elements";
import {
  callable,
  inline,
  isFixed,
  ofValue,
  padded,
  type Wanted,
  refuseCallback,
} from "./callback";
import { asLoop, canBeLoop, sharesNames } from "./callback-loops";
import { base, lowered, type MemberCall, type MemberTable, twice } from "./member-call";

/** What a comprehension is made of. */
interface Parts {
  readonly element: py.Expression;
  readonly target: py.Expression;
  readonly iterable: py.Expression;
  readonly body: py.Expression;
}

/** What a callback runs over: those values that were there when it started. */
function running(one: MemberCall, values: py.Expression): py.Expression {
  const [node] = one.arguments;
  const changes = node !== undefined && one.context.analysis.changes.mayChange(node, one.receiver);
  return changes ? call(one.context.helper("live"), [values]) : values;
}

/** The callback's own parameters and body, or those of a call of it; null if it needs more. */
function partsOf(one: MemberCall, wanted: Wanted): Parts | null {
  const [node] = one.arguments;
  if (node === undefined || one.arguments.length !== 1) return null;
  const { context } = one;
  const own = inline(node, 2, wanted, context);
  if (own !== null) {
    const [value, index] = own.parameters;
    return assemble(one, value, index, own.body);
  }
  const given = callable(node, 3, wanted, context);
  if (given === null || given.arity > 2 || !isFixed(given.callee)) return null;
  const value = context.element().id;
  const index = given.arity > 1 ? context.unhidden("index") : undefined;
  const args = [value, index].slice(0, given.arity).flatMap((id) => (id ? [name(id)] : []));
  return assemble(one, value, index, call(given.callee, args));
}

function assemble(
  one: MemberCall,
  value: string | undefined,
  index: string | undefined,
  body: py.Expression,
): Parts {
  const element = name(value ?? "_");
  const values = running(one, base(one));
  if (index === undefined) return { element, target: element, iterable: values, body };
  const target = tuple(name(index), element);
  return { element, target, iterable: builtinCall("enumerate", values), body };
}

/** Python allows no `:=` in what a comprehension runs over; in an argument it does. */
function hasNamed(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("kind" in value && value.kind === "NamedExpression") return true;
  return Object.values(value).some(hasNamed);
}

/** What the elements become, lazily: for what no comprehension can run over. */
function lazily(id: "filter" | "map", one: MemberCall, wanted: Wanted): py.Expression | null {
  const [node] = one.arguments;
  if (node === undefined || one.arguments.length !== 1) return null;
  const given = callable(node, 3, wanted, one.context);
  if (given === null) return refuseCallback(node, one.context);
  const apply = (values: py.Expression) =>
    builtinCall(id, ofValue(given, values, false, one.context), running(one, values));
  if (given.arity < 3 || isSimple(one.receiver)) return apply(base(one));
  // The function, which comes first in Python, needs the values, too.
  const parameter = one.context.unhidden("values");
  const body = apply(name(parameter));
  return call({ kind: "Lambda", parameters: [{ name: parameter }], body }, [base(one)]);
}

const canRun = (parts: Parts | null): parts is Parts =>
  parts !== null && !hasNamed(parts.iterable) && !hasNamed(parts.body);

function map(one: MemberCall): py.Expression | null {
  const [callback] = one.arguments;
  if (callback !== undefined && one.context.analysis.changes.mayShorten(callback, one.receiver))
    return one.context.refuse(
      one.node,
      "unsupportedSyntax",
      "`map` over an array that its function makes shorter",
      "Run over a copy of it: `[...values].map(…)`.",
    );
  const parts = partsOf(one, "value");
  if (canRun(parts)) return comprehension("list", parts.body, parts.target, parts.iterable);
  const mapped = lazily("map", one, "value");
  return mapped && builtinCall("list", mapped);
}

function filter(one: MemberCall): py.Expression | null {
  const parts = partsOf(one, "truth");
  if (canRun(parts))
    return comprehension("list", parts.element, parts.target, parts.iterable, parts.body);
  const filtered = lazily("filter", one, "truth");
  return filtered && builtinCall("list", filtered);
}

const quantifier = (id: "all" | "any") => (one: MemberCall) => {
  const parts = partsOf(one, "truth");
  if (canRun(parts))
    return builtinCall(id, comprehension("generator", parts.body, parts.target, parts.iterable));
  const mapped = lazily("map", one, "truth");
  return mapped && builtinCall(id, mapped);
};

const withTest = (helper: HelperName, fromEnd: boolean) => (one: MemberCall) => {
  const [node] = one.arguments;
  if (node === undefined || one.arguments.length !== 1) return null;
  const given = callable(node, 3, "truth", one.context);
  if (given === null) return refuseCallback(node, one.context);
  const { first, again } =
    given.arity === 3 || (fromEnd && given.arity > 1)
      ? twice(one)
      : { first: base(one), again: base(one) };
  const test = ofValue(given, again, fromEnd, one.context);
  return call(one.context.helper(helper), [fromEnd ? first : running(one, first), test]);
};

const folded = (plain: HelperName, fromEnd: boolean) => (one: MemberCall) => {
  const [node] = one.arguments;
  if (node === undefined || one.arguments.length > 2) return null;
  const given = callable(node, 4, "value", one.context);
  if (given === null) return refuseCallback(node, one.context);
  const counts = given.arity > 2 || one.context.analysis.changes.mayChange(node, one.receiver);
  if (counts && fromEnd) return refuseCallback(node, one.context);
  const total = fromEnd || counts ? null : totalOf(one, given.callee);
  if (total !== null) return total;
  const combine = padded(given, counts ? 4 : 2, one.context);
  const helper = one.context.helper(counts ? "reduce_indexed" : plain);
  return call(helper, [base(one), combine, ...lowered(one, 1)]);
};

/** `values.reduce((sum, value) => sum + value, 0)` of ints; of floats CPython's sum() is more exact. */
function totalOf(one: MemberCall, callee: py.Expression): py.Expression | null {
  const [, start] = one.arguments;
  if (start === undefined || callee.kind !== "Lambda" || callee.parameters.length !== 2)
    return null;
  const { body, parameters } = callee;
  const [left, right] = parameters.map(({ name: id }) => id);
  const isSum =
    body.kind === "Binary" &&
    body.operator === "+" &&
    body.left.kind === "Name" &&
    body.right.kind === "Name" &&
    body.left.id === left &&
    body.right.id === right;
  const isInt = one.context.analysis.numbers.of(start).kind === "int" && holdsInts(one);
  if (!isSum || !isInt) return null;
  const first = one.context.expression(start);
  const isZero = first.kind === "Number" && first.text === "0";
  return builtinCall("sum", base(one), ...(isZero ? [] : [first]));
}

function flatMap(one: MemberCall): py.Expression | null {
  const mapped = map(one);
  return mapped && call(one.context.helper("flat"), [mapped]);
}

function forEach(one: MemberCall): py.Expression | null {
  const [node] = one.arguments;
  if (node === undefined || one.arguments.length !== 1) return null;
  const given = callable(node, 3, "value", one.context);
  if (given === null) return refuseCallback(node, one.context);
  const { first, again } = given.arity > 2 ? twice(one) : { first: base(one), again: base(one) };
  const each = ofValue(given, again, false, one.context);
  return call(one.context.helper("for_each"), [first, each]);
}

export const callbackMethods: MemberTable = {
  every: quantifier("all"),
  filter,
  find: withTest("find", false),
  findIndex: withTest("find_index", false),
  findLast: withTest("find_last", true),
  findLastIndex: withTest("find_last_index", true),
  flatMap,
  forEach,
  map,
  reduce: folded("reduce", false),
  reduceRight: folded("reduce_right", true),
  some: quantifier("any"),
};

/** `values.forEach(…)` as a loop. */
export function eachInLoop(one: MemberCall): py.Statement[] | null {
  const [node] = one.arguments;
  if (node === undefined || one.arguments.length !== 1) return null;
  const arrow = bare(node);
  if (ts.isArrowFunction(arrow) && canBeLoop(arrow, one)) {
    const [value, index] = arrow.parameters.map((own) => one.context.declaredName(own));
    const { target, iterable } = assemble(one, value, index, name("_"));
    return asLoop(arrow, target, iterable, one);
  }
  // A loop's variable stays, other than the parameter of a function.
  if (ts.isArrowFunction(arrow) && !ts.isBlock(arrow.body) && sharesNames(arrow, one)) return null;
  const parts = partsOf(one, "value");
  if (parts === null) return null;
  const { target, iterable, body } = parts;
  return [{ kind: "For", target, iterable, body: [expressionStatement(body)] }];
}
