// Classes.
import { ts } from "ts-morph";
import { hasModifier, isFunctionNode, propertyName, some } from "../analysis/syntax";
import { tagOf } from "../analysis/types";
import { pythonName } from "../naming/names";
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
import { placeOf } from "../diagnostics/diagnostic";
import { lowerArguments } from "./arguments";
import type { Context } from "./context";
import { lowerFunction } from "./functions";
import { memberName } from "./members";

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

function checkDecorators(node: ts.ClassDeclaration, context: Context): void {
  const decorated = [node, ...node.members].find(
    (part) => ts.canHaveDecorators(part) && (ts.getDecorators(part) ?? []).length > 0,
  );
  if (decorated !== undefined)
    context.refuse(decorated, "unsupportedSyntax", "A decorator", "Call the function.");
}

/** Two members of one name after the rule; a private one that a base class has too. */
function checkMembers(node: ts.ClassDeclaration, context: Context): void {
  const seen = new Map<string, ts.Node>();
  const { checker } = context.types;
  for (const member of node.members) {
    if (member.name === undefined || isSetter(member)) continue;
    if (isFunctionNode(member) && member.body === undefined) continue;
    const symbol = checker.getSymbolAtLocation(member.name);
    const own = memberName(symbol, propertyName(member.name) ?? "");
    const other = seen.get(own);
    if (other !== undefined) {
      const { line } = placeOf(other);
      context.refuse(
        member,
        "nameCollision",
        member.name.getText(),
        "a member",
        `line ${line}`,
        own,
      );
    }
    seen.set(own, member);
  }
  for (const base of baseClasses(node, context)) {
    for (const member of base.members) {
      if (member.name === undefined || !ts.isPrivateIdentifier(member.name)) continue;
      const own = memberName(undefined, member.name.text);
      if (seen.has(`_${own}`))
        context.refuse(
          seen.get(`_${own}`) as ts.Node,
          "nameCollision",
          member.name.text,
          "a member",
          `of ${base.name?.text ?? "its base"}`,
          `_${own}`,
        );
    }
  }
}

const isSetter = (member: ts.Node) => ts.isSetAccessorDeclaration(member);

function baseClasses(node: ts.ClassDeclaration, context: Context): ts.ClassDeclaration[] {
  const result: ts.ClassDeclaration[] = [];
  let current: ts.ClassDeclaration | undefined = node;
  while (current !== undefined) {
    const clause: ts.HeritageClause | undefined = current.heritageClauses?.find(
      ({ token }) => token === SyntaxKind.ExtendsKeyword,
    );
    const base: ts.ExpressionWithTypeArguments | undefined = clause?.types[0];
    const declaration: ts.Declaration | undefined = base && context.declarationAt(base.expression);
    current =
      declaration !== undefined && ts.isClassDeclaration(declaration) ? declaration : undefined;
    if (current !== undefined) result.push(current);
  }
  return result;
}

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

function nameOfMember(member: ts.ClassElement, context: Context): string {
  if (member.name === undefined || propertyName(member.name) === undefined) {
    context.refuse(member, "computedName");
    return "_";
  }
  return memberName(
    context.types.checker.getSymbolAtLocation(member.name),
    propertyName(member.name) ?? "_",
  );
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

/** `__init__`: the base's first, then parameter properties and fields, then the constructor's own body. */
function lowerInit(
  node: ts.ClassDeclaration,
  constructor: ts.ConstructorDeclaration | undefined,
  fields: readonly ts.PropertyDeclaration[],
  context: Context,
): py.Statement[] {
  const isDerived = basesOf(node, context).length > 0;
  context.fieldComments.clear();
  // A method that another field calls may look at them even earlier.
  const isEarly = fields.some(({ initializer }) => initializer && some(initializer, escapesThis));
  const assigned =
    constructor === undefined || isEarly ? new Set<string>() : assignedFirst(constructor);
  const lowerFields = () => fields.flatMap((field) => lowerField(field, assigned, context));
  if (constructor === undefined) return implicitInit(isDerived, lowerFields(), fields);
  const before = context.comments.before(constructor);
  const superStatement = constructor.body?.statements.find(isSuperCall);
  const properties = () =>
    constructor.parameters
      .filter(isParameterProperty)
      .flatMap((parameter) => parameterField(parameter, context));
  const own = (): py.Statement[] => {
    const first = fields.some(
      ({ initializer }) =>
        initializer && some(initializer, (part) => part.kind === SyntaxKind.ThisKeyword),
    );
    return first ? [...lowerFields(), ...properties()] : [...properties(), ...lowerFields()];
  };
  if (superStatement === undefined) {
    return [...before, initFunction(constructor, own(), context)];
  }
  context.afterSuper = own;
  const definition = initFunction(constructor, [], context);
  context.afterSuper = null;
  return [...before, definition];
}

function initFunction(
  node: ts.ConstructorDeclaration,
  prologue: py.Statement[],
  context: Context,
): py.Statement {
  return {
    ...lowerFunction(node, { name: "__init__", isMethod: true, prologue }, context),
    origin: placeOf(node),
  };
}

function implicitInit(
  isDerived: boolean,
  body: py.Statement[],
  fields: readonly ts.PropertyDeclaration[],
): py.Statement[] {
  if (body.every((statement) => statement.kind === "Blank")) return [];
  const parameters: py.Parameter[] = [{ name: "self" }];
  const before: py.Statement[] = [];
  if (isDerived) {
    parameters.push({ name: "args", form: "rest" }, { name: "options", form: "keywords" });
    const init = attribute(builtinCall("super"), "__init__");
    before.push(
      expressionStatement(
        call(
          init,
          [{ kind: "Starred", value: name("args") }],
          [{ name: null, value: name("options") }],
        ),
      ),
    );
  }
  const origin = fields[0] === undefined ? undefined : placeOf(fields[0]);
  return [
    {
      kind: "FunctionDefinition",
      name: "__init__",
      async: false,
      decorators: [],
      parameters,
      body: [...before, ...body],
      origin,
    },
  ];
}

const isSuperCall = (node: ts.Statement) =>
  ts.isExpressionStatement(node) &&
  ts.isCallExpression(node.expression) &&
  node.expression.expression.kind === SyntaxKind.SuperKeyword;

const isParameterProperty = (parameter: ts.ParameterDeclaration) =>
  ts.isParameterPropertyDeclaration(parameter, parameter.parent);

function parameterField(parameter: ts.ParameterDeclaration, context: Context): py.Statement[] {
  if (!ts.isIdentifier(parameter.name)) return [];
  const isPrivate = hasModifier(parameter, SyntaxKind.PrivateKeyword);
  const plain = tagOf(parameter, "py") || pythonName(parameter.name.text);
  const own = isPrivate && !plain.startsWith("_") ? `_${plain}` : plain;
  return [
    ...context.comments.before(parameter).filter(({ kind }) => kind === "Comment"),
    {
      ...assign(attribute(name("self"), own), name(context.declaredName(parameter))),
      origin: placeOf(parameter),
    },
  ];
}

function lowerField(
  field: ts.PropertyDeclaration,
  assigned: ReadonlySet<string>,
  context: Context,
): py.Statement[] {
  const { initializer } = field;
  if (
    hasModifier(field, SyntaxKind.DeclareKeyword) ||
    hasModifier(field, SyntaxKind.AbstractKeyword)
  ) {
    context.comments.drop(field);
    return [];
  }
  const before = context.comments.before(field);
  const own = propertyName(field.name) ?? "";
  if (initializer === undefined && assigned.has(own)) {
    context.fieldComments.set(
      own,
      before.filter(({ kind }) => kind !== "Blank"),
    );
    return [];
  }
  const target = attribute(name("self"), nameOfMember(field, context));
  const { statements, definitions } = context.collect(() => [
    assign(target, initializer === undefined ? NONE : context.expression(initializer)),
  ]);
  const trailing = context.comments.trailing(field);
  const origin = placeOf(field);
  return [
    ...before,
    ...definitions,
    ...statements.map((statement) => ({ ...statement, origin, trailing })),
  ];
}

/** Fields that the constructor sets before anything can look at them: no `= None` above. */
function assignedFirst(constructor: ts.ConstructorDeclaration): Set<string> {
  const names = new Set<string>();
  for (const statement of constructor.body?.statements ?? []) {
    if (isSuperCall(statement)) continue;
    const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    const isField =
      assignment !== undefined &&
      ts.isBinaryExpression(assignment) &&
      assignment.operatorToken.kind === SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(assignment.left) &&
      assignment.left.expression.kind === SyntaxKind.ThisKeyword;
    if (isField && !some(assignment.right, escapesThis)) {
      names.add(
        ((assignment as ts.BinaryExpression).left as ts.PropertyAccessExpression).name.text,
      );
    } else if (some(statement, escapesThis)) break;
  }
  return names;
}

/** `this` handed on, or one of its methods called. */
function escapesThis(node: ts.Node): boolean {
  if (node.kind !== SyntaxKind.ThisKeyword) return false;
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent)) return true;
  return ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
}

/** `super(…)` and what follows it in Python: fields. */
export function lowerSuperCall(node: ts.CallExpression, context: Context): py.Statement[] {
  const { args, keywords } = lowerArguments(node, context);
  const init = call(attribute(builtinCall("super"), "__init__"), args, keywords);
  const after = context.afterSuper?.() ?? [];
  return [expressionStatement(init), ...after];
}
