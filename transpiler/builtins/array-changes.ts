// Methods of arrays that change them.
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  binary,
  conditional,
  expressionStatement,
  list,
  method,
  NONE,
  number,
  slice,
} from "../python/build";
import { fillOf } from "./array-static";
import { eachInLoop } from "./array-callbacks";
import { sortInPlace, sortingMethods } from "./array-sort";
import {
  argument,
  base,
  hasSpread,
  helped,
  isInt,
  isNonNegative,
  lowered,
  type MemberCall,
  type MemberTable,
  type MutationTable,
  placeArgument,
  places,
  twice,
} from "./member-call";

/** The value at an end that may be missing. */
function taken(index: string) {
  return (one: MemberCall): py.Expression | null => {
    if (one.arguments.length > 0) return null;
    const pop = (receiver: py.Expression) =>
      index === "" ? method(receiver, "pop") : method(receiver, "pop", number(index));
    if (one.context.analysis.bounds.leastLength(one.receiver) > 0) return pop(base(one));
    const { first, again } = twice(one);
    return conditional(pop(again), first, NONE);
  };
}

function splice(one: MemberCall): py.Expression | null {
  if (one.arguments.slice(0, 2).some(ts.isSpreadElement)) return null;
  if (one.arguments.length === 0) return list();
  const start = placeArgument(one, 0) ?? number(0);
  const count = one.arguments.length > 1 ? [placeArgument(one, 1) ?? number(0)] : [];
  return helped(one, "splice", [start, ...count, ...lowered(one, 2)]);
}

function fill(one: MemberCall): py.Expression | null {
  const value = argument(one, 0);
  if (value === null || hasSpread(one)) return null;
  // `new Array(n)` has them already (array-static.ts).
  if (fillOf(bare(one.receiver), one.context) !== null) return base(one);
  return helped(one, "fill", [value, ...places(one, 1, NONE)]);
}

function copyWithin(one: MemberCall): py.Expression | null {
  if (one.arguments.length === 0 || hasSpread(one)) return null;
  return helped(one, "copy_within", places(one, 0, NONE));
}

export const changingMethods: MemberTable = {
  ...sortingMethods,
  copyWithin,
  fill,
  pop: taken(""),
  push: (one) => helped(one, "push", lowered(one)),
  reverse: (one) => helped(one, "reversed_in_place", []),
  shift: taken("0"),
  splice,
  unshift: (one) => helped(one, "unshift", lowered(one)),
};

/** `push(a)` → `append(a)`; `push(...values)` → `extend(values)` */
function push(one: MemberCall): py.Statement[] | null {
  const receiver = base(one);
  if (one.arguments.length > 1 && (!isSimple(one.receiver) || !one.arguments.every(isSimple))) {
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
  if (!isSimple(start)) return null;
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

export const arrayMutations: MutationTable = {
  forEach: eachInLoop,
  push,
  reverse,
  sort: sortInPlace,
  splice: removeSlice,
  unshift,
};
