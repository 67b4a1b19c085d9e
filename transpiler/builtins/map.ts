// Methods of maps and sets.
import type * as py from "../python/ast";
import {
  assign,
  builtinCall,
  call,
  compare,
  expressionStatement,
  method,
  NONE,
  subscript,
} from "../python/build";
import { inOrder } from "../visitors/evaluation-order";
import { iterated } from "./iterators";
import { eachOfMap, eachOfMapInLoop } from "./map-callbacks";
import {
  argument,
  base,
  hasSpread,
  helped,
  lowered,
  type MemberCall,
  type MemberTable,
  type MutationTable,
} from "./member-call";

const keyed =
  (python: string) =>
  (one: MemberCall): py.Expression | null => {
    const key = argument(one, 0);
    return key === null ? null : method(base(one), python, key);
  };

function has(one: MemberCall): py.Expression | null {
  const key = argument(one, 0);
  return key === null ? null : compare(key, "in", base(one));
}

function remove(one: MemberCall): py.Expression | null {
  const key = argument(one, 0);
  return key === null ? null : call(one.context.helper("remove"), [base(one), key]);
}

const listed = (python: string) => (one: MemberCall) => iterated(one, method(base(one), python));

const cleared = (one: MemberCall) => method(base(one), "clear");

export const mapMethods: MemberTable = {
  clear: cleared,
  delete: remove,
  entries: listed("items"),
  forEach: eachOfMap,
  get: keyed("get"),
  has,
  keys: listed("keys"),
  set: (one) =>
    one.arguments.length === 2 && !hasSpread(one) ? helped(one, "set_in_map", lowered(one)) : null,
  values: listed("values"),
};

/** `[value, value]` for every value of a set. */
function pairs(one: MemberCall): py.Expression {
  const values = base(one);
  return iterated(one, builtinCall("zip", values, values));
}

export const setMethods: MemberTable = {
  add: (one) =>
    one.arguments.length === 1 && !hasSpread(one) ? helped(one, "add_to_set", lowered(one)) : null,
  clear: cleared,
  delete: remove,
  entries: pairs,
  forEach: eachOfMap,
  has,
  keys: (one) => iterated(one, base(one)),
  values: (one) => iterated(one, base(one)),
};

const statement = (value: py.Expression): py.Statement[] => [expressionStatement(value)];

export const mapMutations: MutationTable = {
  delete: (one) => {
    const key = argument(one, 0);
    return key === null ? null : statement(method(base(one), "pop", key, NONE));
  },
  forEach: eachOfMapInLoop,
  set: (one) => {
    const [key, value] = one.arguments;
    if (key === undefined || value === undefined || hasSpread(one)) return null;
    const { context, receiver } = one;
    return inOrder([receiver, key], value, context, () => [
      assign(subscript(base(one), context.expression(key)), context.expression(value)),
    ]);
  },
};

export const setMutations: MutationTable = {
  add: (one) => {
    const value = argument(one, 0);
    return value === null || hasSpread(one) ? null : statement(method(base(one), "add", value));
  },
  delete: (one) => {
    const value = argument(one, 0);
    return value === null ? null : statement(method(base(one), "discard", value));
  },
  forEach: eachOfMapInLoop,
};
