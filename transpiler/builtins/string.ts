// Methods of strings.
import { ts } from "ts-morph";
import { some } from "../analysis/walk";
import type * as py from "../python/ast";
import { binary, builtinCall, call, list, method, number, slice, TRUE } from "../python/build";
import { numberValue } from "../visitors/missing-number";
import { textOf } from "../visitors/text";
import { callable, padded, refuseCallback } from "./callback";
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
  numberArgument,
  textArgument,
} from "./member-call";
import { byRegExp, orNull, replaceRegExp, takesRegExp } from "./regexp";
import { isEnglish } from "./locale";
import { placeMethods } from "./string-places";
import { mayBeOutsideBmp } from "../visitors/outside-bmp";

function split(one: MemberCall): py.Expression | null {
  const [separator] = one.arguments;
  if (hasSpread(one) || one.arguments.length > 2) return null;
  if (takesRegExp(one)) return helped(one, "regexp_split", lowered(one));
  if (separator === undefined) return list(base(one));
  const kinds = [...one.context.types.kindsAt(separator)];
  if (!kinds.every((kind) => kind === "string")) return null;
  const type = one.context.types.typeAt(separator);
  const isKnown = type.isStringLiteral();
  if ((!isKnown || type.value === "") && mayBeOutsideBmp(one.receiver, one.context))
    return one.context.refuse(one.node, "placeOutsideBmp");
  const isPlain = isInt(one, 1) && (one.arguments.length === 1 || isNonNegative(one, 1));
  if (!isKnown || !isPlain) return helped(one, "split", lowered(one));
  const parts =
    type.value === ""
      ? builtinCall("list", base(one))
      : method(base(one), "split", one.context.expression(separator));
  const limit = argument(one, 1);
  return limit === null ? parts : slice(parts, null, limit);
}

function replace(every: boolean) {
  return (one: MemberCall): py.Expression | null => {
    const [from, to] = one.arguments;
    if (from === undefined || to === undefined || hasSpread(one)) return null;
    if (takesRegExp(one)) return replaceRegExp(one);
    if (one.context.types.kindAt(from) !== "string") return null;
    const all = every ? [TRUE] : [];
    if (one.context.types.kindAt(to) === "function") {
      const given = callable(to, 3, "value", one.context);
      if (given === null) return refuseCallback(to, one.context);
      const by = padded(given, 3, one.context);
      return helped(one, "replace_with", [textOf(from, one.context), by, ...all]);
    }
    const [wanted, by] = [from, to].map((node) => one.context.types.typeAt(node));
    const isPlain =
      by?.isStringLiteral() === true &&
      !by.value.includes("$") &&
      wanted?.isStringLiteral() === true &&
      wanted.value !== "";
    if (!isPlain)
      return helped(one, "replace_text", [
        textOf(from, one.context),
        textOf(to, one.context),
        ...all,
      ]);
    const limit = every ? [] : [number(1)];
    const texts = [one.context.expression(from), one.context.expression(to)];
    return method(base(one), "replace", ...texts, ...limit);
  };
}

/** ASCII's letters are the same on both sides; of others only those in the program's texts are known. */
const inCase = (python: "lower" | "upper") => (one: MemberCall) => {
  const { texts } = one.context.analysis;
  if (texts.unknownLetters) return one.context.refuse(one.node, "letterCase");
  return texts.otherLetters
    ? helped(one, python === "lower" ? "lower_case" : "upper_case", [])
    : method(base(one), python);
};

function repeat(one: MemberCall): py.Expression | null {
  const count = numberArgument(one, 0);
  if (count === null || hasSpread(one)) return null;
  return isNonNegative(one, 0) && isInt(one, 0)
    ? binary(base(one), "*", count)
    : helped(one, "repeat", [count]);
}

function concat(one: MemberCall): py.Expression | null {
  if (hasSpread(one)) return null;
  return one.arguments.reduce<py.Expression>(
    (text, node) => binary(text, "+", textOf(node, one.context)),
    base(one),
  );
}

/** The order of a dictionary, as ICU has it for ASCII. */
function localeCompare(one: MemberCall): py.Expression | null {
  const other = textArgument(one, 0);
  if (other === null || hasSpread(one) || !isEnglish(one.arguments[1])) return null;
  const options = one.arguments[2]?.getText().replace(/[\s"']/g, "");
  const folds = options !== undefined && /^\{sensitivity:(?:base|accent)\}$/.test(options);
  if (options !== undefined && !folds) return null;
  if (one.context.analysis.texts.otherLetters) return one.context.refuse(one.node, "letterCase");
  return helped(one, "locale_compare", folds ? [other, TRUE] : [other]);
}

/** Python's own blanks are JavaScript's as long as no text has others. */
function trimmed(helper: "trim" | "trim_end" | "trim_start", python: string) {
  return (one: MemberCall): py.Expression => {
    const { texts, usesBoard } = one.context.analysis;
    return !texts.oddBlanks && !usesBoard ? method(base(one), python) : helped(one, helper, []);
  };
}

/** ASCII is the same in every form. */
const normalize = (one: MemberCall): py.Expression | null =>
  one.context.analysis.texts.beyondAscii
    ? one.context.refuse(one.node, "letterCase")
    : one.arguments.length > 0 && !/^["']NFK?[CD]["']$/.test(one.arguments[0]!.getText())
      ? null
      : base(one);

/** A text is searched for as a pattern: one that means itself is found as it is. */
function plainSearch(one: MemberCall): py.Expression | null {
  const [text] = one.arguments;
  if (text === undefined || !ts.isStringLiteralLike(text)) return null;
  const isPlain = !/[\\^$.*+?()[\]{}|]/.test(text.text);
  if (!isPlain || mayBeOutsideBmp(one.receiver, one.context)) return null;
  return method(base(one), "find", one.context.expression(text));
}

export const stringMethods: MemberTable = {
  ...placeMethods,
  concat,
  localeCompare,
  normalize,
  repeat,
  replace: replace(false),
  replaceAll: replace(true),
  match: orNull(byRegExp("regexp_match")),
  matchAll: byRegExp("regexp_match_all"),
  search: (one) => plainSearch(one) ?? byRegExp("regexp_search")(one),
  split,
  toLowerCase: inCase("lower"),
  toString: base,
  toUpperCase: inCase("upper"),
  trim: trimmed("trim", "strip"),
  trimEnd: trimmed("trim_end", "rstrip"),
  trimStart: trimmed("trim_start", "lstrip"),
  valueOf: base,
};

/** Whether a number is a character's, and no half of one. */
function isCharacter(node: ts.Expression, { context }: MemberCall): boolean {
  const { kind, low, high } = context.analysis.bounds.of(node);
  return kind === "int" && low >= 0 && high < 0xd800;
}

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** Whether the program hands over half of a surrogate pair: Python has no texts with one in them. */
function mayBeHalf(node: ts.Expression, { context }: MemberCall): boolean {
  const { low, high } = context.analysis.bounds.of(node);
  if (isHalf(low) && isHalf(high)) return true;
  const isListed = (part: ts.Node) =>
    ts.isNumericLiteral(part) &&
    isHalf(Number(part.text)) &&
    ts.isArrayLiteralExpression(part.parent);
  return !isHalf(low) && high >= 0xd800 && some(context.file, isListed);
}

const fromCodes = (helper: "from_codes" | "from_code_points") => (one: MemberCall) => {
  const [code] = one.arguments;
  if (code !== undefined && one.arguments.length === 1 && isCharacter(code, one))
    return builtinCall("chr", one.context.expression(code));
  if (
    code !== undefined &&
    one.arguments.length === 1 &&
    !ts.isSpreadElement(code) &&
    mayBeHalf(code, one)
  )
    return one.context.refuse(
      one.node,
      "unsupportedSyntax",
      "Half of a surrogate pair",
      "Give both halves to one call, or use `String.fromCodePoint`.",
    );
  const codes = hasSpread(one)
    ? lowered(one)
    : one.arguments.map((node) => numberValue(node, one.context));
  return call(one.context.helper(helper), codes);
};

export const stringFunctions: MemberTable = {
  fromCharCode: fromCodes("from_codes"),
  fromCodePoint: fromCodes("from_code_points"),
};
