// Classes: their bases, methods, accessors and static fields.
import { ts } from "ts-morph";
import { hasModifier, isFunctionNode, some } from "../analysis/syntax";
import type * as py from "../python/ast";
import { assign, attribute, builtin, name, NONE } from "../python/build";
import { placeOf } from "../diagnostics/diagnostic";
import { checkDecorators, checkMembers } from "./class-checks";
import { lowerInit } from "./constructors";
import type { Context } from "./context";
import { lowerFunction } from "./functions";
import { inspectedFields } from "./inspected-fields";
import { nameOfMember } from "./members";

const { SyntaxKind } = ts;

export function visitClass(node: ts.ClassDeclaration, context: Context): py.Statement[] {
  const own = node.name === undefined ? "default_export" : context.declaredName(node);
  const documentation = context.comments.documentation(node);
  if (hasModifier(node, SyntaxKind.DeclareKeyword)) return [];
  checkDecorators(node, context);
  checkMembers(node, context);
  const body: py.Statement[] =
    documentation === undefined ? [] : [{ kind: "Docstring", text: documentation }];
  const fields = node.members
    .filter(ts.isPropertyDeclaration)
    .filter((member) => !isStatic(member));
  const constructor = node.members.find(
    (member): member is ts.ConstructorDeclaration =>
      ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
  const place = constructor ?? fields[0];
  for (const member of node.members) {
    if (member === place) body.push(...lowerInit(node, constructor, fields, context));
    else if (!ts.isPropertyDeclaration(member) || isStatic(member))
      body.push(...lowerMember(member, context));
  }
  body.push(...inspectedFields(node, context));
  body.push(...context.comments.atEnd(node, node.members.at(-1)?.end ?? node.members.pos));
  const definition: py.Statement = {
    kind: "ClassDefinition",
    name: own,
    bases: basesOf(node, context),
    body,
  };
  const isDefault = hasModifier(node, SyntaxKind.DefaultKeyword) && node.name !== undefined;
  return isDefault ? [definition, assign(name("default_export"), name(own))] : [definition];
}

const isStatic = (member: ts.Node) => hasModifier(member, SyntaxKind.StaticKeyword);

function basesOf(node: ts.ClassDeclaration, context: Context): py.Expression[] {
  const clause = node.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword);
  return (clause?.types ?? []).map((type) => context.expression(type.expression));
}

function lowerMember(member: ts.ClassElement, context: Context): py.Statement[] {
  const before = context.comments.before(member);
  const origin = placeOf(member);
  const lowered = lowerBareMember(member, context).map((statement) => ({ ...statement, origin }));
  return [...before, ...lowered];
}

function lowerBareMember(member: ts.ClassElement, context: Context): py.Statement[] {
  if (isFunctionNode(member) && (member as { body?: unknown }).body === undefined) {
    context.comments.drop(member);
    return [];
  }
  if (ts.isMethodDeclaration(member)) return [lowerMethod(member, context)];
  if (ts.isGetAccessorDeclaration(member) || ts.isSetAccessorDeclaration(member))
    return [lowerAccessor(member, context)];
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

function lowerMethod(member: ts.MethodDeclaration, context: Context): py.Statement {
  const decorators = isStatic(member) ? [builtin("staticmethod")] : [];
  return lowerFunction(
    member,
    { name: nameOfMember(member, context), decorators, isMethod: !isStatic(member) },
    context,
  );
}

function lowerAccessor(
  member: ts.GetAccessorDeclaration | ts.SetAccessorDeclaration,
  context: Context,
): py.Statement {
  const own = nameOfMember(member, context);
  if (isStatic(member))
    context.refuse(
      member,
      "unsupportedSyntax",
      "A static getter or setter",
      "Use a static method.",
    );
  if (ts.isSetAccessorDeclaration(member)) {
    const getter = (member.parent as ts.ClassLikeDeclaration).members.find(
      (other) =>
        ts.isGetAccessorDeclaration(other) && other.name.getText() === member.name.getText(),
    );
    if (getter === undefined || getter.pos > member.pos) {
      context.refuse(
        member,
        "unsupportedSyntax",
        "A setter without a getter above it",
        "Declare the getter first.",
      );
    }
  }
  const decorator = ts.isGetAccessorDeclaration(member)
    ? builtin("property")
    : attribute(name(own), "setter");
  return lowerFunction(member, { name: own, decorators: [decorator], isMethod: true }, context);
}

function lowerStaticField(member: ts.PropertyDeclaration, context: Context): py.Statement[] {
  if (hasModifier(member, SyntaxKind.DeclareKeyword)) return [];
  if (context.types.kindAt(member) === "function") {
    context.refuse(
      member,
      "unsupportedSyntax",
      "A static field that holds a function",
      "Write a static method.",
    );
  }
  const { initializer } = member;
  const usesThis =
    initializer !== undefined &&
    some(
      initializer,
      (node) => node.kind === SyntaxKind.ThisKeyword || refersToClass(node, member, context),
    );
  if (usesThis) context.refuse(member, "usedBeforeDefinition", "the class");
  const value = initializer === undefined ? NONE : context.expression(initializer);
  const trailing = context.comments.trailing(member);
  return [{ ...assign(name(nameOfMember(member, context)), value), trailing }];
}

const refersToClass = (node: ts.Node, member: ts.PropertyDeclaration, context: Context) =>
  ts.isIdentifier(node) && context.analysis.uses.declarationAt(node) === member.parent;
