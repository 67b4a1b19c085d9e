// const and let.
import { ts } from "ts-morph";
import { bare, isFunctionNode, isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import { assign, ifStatement, list, name, NONE, number, subscript } from "../python/build";
import { isCell } from "./captures";
import { defineClass } from "./classes";
import type { Context } from "./context";
import { needsStatements } from "./effects";
import { lowerFunction } from "./functions";
import { isConsole, isLibraryGlobal } from "./library-names";
import { isMissing } from "./nothing";
import { takeApart } from "./patterns";
import { isCaught, throwsValues } from "./thrown";
import { checkVariableKind } from "./variable-kind";
import { elementTargets, isWhole } from "./whole-tuples";

export function visitVariables(node: ts.VariableStatement, context: Context): py.Statement[] {
  if (
    (ts.getCombinedModifierFlags(node as unknown as ts.Declaration) & ts.ModifierFlags.Ambient) !==
    0
  )
    return [];
  return lowerDeclarations(node.declarationList, context);
}

export function lowerDeclarations(
  list: ts.VariableDeclarationList,
  context: Context,
): py.Statement[] {
  checkVariableKind(list, context);
  if (list.declarations.length === 1)
    return list.declarations.flatMap((declaration) => lowerDeclaration(declaration, context));
  return list.declarations.flatMap((declaration) => {
    const parts = context.collect(() => lowerDeclaration(declaration, context));
    return [...parts.definitions, ...parts.statements];
  });
}

export function lowerDeclaration(node: ts.VariableDeclaration, context: Context): py.Statement[] {
  const { initializer } = node;
  if (!ts.isIdentifier(node.name))
    return initializer === undefined ? [] : lowerPattern(node.name, initializer, context);
  const own = context.declaredName(node);
  if (isCell(node, context)) return lowerCell(name(own), initializer, context);
  if (initializer === undefined) return [assign(name(own), NONE)];
  const inner = bare(initializer);
  if (ts.isClassExpression(inner) && inner.name === undefined && !isWritten(node, context))
    return defineClass(inner, own, context);
  const isFunction =
    ts.isArrowFunction(inner) || (ts.isFunctionExpression(inner) && !calledByName(inner, context));
  if (isFunction && context.analysis.uses.of(node).writes.length === 0) {
    return [lowerFunction(inner, { name: own }, context)];
  }
  return (
    withFallback(name(own), inner, context) ?? [assign(name(own), context.expression(initializer))]
  );
}

/** A function that calls itself finds itself in what it has taken along. */
function lowerCell(
  cell: py.Name,
  initializer: ts.Expression | undefined,
  context: Context,
): py.Statement[] {
  if (initializer === undefined) return [assign(cell, list(NONE))];
  if (!isFunctionNode(bare(initializer)))
    return [assign(cell, list(context.expression(initializer)))];
  context.precede(assign(cell, list(NONE)));
  return [assign(subscript(cell, number(0)), context.expression(initializer))];
}

const isWritten = (node: ts.Declaration, context: Context) =>
  context.analysis.uses.of(node).writes.length > 0;

const calledByName = (node: ts.FunctionExpression, context: Context) =>
  node.name !== undefined && context.analysis.uses.of(node).references.length > 0;

/** `const x = f() ?? y` in two steps, which read better than a named expression. */
function withFallback(
  target: py.Name,
  node: ts.Expression,
  context: Context,
): py.Statement[] | null {
  if (
    !ts.isBinaryExpression(node) ||
    node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken
  )
    return null;
  if (needsStatements(node, context)) return null;
  const value = context.expression(node);
  const isShort = value.kind !== "Conditional" || isSimple(node.left);
  if (isShort) return [assign(target, value)];
  const right = context.expression(node.right);
  return [
    assign(target, context.expression(node.left)),
    ifStatement(isMissing(target, node.left, context), [assign(target, right)]),
  ];
}

function lowerPattern(
  pattern: ts.BindingPattern,
  initializer: ts.Expression,
  context: Context,
): py.Statement[] {
  const ofLibrary = libraryParts(pattern, bare(initializer), context);
  if (ofLibrary !== null) return ofLibrary;
  const type = context.types.typeAt(initializer);
  // What was thrown may be no error, whatever it is taken for.
  if (isCaught(initializer, context) && throwsValues(context))
    context.refuse(pattern, "unsupportedPattern");
  const value = context.expression(initializer);
  const count = pattern.elements.filter((element) => !ts.isOmittedExpression(element)).length;
  if (isSimple(initializer) || count <= 1 || isExactTuple(pattern, type, context)) {
    return takeApart(pattern, value, type, context);
  }
  const target = context.temporary(initializer, "parts");
  return [assign(target, value), ...takeApart(pattern, target, type, context)];
}

/** `const { max, PI } = Math`; null if it takes other than members of the library. */
function libraryParts(
  pattern: ts.BindingPattern,
  owner: ts.Expression,
  context: Context,
): py.Statement[] | null {
  const isOfLibrary = isLibraryGlobal(owner, context) || isConsole(owner, context);
  if (!isOfLibrary || !ts.isIdentifier(owner) || !ts.isObjectBindingPattern(pattern)) return null;
  return pattern.elements.map((element) => {
    const { dotDotDotToken, initializer, name: own } = element;
    const id = element.propertyName ?? own;
    const isPlain = !dotDotDotToken && !initializer && ts.isIdentifier(own) && ts.isIdentifier(id);
    const value = isPlain ? context.library.member(owner, id.text, context) : null;
    return assign(
      name(context.declaredName(element)),
      value ?? context.refuse(element, "methodValue", `${owner.text}.${id.getText()}`),
    );
  });
}

/** Whether one assignment takes it apart, which evaluates it once. */
const isExactTuple = (pattern: ts.BindingPattern, type: ts.Type, context: Context): boolean =>
  ts.isArrayBindingPattern(pattern) &&
  isWhole(pattern, type, context) &&
  elementTargets(pattern, context) !== null;
