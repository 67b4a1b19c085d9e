// Methods of arrays.
import { ts } from "ts-morph";
import { isSimple } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import {
  binary,
  builtinCall,
  call,
  compare,
  comprehension,
  conditional,
  expressionStatement,
  list,
  method,
  NONE,
  number,
  slice,
  string,
  subscript,
} from "../python/build";
import { callbackMethods } from "./array-callbacks";
import {
  argument,
  base,
  hasSpread,
  isInt,
  isNonNegative,
  type MemberCall,
  type MemberTable,
  type MutationTable,
} from "./member-call";
import { sliced } from "./string";

/** What `==` and `in` of Python compare as `===` does. */
const COMPARABLE: ReadonlySet<Kind> = new Set(["boolean", "instance", "null", "string"]);

function isComparable(one: MemberCall): boolean {
  const [wanted] = one.arguments;
  if (wanted === undefined) return false;
  const kinds = [...one.context.types.kindsAt(wanted), ...elementKinds(one)];
  if (kinds.includes("number")) {
    return kinds.every((kind) => kind === "number" || kind === "string" || kind === "null");
  }
  return kinds.every((kind) => COMPARABLE.has(kind));
}

function elementKinds({ receiver, context }: MemberCall): Kind[] {
  const type = context.types.typeAt(receiver);
  const element = context.types.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return element === undefined ? ["unknown"] : [...context.types.kindsOf(element)];
}

function includes(one: MemberCall): py.Expression | null {
  const wanted = argument(one, 0);
  if (wanted === null || one.arguments.length !== 1) return null;
  const [node] = one.arguments;
  if (node === undefined) return null;
  // ECMAScript 7.2.10 SameValueZero finds NaN in an array, `in` does not.
  const { kind, low, high } = one.context.analysis.numbers.of(node);
  const mayBeNaN = one.context.types.kindsAt(node).has("number") && kind !== "int" && low !== high;
  if (mayBeNaN) return one.context.refuse(node, "unknownNumber");
  if (isComparable(one)) return compare(wanted, "in", base(one));
  if (!isSimple(node)) return null;
  const value = one.context.element();
  return builtinCall(
    "any",
    comprehension("generator", compare(value, "is", wanted), value, base(one)),
  );
}

const indexOf = (helper: "index_of" | "last_index_of") => (one: MemberCall) => {
  if (!isComparable(one) || hasSpread(one)) return null;
  return call(one.context.helper(helper), [
    base(one),
    ...one.arguments.map((node) => one.context.expression(node)),
  ]);
};

function join(one: MemberCall): py.Expression | null {
  const separator = argument(one, 0) ?? string(",");
  const kinds = elementKinds(one);
  if (kinds.every((kind) => kind === "string")) return method(separator, "join", base(one));
  if (one.context.analysis.numbers.elements.of(one.receiver)?.kind !== "int") return null;
  const value = one.context.element();
  return method(
    separator,
    "join",
    comprehension("generator", builtinCall("str", value), value, base(one)),
  );
}

/** The value at an end that may be missing. */
function taken(index: string) {
  return (one: MemberCall): py.Expression | null => {
    if (one.arguments.length > 0) return null;
    const receiver = base(one);
    const pop = index === "" ? method(receiver, "pop") : method(receiver, "pop", number(index));
    if (one.context.analysis.bounds.leastLength(one.receiver) > 0) return pop;
    return isSimple(one.receiver) ? conditional(pop, receiver, NONE) : null;
  };
}

function at(one: MemberCall): py.Expression | null {
  const [index] = one.arguments;
  if (index === undefined || !isSimple(one.receiver)) return null;
  const isLast = index.getText() === "-1";
  if (!isLast)
    return isNonNegative(one, 0)
      ? call(one.context.helper("item"), [base(one), one.context.expression(index)])
      : null;
  return conditional(subscript(base(one), number(-1)), base(one), NONE);
}

function concat(one: MemberCall): py.Expression | null {
  const arrays = one.arguments.every((node) => one.context.types.kindAt(node) === "array");
  if (!arrays || one.arguments.length === 0) return null;
  return one.arguments.reduce(
    (left, node) => binary(left, "+", one.context.expression(node)),
    base(one),
  );
}

function splice(one: MemberCall): py.Expression | null {
  if (one.arguments.length < 2 || !isInt(one, 0) || !isInt(one, 1) || hasSpread(one)) return null;
  return call(one.context.helper("splice"), [
    base(one),
    ...one.arguments.map((node) => one.context.expression(node)),
  ]);
}

/** Python's sort is not stable on a board and takes no comparison. */
const sort = (helper: "copy_sorted" | "sort") => (one: MemberCall) => {
  const [compareNode] = one.arguments;
  const signature = compareNode && one.context.types.typeAt(compareNode).getCallSignatures()[0];
  if (compareNode === undefined) return null;
  if (signature?.parameters.length !== 2) return one.context.refuse(compareNode, "callbackForm");
  return call(one.context.helper(helper), [base(one), one.context.expression(compareNode)]);
};

export const arrayMethods: MemberTable = {
  ...callbackMethods,
  at,
  concat,
  entries: (one) => builtinCall("enumerate", base(one)),
  includes,
  indexOf: indexOf("index_of"),
  join,
  lastIndexOf: indexOf("last_index_of"),
  pop: taken(""),
  shift: taken("0"),
  slice: sliced,
  sort: sort("sort"),
  splice,
  toSorted: sort("copy_sorted"),
};

/** `push(a)` → `append(a)`; `push(...values)` → `extend(values)` */
function push(one: MemberCall): py.Statement[] | null {
  const receiver = base(one);
  if (one.arguments.length > 1 && !one.arguments.every(isSimple)) {
    // All values are made before the first is added: a later one may ask how long the array is.
    if (hasSpread(one)) return null;
    const values = list(...one.arguments.map((node) => one.context.expression(node)));
    return [expressionStatement(method(receiver, "extend", values))];
  }
  return one.arguments.map((node) => {
    const [python, value] = ts.isSpreadElement(node)
      ? ["extend", node.expression]
      : ["append", node];
    return expressionStatement(method(receiver, python, one.context.expression(value)));
  });
}

function removeSlice(one: MemberCall): py.Statement[] | null {
  const [start, count] = one.arguments;
  if (start === undefined || count === undefined || one.arguments.length !== 2) return null;
  if (!isNonNegative(one, 0) || !isNonNegative(one, 1) || !isInt(one, 0) || !isInt(one, 1))
    return null;
  const lower = one.context.expression(start);
  const length = one.context.expression(count);
  const isZero = lower.kind === "Number" && lower.text === "0";
  const upper = isZero ? length : binary(lower, "+", length);
  return [{ kind: "Delete", target: slice(base(one), isZero ? null : lower, upper) }];
}

function reverse(one: MemberCall): py.Statement[] {
  return [expressionStatement(method(base(one), "reverse"))];
}

function unshift(one: MemberCall): py.Statement[] | null {
  const value = argument(one, 0);
  if (value === null || one.arguments.length !== 1 || hasSpread(one)) return null;
  return [expressionStatement(method(base(one), "insert", number(0), value))];
}

export const arrayMutations: MutationTable = { push, reverse, splice: removeSlice, unshift };
