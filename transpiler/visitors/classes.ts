// Classes: their bases, methods, accessors and static parts.
import { ts } from "ts-morph";
import { baseExpression, constructorOf } from "../analysis/class-syntax";
import { earlyFields } from "../analysis/early-fields";
import { hasModifier, isFunctionNode, propertyName } from "../analysis/syntax";
import type * as py from "../python/ast";
import { assign, builtin, docstring, name, NONE } from "../python/build";
import { placeOf } from "../diagnostics/diagnostic";
import { isAccessor, lowerAccessor } from "./accessors";
import { baseClasses, checkDecorators, checkMembers } from "./class-checks";
import { escapesWhileMade, lowerInit } from "./constructors";
import type { Context } from "./context";
import { lowerFunction } from "./functions";
import { inspectedFields } from "./inspected-fields";
import { iteration } from "./iteration";
import { memberName, nameOfMember } from "./member-names";
import { deferredStatics, isStaticPart, lowerDeferred, lowerStaticField } from "./statics";
import { needsClass } from "./this";

const { SyntaxKind } = ts;

export function visitClass(node: ts.ClassDeclaration, context: Context): py.Statement[] {
  const own = node.name === undefined ? "default_export" : context.declaredName(node);
  if (hasModifier(node, SyntaxKind.DeclareKeyword)) return [];
  const statements = defineClass(node, own, context);
  const isDefault = hasModifier(node, SyntaxKind.DefaultKeyword) && node.name !== undefined;
  return isDefault ? [...statements, assign(name("default_export"), name(own))] : statements;
}

/** A class in an expression is defined before the statement. */
export function visitClassExpression(node: ts.ClassExpression, context: Context): py.Expression {
  const { parent } = node;
  const isNamed = ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name);
  const wanted = isNamed ? parent.name.text : "Anonymous";
  const own = node.name === undefined ? context.freeName(node, wanted) : context.declaredName(node);
  context.precede(...defineClass(node, own, context));
  return name(own);
}

export function defineClass(
  node: ts.ClassLikeDeclaration,
  own: string,
  context: Context,
): py.Statement[] {
  const documentation = context.comments.documentation(node);
  context.classNames.set(node, own);
  checkDecorators(node, context);
  checkMembers(node, context);
  const deferred = deferredStatics(node, context);
  const body = [...docstring(documentation), ...bodyOf(node, deferred, context)];
  const base = baseExpression(node);
  const bases = base === undefined ? [] : [context.expression(base)];
  const definition: py.Statement = { kind: "ClassDefinition", name: own, bases, body };
  const below = node.members
    .filter(isStaticPart)
    .filter((member) => deferred.has(member))
    .flatMap((member) => lowerDeferred(member, own, context));
  return [definition, ...below];
}

const isStatic = (member: ts.Node) => hasModifier(member, SyntaxKind.StaticKeyword);

/** What stands in the class: `__init__` where the constructor or the first field does, the rest in its order. */
function bodyOf(
  node: ts.ClassLikeDeclaration,
  deferred: ReadonlySet<ts.Node>,
  context: Context,
): py.Statement[] {
  const isField = (member: ts.ClassElement): member is ts.PropertyDeclaration =>
    ts.isPropertyDeclaration(member) && !isStatic(member);
  const fields = node.members.filter(isField);
  const constructor = constructorOf(node);
  const place = constructor ?? fields[0];
  const head = [...inspectedFields(node, context), ...unsetFields(node, fields, context)];
  const members = node.members.flatMap((member) => {
    if (member === place) return lowerInit(node, constructor, fields, context);
    return deferred.has(member) || isField(member) ? [] : lowerMember(member, context);
  });
  const end = node.members.at(-1)?.end ?? node.members.pos;
  return [...head, ...members, ...iteration(node, context), ...context.comments.atEnd(node, end)];
}

/** Fields that a method sees before they are set, because a base's constructor calls it, or a field. */
function unsetFields(
  node: ts.ClassLikeDeclaration,
  fields: readonly ts.PropertyDeclaration[],
  context: Context,
): py.Statement[] {
  const early = new Set(earlyFields(node, context.analysis.uses));
  const all = baseClasses(node, context).some(escapesWhileMade);
  const properties = (constructorOf(node)?.parameters ?? []).filter((parameter) =>
    ts.isParameterPropertyDeclaration(parameter, parameter.parent),
  );
  const { checker } = context.types;
  return [
    ...fields.filter((field) => all || early.has(field)),
    ...properties.filter((property) => early.has(property)),
  ]
    .filter(
      (field) =>
        !hasModifier(field, SyntaxKind.DeclareKeyword) &&
        !hasModifier(field, SyntaxKind.AbstractKeyword),
    )
    .map(({ name: own }) => {
      const text = propertyName(own as ts.PropertyName) ?? "_";
      return assign(name(memberName(checker.getSymbolAtLocation(own), text)), NONE);
    });
}

function lowerMember(member: ts.ClassElement, context: Context): py.Statement[] {
  const before = context.comments.before(member);
  const origin = placeOf(member);
  const lowered = lowerBareMember(member, context).map((statement) => ({ origin, ...statement }));
  return [...before, ...lowered];
}

function lowerBareMember(member: ts.ClassElement, context: Context): py.Statement[] {
  if (isFunctionNode(member) && (member as { body?: unknown }).body === undefined) {
    context.comments.drop(member);
    // A method that a subclass may have is asked for: `this.before?.()`.
    const isAsked = ts.isMethodDeclaration(member) && isOptionalMethod(member);
    return isAsked ? [assign(name(nameOfMember(member, context)), NONE)] : [];
  }
  if (ts.isMethodDeclaration(member)) return [lowerMethod(member, context)];
  if (isAccessor(member)) return lowerAccessor(member, context);
  if (ts.isPropertyDeclaration(member)) return lowerStaticField(member, context);
  if (ts.isIndexSignatureDeclaration(member) || ts.isSemicolonClassElement(member)) return [];
  context.refuse(
    member,
    "unsupportedSyntax",
    "This member",
    "Use fields, methods, getters and setters.",
  );
  return [];
}

/** `before?(): void` without a body here, and not the head of one that has it. */
const isOptionalMethod = (member: ts.MethodDeclaration): boolean =>
  member.questionToken !== undefined &&
  ts.isClassLike(member.parent) &&
  !member.parent.members.some(
    (other) =>
      ts.isMethodDeclaration(other) &&
      other.body !== undefined &&
      other.name.getText() === member.name.getText(),
  );

function lowerMethod(member: ts.MethodDeclaration, context: Context): py.Statement {
  const own = nameOfMember(member, context);
  if (!isStatic(member)) return lowerFunction(member, { name: own, receiver: "self" }, context);
  const isOfClass = needsClass(member);
  const decorators = [builtin(isOfClass ? "classmethod" : "staticmethod")];
  return lowerFunction(
    member,
    { name: own, decorators, ...(isOfClass ? { receiver: "cls" } : {}) },
    context,
  );
}
