// Regular expressions (runtime/regexp-helpers.ts).
import { ts } from "ts-morph";
import { bare, isFunctionNode } from "../analysis/syntax";
import { some } from "../analysis/walk";
import type * as py from "../python/ast";
import { attribute, boolean, builtinCall, call, number, string } from "../python/build";
import type { HelperName } from "../runtime/helpers";
import type { Context } from "../visitors/context";
import { callable, refuseCallback } from "./callback";
import { textOf } from "../visitors/text";
import {
  base,
  hasSpread,
  helped,
  lowered,
  loweredAfterText,
  type MemberCall,
  type MemberTable,
} from "./member-call";

/** The properties of characters that are known for ASCII (runtime/regexp-pattern-helpers.ts). */
const PROPERTY =
  /\\[pP]\{(?!(?:L|Lu|Ll|N|Nd|P|Alphabetic|Letter|Number|Uppercase|Lowercase|White_Space)\})/;

/** What the matcher does not know, by name. */
const UNKNOWN: readonly [RegExp, string][] = [
  [/\(\?<[=!][^)]*\((?!\?[:=!<])/, "A group in a lookbehind"],
  [PROPERTY, "This Unicode property"],
  [/\(\?[a-z-]+:/, "A modifier"],
];

export function visitRegExp(node: ts.RegularExpressionLiteral, context: Context): py.Expression {
  const end = node.text.lastIndexOf("/");
  return newOf(node, node.text.slice(1, end), node.text.slice(end + 1), context);
}

function newOf(node: ts.Node, source: string, flags: string, context: Context): py.Expression {
  const unescaped = source.replace(/\\\\/g, "");
  const isForAscii = /\\[pP]\{/.test(unescaped) && context.analysis.texts.beyondAscii;
  const found = isForAscii
    ? "A Unicode property, where there are characters beyond ASCII,"
    : UNKNOWN.find(([pattern]) => pattern.test(unescaped))?.[1];
  const isFoldable = !flags.includes("i") || /^[\0-\x7f]*$/.test(source);
  if (found !== undefined || /[vd]/.test(flags) || !isFoldable) {
    const what = found ?? (isFoldable ? "This flag" : "A letter beyond ASCII with the flag `i`");
    const instead = "Match a wider pattern and look at its groups.";
    return context.refuse(node, "unsupportedSyntax", `${what} of a regular expression`, instead);
  }
  const args = [string(source), ...(flags === "" ? [] : [string(flags)])];
  return call(context.helper("RegExp"), args);
}

/** `new RegExp(source, flags)` */
export function newRegExp(
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): py.Expression | null {
  const [source, flags] = node.arguments ?? [];
  if (source === undefined) return null;
  const [sourceText, flagsText] = [source, flags].map((part) =>
    part !== undefined && ts.isStringLiteralLike(bare(part))
      ? (bare(part) as ts.StringLiteralLike).text
      : undefined,
  );
  if (sourceText !== undefined && (flags === undefined || flagsText !== undefined))
    return newOf(node, sourceText, flagsText ?? "", context);
  const isPattern = ["string", "regexp"].includes(context.types.kindAt(source));
  if (!isPattern) return null;
  const args = [context.expression(source)];
  if (flagsText !== undefined) {
    if (!/^[gimsuy]*$/.test(flagsText)) return null;
    args.push(string(flagsText));
  } else if (flags !== undefined) {
    if (context.types.kindAt(flags) !== "string" || context.types.acceptsUndefined(flags))
      return null;
    args.push(call(context.helper("checked_flags"), [context.expression(flags)]));
  }
  return call(context.helper("RegExp"), args);
}

const matching =
  (python: string) =>
  (one: MemberCall): py.Expression | null =>
    one.arguments.length !== 1 || hasSpread(one)
      ? null
      : call(attribute(base(one), python), loweredAfterText(one));

/** What finds nothing gives null. */
export const orNull =
  (method: (one: MemberCall) => py.Expression | null) =>
  (one: MemberCall): py.Expression | null => {
    const found = method(one);
    return found === null || !one.context.types.nullIsApart
      ? found
      : boolean(found, "or", one.context.helper("NULL"));
  };

export const regexpMethods: MemberTable = {
  exec: orNull(matching("exec")),
  test: matching("test"),
  toString: (one: MemberCall) => builtinCall("str", base(one)),
};

const has =
  (flag: string) =>
  (value: py.Expression): py.Expression => ({
    kind: "Compare",
    left: string(flag),
    operator: "in",
    right: attribute(value, "flags"),
  });

const PROPERTIES: Record<string, (value: py.Expression) => py.Expression> = {
  dotAll: has("s"),
  flags: (value) => attribute(value, "flags"),
  global: has("g"),
  ignoreCase: has("i"),
  lastIndex: (value) => attribute(value, "last_index"),
  multiline: has("m"),
  source: (value) => attribute(value, "source"),
  sticky: has("y"),
  unicode: has("u"),
};

const OF_MATCH = new Set(["groups", "index", "input"]);

/** What a regular expression and what it found know of themselves; null if `node` is something else. */
export function regexpProperty(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  const id = node.name.text;
  if (context.types.kindAt(node.expression) === "regexp")
    return Object.hasOwn(PROPERTIES, id)
      ? (PROPERTIES[id]?.(context.expression(node.expression)) ?? null)
      : null;
  return OF_MATCH.has(id) && isMatch(node.expression, context)
    ? attribute(context.expression(node.expression), id)
    : null;
}

/** Whether `node` is what `exec` or `match` gives. */
export function isMatch(node: ts.Expression, { types }: Context): boolean {
  const name = types.checker.getNonNullableType(types.typeAt(node)).symbol?.name ?? "";
  return name === "RegExpExecArray" || name === "RegExpMatchArray";
}

export const takesRegExp = (one: MemberCall): boolean =>
  one.arguments[0] !== undefined && one.context.types.kindAt(one.arguments[0]) === "regexp";

/** A method of strings with a regular expression. */
export const byRegExp =
  (helper: HelperName) =>
  (one: MemberCall): py.Expression | null =>
    takesRegExp(one) && one.arguments.length === 1 ? helped(one, helper, lowered(one)) : null;

/** `text.replace(regexp, replacement)`; a function is given as many values as it takes. */
export function replaceRegExp(one: MemberCall): py.Expression | null {
  const [from, to] = one.arguments;
  if (from === undefined || to === undefined) return null;
  const kind = one.context.types.kindAt(to);
  if (kind === "string")
    return helped(one, "regexp_replace", [one.context.expression(from), textOf(to, one.context)]);
  if (kind !== "function") return null;
  if (!areGroups(bare(to), bare(from))) return refuseCallback(to, one.context);
  const given = callable(to, 9, "value", one.context);
  if (given === null) return refuseCallback(to, one.context);
  const args = [one.context.expression(from), given.callee, number(given.arity)];
  return helped(one, "regexp_replace", args);
}

/** Whether all parameters without a type are texts of groups: behind them come numbers. */
function areGroups(callback: ts.Expression, pattern: ts.Expression): boolean {
  if (!isFunctionNode(callback)) return true;
  const plain = callback.parameters.filter(({ type }) => type === undefined);
  const last = plain.at(-1);
  if (last === undefined || callback.parameters.indexOf(last) === 0) return true;
  if (last.dotDotDotToken !== undefined || !ts.isRegularExpressionLiteral(pattern)) return false;
  // Nothing is reckoned with what has no type: where it is, is a text like any other.
  if (plain.every((parameter) => !isReckonedWith(parameter))) return true;
  const groups = pattern.text.replace(/\\./g, "").match(/\((?!\?[:=!])/g) ?? [];
  return callback.parameters.indexOf(last) <= groups.length;
}

/** Whether a parameter without a type is used other than in a template. */
function isReckonedWith({ name }: ts.ParameterDeclaration): boolean {
  if (!ts.isIdentifier(name)) return true;
  return some(ts.findAncestor(name, isFunctionNode) ?? name, (node) => {
    const isUse = ts.isIdentifier(node) && node.text === name.text && node !== name;
    return isUse && !ts.isTemplateSpan(node.parent);
  });
}
