// `__init__`, with the fields that TypeScript declares outside of the constructor.
import { ts } from "ts-morph";
import { baseExpression } from "../analysis/class-syntax";
import { hasModifier, propertyName } from "../analysis/syntax";
import { tagOf } from "../analysis/types";
import { some } from "../analysis/walk";
import { placeOf } from "../diagnostics/diagnostic";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  builtinCall,
  call,
  expressionStatement,
  name,
  NONE,
} from "../python/build";
import { lowerArguments } from "./arguments";
import type { Context } from "./context";
import { callsErrorConstructor, messageArguments, ownCause } from "./errors";
import { isEarlierSeen } from "./field-order";
import { lowerFunction, scopeDeclarations } from "./functions";
import { nameOfMember } from "./member-names";

const { SyntaxKind } = ts;

/** `__init__`: the base's first, then parameter properties and fields, then the constructor's own body. */
export function lowerInit(
  node: ts.ClassLikeDeclaration,
  constructor: ts.ConstructorDeclaration | undefined,
  fields: readonly ts.PropertyDeclaration[],
  context: Context,
): py.Statement[] {
  const isDerived = baseExpression(node) !== undefined;
  context.fieldComments.clear();
  // A method that another field calls may look at them even earlier.
  const isEarly = fields.some(({ initializer }) => initializer && some(initializer, escapesThis));
  const assigned =
    constructor === undefined || isEarly ? new Set<string>() : assignedFirst(constructor);
  const lowerFields = () => fields.flatMap((field) => lowerField(field, assigned, context));
  if (constructor === undefined) return implicitInit(isDerived, lowerFields(), fields, context);
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
    // Fields come before the defaults of parameters (ECMAScript 10.2.2), which is only seen by code that runs.
    const early = isEarlierSeen(fields, constructor) ? lowerFields() : null;
    const prologue = early === null ? own() : properties();
    return [...before, initFunction(constructor, prologue, fields, context, early ?? [])];
  }
  context.afterSuper = own;
  const definition = initFunction(constructor, [], fields, context);
  context.afterSuper = null;
  return [...before, definition];
}

function initFunction(
  node: ts.ConstructorDeclaration,
  prologue: py.Statement[],
  inside: readonly ts.PropertyDeclaration[],
  context: Context,
  early: py.Statement[] = [],
): py.Statement {
  return {
    ...lowerFunction(
      node,
      { name: "__init__", receiver: "self", early, prologue, inside },
      context,
    ),
    origin: placeOf(node),
  };
}

function implicitInit(
  isDerived: boolean,
  body: py.Statement[],
  fields: readonly ts.PropertyDeclaration[],
  context: Context,
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
      body: [
        ...(fields[0] === undefined ? [] : scopeDeclarations(fields[0], context, fields.slice(1))),
        ...before,
        ...body,
      ],
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

/** Whether making an instance of `node` hands it on, or calls its methods, before it is complete. */
export function escapesWhileMade(node: ts.ClassLikeDeclaration): boolean {
  return node.members.some((member) => {
    if (ts.isConstructorDeclaration(member)) return some(member, escapesThis);
    if (!ts.isPropertyDeclaration(member) || hasModifier(member, SyntaxKind.StaticKeyword))
      return false;
    return member.initializer !== undefined && some(member.initializer, escapesThis);
  });
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
  const isError = callsErrorConstructor(node, context);
  const { args, keywords } = isError
    ? { args: messageArguments(node, context), keywords: [] }
    : lowerArguments(node, context);
  const init = call(attribute(builtinCall("super"), "__init__"), args, keywords);
  const cause = isError ? ownCause(node, context) : [];
  const after = context.afterSuper?.() ?? [];
  return [expressionStatement(init), ...cause, ...after];
}
