// Getters and setters: properties; static ones are functions, since only instances have properties.
import { ts } from "ts-morph";
import type { View } from "../analysis/analysis";
import { hasModifier } from "../analysis/syntax";
import { declarationOf } from "../analysis/types";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  builtin,
  builtinCall,
  call,
  expressionStatement,
  name,
  NONE,
} from "../python/build";
import type { Context } from "./context";
import { lowerFunction } from "./functions";
import { memberName, nameOfMember } from "./member-names";
import { accessorMethod, needsClass, superAccessor, superField } from "./this";

type Accessor = ts.GetAccessorDeclaration | ts.SetAccessorDeclaration;

export const isAccessor = (node: ts.Node): node is Accessor =>
  ts.isGetAccessorDeclaration(node) || ts.isSetAccessorDeclaration(node);

const isStatic = (node: ts.Node) => hasModifier(node, ts.SyntaxKind.StaticKeyword);

/** The getter and the setter that `member` belongs to. */
function pairOf(member: Accessor): readonly Accessor[] {
  const { parent } = member;
  const members: readonly ts.Node[] = ts.isObjectLiteralExpression(parent)
    ? parent.properties
    : (parent as ts.ClassLikeDeclaration).members;
  return members.filter(
    (other): other is Accessor =>
      isAccessor(other) &&
      other.name.getText() === member.name.getText() &&
      isStatic(other) === isStatic(member),
  );
}

/** Both halves where the first of them stands, the getter above; nothing for the second. */
export function lowerAccessor(member: Accessor, context: Context): py.Statement[] {
  const pair = pairOf(member);
  if (pair[0] !== member) return [];
  const own = nameOfMember(member, context);
  const getter = pair.find(ts.isGetAccessorDeclaration);
  const setter = pair.find(ts.isSetAccessorDeclaration);
  if (isStatic(member)) return pair.map((half) => lowerStatic(half, own, context));
  if (setter !== undefined && (getter === undefined || isCalledBySuper(member, context)))
    return byName(own, getter, setter, context);
  if (getter !== undefined && isCalledBySuper(member, context))
    return byName(own, getter, undefined, context);
  const lowered: py.Statement[] = [];
  if (getter !== undefined) {
    const decorators = [builtin("property")];
    lowered.push(lowerFunction(getter, { name: own, decorators, receiver: "self" }, context));
  }
  if (setter !== undefined) {
    const decorators = [attribute(name(own), "setter")];
    lowered.push(lowerFunction(setter, { name: own, decorators, receiver: "self" }, context));
  }
  return lowered;
}

/** `own = property(_get_own, _set_own)` */
function byName(
  own: string,
  getter: ts.GetAccessorDeclaration | undefined,
  setter: ts.SetAccessorDeclaration | undefined,
  context: Context,
): py.Statement[] {
  const halves = [
    [getter, "get"],
    [setter, "set"],
  ] as const;
  const names: py.Expression[] = [];
  const lowered: py.Statement[] = [];
  for (const [half, prefix] of halves) {
    const id = accessorMethod(own, prefix);
    if (half !== undefined)
      lowered.push(lowerFunction(half, { name: id, receiver: "self" }, context));
    names.push(half === undefined ? NONE : name(id));
  }
  const given = setter === undefined ? names.slice(0, 1) : names;
  return [...lowered, assign(name(own), builtinCall("property", ...given))];
}

function lowerStatic(half: Accessor, own: string, context: Context): py.Statement {
  const id = accessorMethod(own, ts.isGetAccessorDeclaration(half) ? "get" : "set");
  const isOfClass = needsClass(half);
  return lowerFunction(
    half,
    {
      name: id,
      decorators: [builtin(isOfClass ? "classmethod" : "staticmethod")],
      ...(isOfClass ? { receiver: "cls" } : {}),
    },
    context,
  );
}

/** Whether something of the program says `super.name` of it; in most programs nothing does of any. */
const isCalledBySuper = (member: Accessor, { analysis }: Context): boolean =>
  analysis.inTrees(isReadOfSuper) && analysis.anywhere(isMemberOfSuper, member.name.getText());

const isReadOfSuper = (node: ts.Node): node is ts.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(node) &&
  node.expression.kind === ts.SyntaxKind.SuperKeyword &&
  !(ts.isCallExpression(node.parent) && node.parent.expression === node);

const isMemberOfSuper = (node: ts.Node, _view: View, name: string): boolean =>
  isReadOfSuper(node) && node.name.text === name;

/** The static accessor of the program that `node` names. */
function staticAccessor(node: ts.PropertyAccessExpression, context: Context): Accessor | null {
  const symbol = context.types.checker.getSymbolAtLocation(node.name);
  const declaration = declarationOf(symbol);
  return declaration !== undefined &&
    isAccessor(declaration) &&
    isStatic(declaration) &&
    !declaration.getSourceFile().isDeclarationFile
    ? declaration
    : null;
}

const methodOfStatic = (
  node: ts.PropertyAccessExpression,
  prefix: "get" | "set",
  context: Context,
) => {
  const symbol = context.types.checker.getSymbolAtLocation(node.name);
  const own = accessorMethod(memberName(symbol, node.name.text), prefix);
  return attribute(context.expression(node.expression), own);
};

/** The value of an accessor that is no property; null if `node` is none. */
export function accessorValue(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const field = superField(node, context);
    if (field !== null) return field;
    const getter = superAccessor(node, "get", context);
    return getter === null ? NONE : call(getter);
  }
  if (staticAccessor(node, context) === null) return null;
  return call(methodOfStatic(node, "get", context));
}

/** What sets an accessor that is no property; null if `target` is none. */
export function accessorStore(
  target: ts.Expression,
  value: py.Expression,
  context: Context,
): py.Statement | null {
  if (!ts.isPropertyAccessExpression(target)) return null;
  if (target.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const setter = superAccessor(target, "set", context);
    return setter === null ? null : expressionStatement(call(setter, [value]));
  }
  if (staticAccessor(target, context) === null) return null;
  return expressionStatement(call(methodOfStatic(target, "set", context), [value]));
}

/** Whether `symbol` can be set and not be read. */
export const isWriteOnly = (symbol: ts.Symbol | undefined): boolean =>
  symbol !== undefined &&
  (symbol.flags & ts.SymbolFlags.SetAccessor) !== 0 &&
  (symbol.flags & ts.SymbolFlags.GetAccessor) === 0;
