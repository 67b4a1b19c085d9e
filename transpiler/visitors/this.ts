// `this`, `super` and `new.target`: what a function was called on.
import { ts } from "ts-morph";
import { baseExpression } from "../analysis/class-syntax";
import {
  bare,
  hasModifier,
  isFunctionNode,
  isWritten,
  readsThis,
  scopeOf,
  type FunctionNode,
} from "../analysis/syntax";
import { isStep } from "../analysis/writes";
import { declarationOf } from "../analysis/types";
import type * as py from "../python/ast";
import { attribute, builtin, builtinCall, call, name, number, string } from "../python/build";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";
import { memberName } from "./member-names";

type Owner = FunctionNode | ts.ClassStaticBlockDeclaration | ts.PropertyDeclaration;

const isStatic = (node: ts.Node) =>
  ts.isClassStaticBlockDeclaration(node) || hasModifier(node, ts.SyntaxKind.StaticKeyword);

/** What gives `this` its meaning at `node`, and whether an arrow function lies between. */
function ownerOf(node: ts.Node): { owner: Owner | null; isInside: boolean } {
  let isInside = false;
  for (let current = node.parent; current !== undefined; current = current.parent) {
    if (ts.isArrowFunction(current)) isInside = true;
    else if (
      ts.isPropertyDeclaration(current) ||
      ts.isClassStaticBlockDeclaration(current) ||
      isFunctionNode(current)
    )
      return { owner: current, isInside };
  }
  return { owner: null, isInside };
}

export function visitThis(node: ts.ThisExpression, context: Context): py.Expression {
  const { owner } = ownerOf(node);
  if (owner === null) return context.refuse(node, "functionThis");
  const holder = owner.parent;
  if (ts.isObjectLiteralExpression(holder) && context.literalClasses.has(holder))
    return name("self");
  if (!ts.isClassLike(holder)) return context.refuse(node, "functionThis");
  if (!isStatic(owner)) {
    if (ts.isPropertyDeclaration(owner) && scopeOf(node) === owner && isListed(node))
      context.refuse(
        node,
        "unsupportedSyntax",
        "A list of the members of what is only being made",
        "Ask in a method, or at the end of the constructor.",
      );
    return name("self");
  }
  return isFunctionNode(owner) ? name("cls") : name(context.classNames.get(holder) ?? "_");
}

/** `{ ...this }`, `Object.keys(this)`: where the fields show that are there by now. */
const isListed = ({ parent }: ts.ThisExpression): boolean =>
  ts.isSpreadAssignment(parent) ||
  (ts.isCallExpression(parent) && /^(Object|console)\./.test(parent.expression.getText()));

/** Whether a static method has to know the class that it was called on. */
export const needsClass = (member: FunctionNode): boolean =>
  member.body !== undefined && readsThis(member.body);

/** `new.target` in a constructor. */
export function visitMetaProperty(node: ts.MetaProperty, context: Context): py.Expression {
  const { owner } = ownerOf(node);
  const isTarget = node.keywordToken === ts.SyntaxKind.NewKeyword;
  if (!isTarget || owner === null || !ts.isConstructorDeclaration(owner))
    return context.refuse(
      node,
      "unsupportedSyntax",
      "`import.meta` or this `new.target`",
      "Remove it.",
    );
  return builtinCall("type", name("self"));
}

/** What `super` stands for; inside of another function Python's `super()` finds no `self`. */
function superOf(node: ts.Node, context: Context): py.Expression | null {
  const { owner, isInside } = ownerOf(node);
  const holder = owner?.parent;
  if (owner === null || holder === undefined || !ts.isClassLike(holder)) return null;
  if (isStatic(owner)) {
    const base = baseExpression(holder);
    return base === undefined ? null : context.expression(base);
  }
  if (!isInside) return builtinCall("super");
  return call(builtin("super"), [name(context.classNames.get(holder) ?? "_"), name("self")]);
}

/** The function of `super.method(…)`. */
export function superMethod(callee: ts.PropertyAccessExpression, context: Context): py.Expression {
  const symbol = context.types.checker.getSymbolAtLocation(callee.name);
  const declaration = declarationOf(symbol);
  const base = superOf(callee, context);
  const isMethod = declaration !== undefined && ts.isMethodDeclaration(declaration);
  const { owner } = ownerOf(callee);
  if (base === null || owner === null || !isMethod)
    return context.refuse(callee, "superProperty", callee.name.text);
  const asksClass = isStatic(owner) && needsClass(declaration);
  const own = memberName(symbol, callee.name.text);
  return attribute(asksClass ? superOfClass(callee, context) : base, own);
}

/** `super` in a static member, for what has to know the class that it is called on. */
function superOfClass(node: ts.Node, context: Context): py.Expression {
  const { owner, isInside } = ownerOf(node);
  const holder = owner?.parent;
  const isMethod = owner !== null && isFunctionNode(owner);
  if (isMethod && !isInside) return builtinCall("super");
  const own = (holder && context.classNames.get(holder)) ?? "_";
  return call(builtin("super"), [name(own), name(isMethod ? "cls" : own)]);
}

/** `super.accessor`, through the method that the accessor is made of (visitors/accessors.ts). */
export function superAccessor(
  node: ts.PropertyAccessExpression,
  prefix: "get" | "set",
  context: Context,
): py.Expression | null {
  const symbol = context.types.checker.getSymbolAtLocation(node.name);
  const base = superOf(node, context);
  const { owner } = ownerOf(node);
  const isAccessor = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Accessor) !== 0;
  if (base === null || !isAccessor || owner === null) {
    context.refuse(node, "superProperty", node.name.text);
    return null;
  }
  const own = accessorMethod(memberName(symbol, node.name.text), prefix);
  return attribute(isStatic(owner) ? superOfClass(node, context) : base, own);
}

/** `super.LIMIT` in a static member: a field of the class that is extended; null if it is none. */
export function superField(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  const symbol = context.types.checker.getSymbolAtLocation(node.name);
  const declaration = declarationOf(symbol);
  const { owner } = ownerOf(node);
  const isField = declaration !== undefined && ts.isPropertyDeclaration(declaration);
  const base = superOf(node, context);
  const isRead = !isWritten(node) && !isStep(node.parent);
  if (owner === null || !isStatic(owner) || !isField || base === null || !isRead) return null;
  return attribute(base, memberName(symbol, node.name.text));
}

/** The method that an accessor is made of where something calls it by name. */
export const accessorMethod = (own: string, prefix: "get" | "set"): string =>
  `_${prefix}_${own.replace(/^_+/, "")}`;

/** `Class.name`, `value.constructor`, `value.constructor.name`; null if `node` is none of these. */
export function classNameOf(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  const { expression: base } = node;
  if (node.name.text === "constructor") {
    const kind = context.types.kindAt(base);
    return kind === "instance" ? builtinCall("type", context.expression(base)) : null;
  }
  if (node.name.text !== "name" && node.name.text !== "length") return null;
  if (node.name.text === "name" && isClassOfError(base, context))
    return call(context.helper("class_name"), [context.expression(base.expression)]);
  if (node.name.text === "name" && isClassOfValue(base, context))
    return attribute(context.expression(base), "__name__");
  const declared = ts.isIdentifier(base) ? context.declarationAt(base) : undefined;
  const target = declared && (constantFunction(declared, context) ?? declared);
  if (target === undefined || !(isFunctionNode(target) || ts.isClassLike(target))) return null;
  if (target.getSourceFile().isDeclarationFile || hasOwnMember(node, context)) return null;
  if (node.name.text === "name")
    return string((target.name ?? (declared as ts.NamedDeclaration).name)?.getText() ?? "default");
  if (!isFunctionNode(target)) return null;
  const counted = target.parameters.findIndex(
    ({ initializer, dotDotDotToken }) => initializer !== undefined || dotDotDotToken !== undefined,
  );
  return number(counted < 0 ? target.parameters.length : counted);
}

/** The function that a constant is. */
export function constantFunction(
  declaration: ts.Declaration,
  context: Context,
): FunctionNode | null {
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return null;
  const inner = bare(declaration.initializer);
  const isKept = context.analysis.uses.of(declaration).writes.length === 0;
  return isKept && isFunctionNode(inner) ? inner : null;
}

/** `error.constructor`: Python has other names for some. */
const isClassOfError = (
  node: ts.Expression,
  context: Context,
): node is ts.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(node) &&
  node.name.text === "constructor" &&
  node.expression.kind !== ts.SyntaxKind.ThisKeyword &&
  isErrorType(context.types.typeAt(node.expression), context);

const isClassOfValue = (node: ts.Expression, context: Context) =>
  ts.isMetaProperty(node) ||
  (ts.isPropertyAccessExpression(node) &&
    node.name.text === "constructor" &&
    context.types.kindAt(node.expression) === "instance");

/** A static member that the class declares itself. */
function hasOwnMember(node: ts.PropertyAccessExpression, context: Context): boolean {
  const declaration = declarationOf(context.types.checker.getSymbolAtLocation(node.name));
  return declaration !== undefined && !declaration.getSourceFile().isDeclarationFile;
}
