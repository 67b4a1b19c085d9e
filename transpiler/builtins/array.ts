// Methods of arrays that leave them as they are.
import { ts } from "ts-morph";
import { kindsInWords } from "../analysis/kind-words";
import { isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  binary,
  builtinCall,
  call,
  compare,
  comprehension,
  conditional,
  list,
  method,
  NONE,
  number,
  string,
  subscript,
  tuple,
} from "../python/build";
import { iterated } from "./iterators";
import { callbackMethods } from "./array-callbacks";
import { changingMethods } from "./array-changes";
import { elementKinds, elementType, holdsInts, isComparable, isJoinable } from "./array-elements";
import { sortMethods } from "./array-sort";
import {
  argument,
  base,
  hasSpread,
  helped,
  isInt,
  listBase,
  lowered,
  type MemberCall,
  type MemberTable,
  placeArgument,
  places,
} from "./member-call";
import { arrayText, instanceText } from "../visitors/object-text";
import { mayBeEither } from "../visitors/nothing";
import { sliced } from "./string-places";

function includes(one: MemberCall): py.Expression | null {
  const [node] = one.arguments;
  const wanted = argument(one, 0);
  if (wanted === null || node === undefined || hasSpread(one)) return null;
  checkNothings(one);
  // SameValueZero (ECMAScript 7.2.11) finds NaN in an array, `in` does not.
  const { kind, low, high } = one.context.analysis.numbers.of(node);
  const mayBeNaN = one.context.types.kindsAt(node).has("number") && kind !== "int" && low !== high;
  if (one.arguments.length === 1 && !mayBeNaN && isComparable(one))
    return compare(wanted, "in", base(one));
  if (mayHoldTuples(one)) return one.context.refuse(one.node, "equality", "Tuples");
  return helped(one, "includes", [wanted, ...places(one, 1, number(0))]);
}

/** A search for null does not find undefined. */
function checkNothings(one: MemberCall): void {
  const element = elementType(one);
  const [wanted] = one.arguments;
  if (element === undefined || wanted === undefined) return;
  const types = [element, one.context.types.typeAt(wanted)];
  if (mayBeEither(types, one.context)) one.context.refuse(one.node, "undefinedOrNull");
}

/** Python may share one tuple where JavaScript has two arrays. */
const mayHoldTuples = (one: MemberCall): boolean => elementKinds(one).includes("tuple");

const indexOf = (helper: "index_of" | "last_index_of") => (one: MemberCall) => {
  const wanted = argument(one, 0);
  if (wanted === null || hasSpread(one)) return null;
  checkNothings(one);
  if (mayHoldTuples(one)) return one.context.refuse(one.node, "equality", "Tuples");
  return helped(one, helper, [wanted, ...places(one, 1, number(0))]);
};

function join(one: MemberCall): py.Expression | null {
  if (one.arguments.length > 1 || hasSpread(one)) return null;
  const [node] = one.arguments;
  if (node !== undefined && one.context.types.kindsAt(node).has("null")) return null;
  const separator = argument(one, 0) ?? string(",");
  if (one.context.analysis.missing.areElements && isJoinable(one))
    return helped(one, "join", node === undefined ? [] : [separator]);
  if (elementKinds(one).every((kind) => kind === "string"))
    return method(separator, "join", base(one));
  if (holdsInts(one)) {
    const value = one.context.element();
    const texts = comprehension("generator", builtinCall("str", value), value, base(one));
    return method(separator, "join", texts);
  }
  const objects = textsOfObjects(one);
  if (objects !== null) return method(separator, "join", objects);
  if (!isJoinable(one)) return one.context.refuse(one.node, "stringOf", "What this array holds");
  return helped(one, "join", node === undefined ? [] : [separator]);
}

/** What the elements' own `toString` makes of them. */
function textsOfObjects(one: MemberCall): py.Expression | null {
  const { types } = one.context;
  const type = types.checker.getIndexTypeOfType(types.typeAt(one.receiver), ts.IndexKind.Number);
  if (type === undefined || types.isNullable(type)) return null;
  const value = one.context.element();
  const text = instanceText(type, () => value, one.context);
  return text && comprehension("list", text, value, base(one));
}

function at(one: MemberCall): py.Expression | null {
  const [index] = one.arguments;
  if (index === undefined || one.arguments.length !== 1 || hasSpread(one)) return null;
  if (index.getText() === "-1" && isSimple(one.receiver))
    return conditional(subscript(base(one), number(-1)), base(one), NONE);
  if (isInt(one, 0) && one.context.analysis.bounds.isNonNegative(index))
    return call(one.context.helper("item"), [base(one), one.context.expression(index)]);
  return call(one.context.helper("at"), [base(one), one.context.expression(index)]);
}

/** Arrays are joined, other values added. */
function concat(one: MemberCall): py.Expression | null {
  if (one.arguments.length === 0) return builtinCall("list", base(one));
  let result: py.Expression = listBase(one);
  for (const node of one.arguments) {
    if (ts.isSpreadElement(node)) {
      const parts = spreadParts(node, one);
      if (parts === null) return one.context.refuse(node, "ambiguousMember", "concat()", "any");
      result = binary(result, "+", parts);
      continue;
    }
    const kinds = [...one.context.types.kindsAt(node)];
    const value = one.context.expression(node);
    if (kinds.every((kind) => kind === "array")) result = binary(result, "+", value);
    else if (kinds.every((kind) => kind === "tuple"))
      result = binary(result, "+", builtinCall("list", value));
    else if (kinds.some((kind) => ["array", "tuple", "unknown"].includes(kind)))
      return one.context.refuse(node, "ambiguousMember", "concat()", kindsInWords(kinds));
    else result = binary(result, "+", list(value));
  }
  return result;
}

/** What `...lists` adds: their elements, where it holds nothing but arrays. */
function spreadParts(node: ts.SpreadElement, one: MemberCall): py.Expression | null {
  const { checker } = one.context.types;
  const type = one.context.types.typeAt(node.expression);
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const kinds = element === undefined ? ["unknown"] : [...one.context.types.kindsOf(element)];
  const value = one.context.expression(node.expression);
  if (kinds.every((kind) => kind === "array" || kind === "tuple"))
    return call(one.context.helper("flat"), [value]);
  const isOther = !kinds.some((kind) => ["array", "tuple", "unknown"].includes(kind));
  return isOther ? builtinCall("list", value) : null;
}

function flat(one: MemberCall): py.Expression | null {
  const depth = argument(one, 0);
  return hasSpread(one) ? null : helped(one, "flat", depth === null ? [] : [depth]);
}

function toSpliced(one: MemberCall): py.Expression | null {
  if (one.arguments.length === 0) return builtinCall("list", base(one));
  if (one.arguments.slice(0, 2).some(ts.isSpreadElement)) return null;
  const start = placeArgument(one, 0) ?? number(0);
  const count = one.arguments.length > 1 ? [placeArgument(one, 1) ?? number(0)] : [];
  return helped(one, "spliced", [start, ...count, ...lowered(one, 2)]);
}

function withItem(one: MemberCall): py.Expression | null {
  if (one.arguments.length !== 2 || hasSpread(one)) return null;
  return helped(one, "with_item", lowered(one));
}

const slice = (one: MemberCall): py.Expression | null => {
  const part = sliced(one);
  return part !== null && one.context.types.kindAt(one.receiver) === "tuple"
    ? builtinCall("list", part)
    : part;
};

/** Methods of tuples, too. */
export const readingMethods: MemberTable = {
  ...callbackMethods,
  ...sortMethods,
  at,
  concat,
  entries: (one) => iterated(one, builtinCall("enumerate", base(one))),
  flat,
  includes,
  indexOf: indexOf("index_of"),
  join,
  keys: (one) => iterated(one, builtinCall("range", builtinCall("len", base(one)))),
  lastIndexOf: indexOf("last_index_of"),
  slice,
  toString: ({ receiver, context }: MemberCall) =>
    arrayText(receiver, context.types.typeAt(receiver), context),
  toReversed: (one) => builtinCall("list", builtinCall("reversed", base(one))),
  toSpliced,
  values: (one) => iterated(one, base(one)),
  with: withItem,
};

export const arrayMethods: MemberTable = { ...readingMethods, ...changingMethods };

/** `isinstance(value, (list, tuple))` */
export const isArray = (value: py.Expression): py.Expression =>
  builtinCall("isinstance", value, tuple(LIST, TUPLE));

const LIST: py.Name = { kind: "Name", id: "list", builtin: true };
const TUPLE: py.Name = { kind: "Name", id: "tuple", builtin: true };
