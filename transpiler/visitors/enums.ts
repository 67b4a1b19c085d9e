// Enums: a class whose attributes are the members, and a dict where names are looked up by value.
import { ts } from "ts-morph";
import { propertyName } from "../analysis/syntax";
import { some } from "../analysis/walk";
import { declarationOf } from "../analysis/types";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  call,
  dict,
  docstring,
  list,
  method,
  name,
  number,
  string,
  tuple,
  unary,
} from "../python/build";
import type { Context } from "./context";

/** Where the reverse mapping stands: an attribute that no member can be called. */
const NAMES = "_names";
/** Where the object stands that the enum is in JavaScript. */
const MEMBERS = "_members";

export function visitEnum(node: ts.EnumDeclaration, context: Context): py.Statement[] {
  const symbol = context.types.symbolAt(node.name);
  if ((symbol?.declarations?.length ?? 0) > 1) {
    const advice = "Write all members in one place.";
    context.refuse(node, "unsupportedSyntax", "An enum in several parts", advice);
  }
  const body: py.Statement[] = docstring(context.comments.documentation(node));
  for (const member of node.members) {
    const before = context.comments.before(member);
    const trailing = context.comments.trailing(member);
    const own = assign(name(memberName(member, context)), valueOf(member, context));
    body.push(...before, { ...own, trailing });
  }
  if (isReversed(node, context)) body.push(assign(name(NAMES), namesOf(node, context)));
  if (isObject(node, context)) body.push(assign(name(MEMBERS), objectOf(node, context)));
  body.push(...context.comments.atEnd(node, node.members.end));
  return [{ kind: "ClassDefinition", name: context.declaredName(node), bases: [], body }];
}

function memberName(member: ts.EnumMember, context: Context): string {
  const text = propertyName(member.name);
  if (text === undefined || !/^[\p{ID_Start}_]\w*$/u.test(text)) {
    context.refuse(member.name, "computedName");
    return "_";
  }
  return pythonName(text);
}

function valueOf(member: ts.EnumMember, context: Context): py.Expression {
  const value = context.types.checker.getConstantValue(member);
  if (typeof value === "string") return string(value);
  if (typeof value === "number" && Number.isFinite(value)) {
    return literal(value);
  }
  const { initializer } = member;
  if (initializer !== undefined && !some(initializer, (part) => isOfEnum(part, context)))
    return context.expression(initializer);
  const advice = "Write a literal, or export constants.";
  return context.refuse(member, "unsupportedSyntax", "A computed enum member", advice);
}

/** A member by its name alone: in Python it is one of the class. */
function isOfEnum(node: ts.Node, context: Context): boolean {
  const declaration = ts.isIdentifier(node) ? context.declarationAt(node) : undefined;
  return declaration !== undefined && ts.isEnumMember(declaration);
}

const literal = (value: number): py.Expression =>
  value < 0 ? unary("-", number(String(-value))) : number(String(value));

/** `{0: "Red"}`: a value that two members share names the last of them, as in JavaScript. */
function namesOf(node: ts.EnumDeclaration, context: Context): py.Expression {
  const names = new Map<number | string, py.Entry>();
  for (const member of node.members) {
    const value = context.types.checker.getConstantValue(member);
    if (typeof value === "string") continue;
    const own = memberName(member, context);
    const key = value === undefined ? name(own) : literal(value);
    names.set(value ?? own, { key, value: string(propertyName(member.name) ?? "") });
  }
  return dict(...names.values());
}

/** The object of names and values, in the order of JavaScript: what is an index goes first. */
function objectOf(node: ts.EnumDeclaration, context: Context): py.Expression {
  const entries = new Map<string, py.Expression>();
  for (const member of node.members) {
    const text = propertyName(member.name) ?? "";
    entries.set(text, name(memberName(member, context)));
    const value = context.types.checker.getConstantValue(member);
    if (typeof value === "number") entries.set(String(value), string(text));
    if (value === undefined)
      context.refuse(
        member,
        "unsupportedSyntax",
        "A computed member of an enum that is used as an object",
        "Write the number down.",
      );
  }
  const indexes = [...entries].filter(([key]) => isIndex(key));
  indexes.sort(([a], [b]) => Number(a) - Number(b));
  const ordered = [...indexes, ...[...entries].filter(([key]) => !isIndex(key))];
  const pairs = ordered.map(([key, value]) => tuple(string(key), value));
  return call(context.moduleMember("collections", "OrderedDict"), [list(...pairs)]);
}

const isIndex = (key: string) => /^(0|[1-9]\d*)$/.test(key);

function isReversed(node: ts.EnumDeclaration, context: Context): boolean {
  return context.analysis.uses
    .of(node)
    .references.map(whole)
    .some((one) => isIndexed(one) && !isNamed(one.parent, context));
}

/** Whether the program uses the enum other than for one member. */
function isObject(node: ts.EnumDeclaration, context: Context): boolean {
  return context.analysis.uses
    .of(node)
    .references.map(whole)
    .some((one) => isValue(one) || (isIndexed(one) && isNamed(one.parent, context)));
}

/** `colours.Color` of `import * as colours` for the name of the enum in it. */
const whole = (node: ts.Node): ts.Node =>
  ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node;

const isIndexed = (
  node: ts.Node,
): node is ts.Node & { readonly parent: ts.ElementAccessExpression } =>
  ts.isElementAccessExpression(node.parent) &&
  node.parent.expression === node &&
  !ts.isStringLiteralLike(node.parent.argumentExpression);

const isNamed = (node: ts.ElementAccessExpression, context: Context) =>
  context.types.kindAt(node.argumentExpression) === "string";

/** Whether `node`, which names an enum, stands for the object that it is. */
function isValue(node: ts.Node): boolean {
  const { parent } = node;
  const isOwner =
    (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
    parent.expression === node;
  const isType = ts.isTypeNode(parent) || ts.isQualifiedName(parent);
  const isPassed = ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent);
  return !isOwner && !isType && !isPassed && !ts.isEnumDeclaration(parent);
}

/** `Object.keys(Color)` */
export const enumValue = (node: ts.Node, own: py.Expression): py.Expression =>
  isValue(node) ? attribute(own, MEMBERS) : own;

/** The enum that `node` names, if it names one. */
export function enumAt(node: ts.Expression, context: Context): ts.EnumDeclaration | null {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return null;
  const declaration = declarationOf(context.types.symbolAt(node));
  return declaration !== undefined && ts.isEnumDeclaration(declaration) ? declaration : null;
}

/** `Color.Red` */
export const enumMember = (node: ts.PropertyAccessExpression, context: Context): py.Expression =>
  attribute(context.expression(node.expression), pythonName(node.name.text));

/** `Color[value]`, the name; `Color["Red"]`, the value. */
export function enumElement(node: ts.ElementAccessExpression, context: Context): py.Expression {
  const base = context.expression(node.expression);
  const key = node.argumentExpression;
  if (ts.isStringLiteralLike(key)) return attribute(base, pythonName(key.text));
  const members = attribute(base, isNamed(node, context) ? MEMBERS : NAMES);
  return method(members, "get", context.expression(key));
}
