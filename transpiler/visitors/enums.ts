// Enums: a class whose attributes are the members, and a dict where names are looked up by value.
import { ts } from "ts-morph";
import { propertyName } from "../analysis/syntax";
import { declarationOf } from "../analysis/types";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { assign, attribute, dict, method, name, number, string, unary } from "../python/build";
import type { Context } from "./context";

/** Where the reverse mapping stands: an attribute that no member can be called. */
const NAMES = "_names";

export function visitEnum(node: ts.EnumDeclaration, context: Context): py.Statement[] {
  const symbol = context.types.symbolAt(node.name);
  if ((symbol?.declarations?.length ?? 0) > 1) {
    const advice = "Write all members in one place.";
    context.refuse(node, "unsupportedSyntax", "An enum in several parts", advice);
  }
  const body: py.Statement[] = [];
  const documentation = context.comments.documentation(node);
  if (documentation !== undefined) body.push({ kind: "Docstring", text: documentation });
  for (const member of node.members) {
    const before = context.comments.before(member);
    const trailing = context.comments.trailing(member);
    const own = assign(name(memberName(member, context)), valueOf(member, context));
    body.push(...before, { ...own, trailing });
  }
  if (isReversed(node, context)) body.push(assign(name(NAMES), namesOf(node, context)));
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
  const advice = "Write a literal, or export constants.";
  return context.refuse(member, "unsupportedSyntax", "A computed enum member", advice);
}

const literal = (value: number): py.Expression =>
  value < 0 ? unary("-", number(String(-value))) : number(String(value));

/** `{0: "Red"}`: a value that two members share names the last of them, as in JavaScript. */
function namesOf(node: ts.EnumDeclaration, context: Context): py.Expression {
  const names = new Map<number, string>();
  for (const member of node.members) {
    const value = context.types.checker.getConstantValue(member);
    if (typeof value === "number") names.set(value, propertyName(member.name) ?? "");
  }
  return dict(...[...names].map(([value, text]) => ({ key: literal(value), value: string(text) })));
}

function isReversed(node: ts.EnumDeclaration, context: Context): boolean {
  return context.analysis.uses.of(node).references.some((reference) => {
    const { parent } = reference;
    return (
      ts.isElementAccessExpression(parent) &&
      parent.expression === reference &&
      !ts.isStringLiteralLike(parent.argumentExpression)
    );
  });
}

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
  const type = context.types.typeAt(key);
  // A number that is no member's has no name: `undefined` where the type says string.
  const isMember = (type.flags & (ts.TypeFlags.EnumLike | ts.TypeFlags.NumberLiteral)) !== 0;
  if (!isMember) return context.refuse(node, "computedName");
  return method(attribute(base, NAMES), "get", context.expression(key));
}
