// `try`: an `instanceof` at the head of a `catch` becomes the type that `except` names.
import { ts } from "ts-morph";
import { bare, endsInExit } from "../analysis/syntax";
import { textPart } from "../analysis/caught-texts";
import type * as py from "../python/ast";
import { assign, builtin, ifStatement, name, tuple } from "../python/build";
import { placeOf } from "../diagnostics/diagnostic";
import type { Context } from "./context";
import { errorTypes, isErrorType } from "./error-classes";
import { knownMember } from "./error-members";
import { lowerBlock, lowerBody, lowerStatements } from "./statements";
import { takeOut, throwsValues } from "./thrown";
import { condition } from "./truth";

const RAISE: py.Raise = { kind: "Raise", value: null };

export function visitTry(node: ts.TryStatement, context: Context): py.Statement[] {
  const body = lowerBlock(node.tryBlock, context);
  const handlers = node.catchClause === undefined ? [] : lowerCatch(node.catchClause, context);
  const finalBody = node.finallyBlock === undefined ? [] : lowerBlock(node.finallyBlock, context);
  return [
    {
      kind: "Try",
      body,
      handlers,
      finalBody:
        node.finallyBlock && finalBody.length === 0
          ? [{ kind: "Simple", keyword: "pass" }]
          : finalBody,
    },
  ];
}

function lowerCatch(node: ts.CatchClause, context: Context): py.ExceptHandler[] {
  const origin = placeOf(node);
  const variable = node.variableDeclaration;
  if (variable !== undefined && ts.isArrayBindingPattern(variable.name))
    context.refuse(variable, "unsupportedPattern");
  if (variable !== undefined && ts.isObjectBindingPattern(variable.name))
    return [{ ...partsHandler(node, variable.name, context), origin }];
  if (variable === undefined || !ts.isIdentifier(variable.name)) {
    return [
      { type: builtin("Exception"), name: null, body: lowerBlock(node.block, context), origin },
    ];
  }
  if (context.analysis.uses.of(variable).captured) return [keptHandler(node, variable, context)];
  const used = (body: ts.Node) => isRead(variable, body, context);
  const named = (body: readonly ts.Node[]) =>
    body.some(used) ? context.declaredName(variable) : null;
  const whole = named([node.block]);
  // A variable that is written to is another error where it is thrown again.
  const isKept = context.analysis.uses.of(variable).writes.length === 0;
  const filtered = isKept
    ? (filteredHandler(node.block, variable, named, context) ??
      chainedHandlers(node.block, variable, named, context))
    : null;
  if (filtered !== null) return filtered.map((handler) => ({ ...handler, origin }));
  return [
    {
      type: builtin("Exception"),
      name: whole,
      body: [
        ...(whole === null ? [] : takeOut(whole, whole, context)),
        ...lowerBlock(node.block, context),
      ],
      origin,
    },
  ];
}

/** `catch ({ message })` */
function partsHandler(
  node: ts.CatchClause,
  pattern: ts.ObjectBindingPattern,
  context: Context,
): py.ExceptHandler {
  const caught = name(context.freeName(node, "caught"));
  const parts = pattern.elements.map((element) => {
    const key = throwsValues(context) ? null : textPart(element);
    const value = key === null ? null : knownMember(caught, key, context);
    return assign(
      name(context.declaredName(element)),
      value ?? context.refuse(element, "unsupportedPattern"),
    );
  });
  const body = [...parts, ...lowerBlock(node.block, context)];
  return { type: builtin("Exception"), name: caught.id, body };
}

/** Python forgets the variable when the block ends; a closure may still need it. */
function keptHandler(
  node: ts.CatchClause,
  variable: ts.VariableDeclaration,
  context: Context,
): py.ExceptHandler {
  const caught = context.freeName(node, "caught");
  const keep = takeOut(caught, context.declaredName(variable), context);
  return {
    type: builtin("Exception"),
    name: caught,
    body: [...keep, ...lowerBlock(node.block, context)],
    origin: placeOf(node),
  };
}

type Named = (body: readonly ts.Node[]) => string | null;

/** Whether `body` needs the error by name; `throw error` is a bare `raise`. */
function isRead(variable: ts.Declaration, body: ts.Node, context: Context): boolean {
  const { references, writes } = context.analysis.uses.of(variable);
  const isKept = writes.length === 0;
  return references.some((reference) => {
    const inBody = reference.pos >= body.pos && reference.end <= body.end;
    return inBody && !(ts.isThrowStatement(reference.parent) && isKept);
  });
}

/** `if (!(error instanceof OSError)) throw error; …`, also with `|| error.errno !== EAGAIN`. */
function filteredHandler(
  block: ts.Block,
  variable: ts.Declaration,
  named: Named,
  context: Context,
): py.ExceptHandler[] | null {
  const [first, ...rest] = block.statements;
  if (first === undefined || !ts.isIfStatement(first) || first.elseStatement !== undefined)
    return null;
  if (!isRethrow(first.thenStatement, variable, context)) return null;
  const test = bare(first.expression);
  const { BarBarToken } = ts.SyntaxKind;
  const isOr = ts.isBinaryExpression(test) && test.operatorToken.kind === BarBarToken;
  const types = negatedTypes(isOr ? leftmost(test) : test, variable, context);
  if (types === null) return null;
  const extra = isOr ? restOf(test) : [];
  const comments = context.comments.before(first);
  const guards = extra.map((part) =>
    ifStatement(condition(part, context), [{ ...RAISE, origin: placeOf(part) }]),
  );
  const body = lowerStatements(rest, block, context);
  return [
    {
      type: typeOf(types, context),
      name: named([...extra, ...rest]),
      body: [...comments, ...guards, ...body],
    },
  ];
}

function leftmost(node: ts.Expression): ts.Expression {
  const inner = bare(node);
  const isOr =
    ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken;
  return isOr ? leftmost(inner.left) : inner;
}

function restOf(node: ts.Expression): ts.Expression[] {
  const inner = bare(node);
  const isOr =
    ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken;
  return isOr ? [...restOf(inner.left), inner.right] : [];
}

/** `if (error instanceof A) { … } else if (error instanceof B) { … } else throw error`, or `throw error` after it. */
function chainedHandlers(
  block: ts.Block,
  variable: ts.Declaration,
  named: Named,
  context: Context,
): py.ExceptHandler[] | null {
  const [first, second] = block.statements;
  if (first === undefined || !ts.isIfStatement(first) || block.statements.length > 2) return null;
  if (second !== undefined && !isRethrow(second, variable, context)) return null;
  const branches: { types: ts.Expression[]; body: ts.Statement }[] = [];
  let current: ts.Statement | undefined = first;
  while (current !== undefined && ts.isIfStatement(current)) {
    const types = testedTypes(current.expression, variable, context);
    if (types === null) return null;
    branches.push({ types, body: current.thenStatement });
    current = current.elseStatement;
  }
  const endsByRethrow = current !== undefined && isRethrow(current, variable, context);
  // After a branch that does not leave, a `throw` below the chain is reached too.
  const leaves = branches.every(({ body }) => endsInExit(body));
  if (second !== undefined ? current !== undefined || !leaves : !endsByRethrow) return null;
  context.comments.drop(first.expression);
  return branches.map(({ types, body }) => ({
    type: typeOf(types, context),
    name: named([body]),
    body: lowerBody(body, context),
  }));
}

function isRethrow(node: ts.Statement, variable: ts.Declaration, context: Context): boolean {
  const only = ts.isBlock(node) && node.statements.length === 1 ? node.statements[0] : node;
  return (
    only !== undefined &&
    ts.isThrowStatement(only) &&
    isVariable(only.expression, variable, context)
  );
}

const isVariable = (node: ts.Expression, variable: ts.Declaration, context: Context) =>
  context.analysis.uses.declarationAt(bare(node)) === variable;

function negatedTypes(
  node: ts.Expression,
  variable: ts.Declaration,
  context: Context,
): ts.Expression[] | null {
  const inner = bare(node);
  if (!ts.isPrefixUnaryExpression(inner) || inner.operator !== ts.SyntaxKind.ExclamationToken)
    return null;
  return testedTypes(inner.operand, variable, context);
}

/** The classes of `error instanceof A || error instanceof B`. */
function testedTypes(
  node: ts.Expression,
  variable: ts.Declaration,
  context: Context,
): ts.Expression[] | null {
  const inner = bare(node);
  if (!ts.isBinaryExpression(inner)) return null;
  if (inner.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const left = testedTypes(inner.left, variable, context);
    const right = testedTypes(inner.right, variable, context);
    return left === null || right === null ? null : [...left, ...right];
  }
  const isTest = inner.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  if (!isTest || !isVariable(inner.left, variable, context)) return null;
  return isErrorClassAt(inner.right, context) ? [inner.right] : null;
}

/** What `except` may name: what is thrown of another class travels inside of an exception. */
function isErrorClassAt(node: ts.Expression, context: Context): boolean {
  const { checker } = context.types;
  const [made] = checker.getSignaturesOfType(
    context.types.typeAt(node),
    ts.SignatureKind.Construct,
  );
  return made === undefined || isErrorType(made.getReturnType(), context);
}

function typeOf(types: readonly ts.Expression[], context: Context): py.Expression {
  const lowered = types.flatMap((type) => errorTypes(type, context) ?? [context.expression(type)]);
  return lowered.length === 1 && lowered[0] !== undefined ? lowered[0] : tuple(...lowered);
}
