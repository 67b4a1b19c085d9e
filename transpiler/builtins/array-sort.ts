// Sorting: Python's sort is not stable on a board and takes no comparison.
import { ts } from "ts-morph";
import { GIVING_ARRAYS } from "../analysis/container-methods";
import { isAny } from "../analysis/missing-elements";
import { bare, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  assign,
  builtinCall,
  call,
  expressionStatement,
  method,
  slice,
  TRUE,
} from "../python/build";
import { callable, padded, refuseCallback } from "./callback";
import { elementKinds, holdsInts, isJoinable } from "./array-elements";
import { base, helped, listBase, type MemberCall, type MemberTable } from "./member-call";
import { sortKey } from "./sort-keys";

/** How to sort what Python sorts by itself: numbers by a difference, strings by their texts. */
interface Plain {
  readonly backwards: boolean;
  /** No value is NaN, which Python's sort trips over, or -0, which would change places with 0. */
  readonly isPlain: boolean;
  readonly key: py.Expression | null;
}

function plainOrder(one: MemberCall): Plain | null {
  const [node] = one.arguments;
  const kinds = elementKinds(one);
  // By code units a character beyond U+FFFF comes before some below.
  if (node === undefined && kinds.includes("string") && one.context.analysis.texts.outsideBmp)
    one.context.refuse(one.node, "placeOutsideBmp");
  // undefined goes last, null is compared.
  const missing = one.context.analysis.missing.among(one.receiver);
  if (missing.null && !one.context.types.nullIsApart)
    one.context.refuse(one.node, "undefinedOrNull");
  if (isAny(missing)) return null;
  if (node === undefined) {
    if (kinds.every((kind) => kind === "string"))
      return { backwards: false, key: null, isPlain: true };
    if (!kinds.every((kind) => kind === "number") || !holdsInts(one)) return null;
    return { backwards: false, key: { kind: "Name", id: "str", builtin: true }, isPlain: true };
  }
  if (!kinds.every((kind) => kind === "number")) return null;
  const difference = differenceOf(node);
  if (difference === null) return null;
  const { numbers } = one.context.analysis;
  const elements = numbers.elementsOf(one.receiver);
  const isPlain = elements?.finite === true && !(numbers.zerosShow && elements.negativeZero);
  return { backwards: difference < 0, key: null, isPlain };
}

/** 1 for `(a, b) => a - b`, -1 for `(a, b) => b - a`. */
function differenceOf(node: ts.Expression): 1 | -1 | null {
  const arrow = bare(node);
  if (!ts.isArrowFunction(arrow) || ts.isBlock(arrow.body) || arrow.parameters.length !== 2)
    return null;
  const body = bare(arrow.body);
  if (!ts.isBinaryExpression(body) || body.operatorToken.kind !== ts.SyntaxKind.MinusToken)
    return null;
  const [first, second] = arrow.parameters.map(({ name: id }) => id.getText());
  const [left, right] = [body.left.getText(), body.right.getText()];
  if (left === first && right === second) return 1;
  return left === second && right === first ? -1 : null;
}

function comparison(one: MemberCall): py.Expression | null {
  const [node] = one.arguments;
  if (node === undefined) return null;
  const given = callable(node, 2, "value", one.context);
  if (given === null) return refuseCallback(node, one.context);
  return padded(given, 2, one.context);
}

const keywords = ({ backwards, key }: Plain): py.Keyword[] => [
  ...(key === null ? [] : [{ name: "key", value: key }]),
  ...(backwards ? [{ name: "reverse", value: TRUE }] : []),
];

/** `undefined` as comparison is none. */
const withoutUndefined = (one: MemberCall): MemberCall =>
  one.arguments[0]?.getText() === "undefined" ? { ...one, arguments: [] } : one;

function sort(given: MemberCall): py.Expression | null {
  const one = withoutUndefined(given);
  const fresh = freshValues(one);
  const plain = plainOrder(one);
  if (plain !== null && fresh !== null) return sortedCopy(fresh, plain, one);
  if (plain?.key === null) return helped(one, plainHelper(plain), plain.backwards ? [TRUE] : []);
  const key = plain === null ? sortKey(one) : null;
  if (key !== null && fresh !== null) return call(one.context.helper("sorted_by"), [fresh, key]);
  return byHelper(one, "sort", "sort_by_text");
}

/** The values of an array that nobody else has: `[...tasks]`, `tasks.map(…)`. */
function freshValues(one: MemberCall): py.Expression | null {
  const inner = bare(one.receiver);
  if (ts.isArrayLiteralExpression(inner)) {
    const [only] = inner.elements;
    const isCopy = inner.elements.length === 1 && only !== undefined && ts.isSpreadElement(only);
    const isArray = isCopy && one.context.types.kindAt(only.expression) === "array";
    return isArray ? one.context.expression(only.expression) : base(one);
  }
  if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return null;
  const { name, expression } = inner.expression;
  const isMaker =
    (GIVING_ARRAYS.has(name.text) || name.text === "split") &&
    isOfLibrary(one.context.types.kindAt(expression));
  return isMaker ? base(one) : null;
}

const isOfLibrary = (kind: string) => kind === "array" || kind === "string";

function byHelper(
  one: MemberCall,
  compared: "copy_sorted" | "sort",
  byText: "copy_sorted_by_text" | "sort_by_text",
): py.Expression | null {
  const compare = comparison(one);
  if (compare !== null) return helped(one, compared, [compare]);
  if (!isJoinable(one)) return one.context.refuse(one.node, "stringOf", "What this array holds");
  return helped(one, byText, []);
}

const plainHelper = ({ isPlain }: Plain) => (isPlain ? "sort_plainly" : "sort_numbers");

function sortedCopy(values: py.Expression, plain: Plain, { context }: MemberCall): py.Expression {
  if (plain.isPlain)
    return call({ kind: "Name", id: "sorted", builtin: true }, [values], keywords(plain));
  const copy = builtinCall("list", values);
  return call(context.helper("sort_numbers"), [copy, ...(plain.backwards ? [TRUE] : [])]);
}

function toSorted(given: MemberCall): py.Expression | null {
  const one = withoutUndefined(given);
  const plain = plainOrder(one);
  if (plain !== null) return sortedCopy(base(one), plain, one);
  const key = sortKey(one);
  if (key !== null) return call(one.context.helper("sorted_by"), [base(one), key]);
  return byHelper(one, "copy_sorted", "copy_sorted_by_text");
}

/** `values.sort()` as a statement. */
export function sortInPlace(given: MemberCall): py.Statement[] | null {
  const one = withoutUndefined(given);
  const plain = plainOrder(one);
  if (plain === null) return sortByKey(one);
  if (!plain.isPlain) return null;
  const sorting = method(base(one), "sort");
  return [expressionStatement({ ...sorting, keywords: keywords(plain) })];
}

/** `tasks[:] = sorted_by(tasks, …)` */
function sortByKey(one: MemberCall): py.Statement[] | null {
  const key = isSimple(one.receiver) ? sortKey(one) : null;
  if (key === null) return null;
  const values = base(one);
  return [assign(slice(values, null, null), call(one.context.helper("sorted_by"), [values, key]))];
}

export const sortMethods: MemberTable = { toSorted };
export const sortingMethods: MemberTable = { sort };

/** A copy of what may be a tuple. */
export const copied = (one: MemberCall): py.Expression => builtinCall("list", listBase(one));
