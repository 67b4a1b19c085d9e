// Loops.
import { ts } from "ts-morph";
import { bare, isFunctionNode, isLoop, some } from "../analysis/syntax";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  builtinCall,
  call,
  expressionStatement,
  ifStatement,
  name,
  not,
  simple,
  TRUE,
  tuple,
} from "../python/build";
import type { Context } from "./context";
import { counting } from "./counting";
import { closesEarly, iterated } from "./generators";
import { elementTargets, isWhole } from "./patterns";
import { lowerBody } from "./statements";
import { condition } from "./truth";
import { lowerDeclarations } from "./variables";

export function visitWhile(node: ts.WhileStatement, context: Context): py.Statement[] {
  const { test, head } = loopTest(node.expression, context);
  return [{ kind: "While", test, body: [...head, ...lowerBody(node.statement, context)] }];
}

/** A test that takes statements stands in the loop: `while True: …; if not test: break`. */
function loopTest(
  node: ts.Expression | undefined,
  context: Context,
): { test: py.Expression; head: py.Statement[] } {
  if (node === undefined) return { test: TRUE, head: [] };
  let test: py.Expression = TRUE;
  const { definitions } = context.collect(() => {
    test = condition(node, context);
    return [];
  });
  if (definitions.length === 0) return { test, head: [] };
  return { test: TRUE, head: [...definitions, ifStatement(not(test), [simple("break")])] };
}

/** `while True: …` with the test at the end; `continue` would skip it. */
export function visitDo(node: ts.DoStatement, context: Context): py.Statement[] {
  if (hasOwnContinue(node.statement)) {
    context.refuse(
      node,
      "unsupportedSyntax",
      "`continue` in `do … while`",
      "Write `while (true)` with a `break`.",
    );
  }
  const body = lowerBody(node.statement, context);
  const { statements, definitions } = context.collect(() => [
    ifStatement(not(condition(node.expression, context)), [simple("break")]),
  ]);
  return [{ kind: "While", test: TRUE, body: [...body, ...definitions, ...statements] }];
}

export function visitFor(node: ts.ForStatement, context: Context): py.Statement[] {
  const range = counting(node, context);
  if (range !== null) {
    const { variable, bounds } = range;
    return [
      {
        kind: "For",
        target: name(context.declaredName(variable)),
        iterable: builtinCall("range", ...bounds),
        body: lowerBody(node.statement, context),
      },
    ];
  }
  return forAsWhile(node, context);
}

function forAsWhile(node: ts.ForStatement, context: Context): py.Statement[] {
  const before = node.initializer === undefined ? [] : initialStatements(node.initializer, context);
  const { test, head } = loopTest(node.condition, context);
  const { incrementor } = node;
  const step = () => (incrementor === undefined ? [] : context.expressionAsStatements(incrementor));
  context.steps.set(node, step);
  const body = [...head, ...lowerBody(node.statement, context), ...step()];
  context.steps.delete(node);
  return [...before, { kind: "While", test, body }];
}

function initialStatements(node: ts.ForInitializer, context: Context): py.Statement[] {
  return ts.isVariableDeclarationList(node)
    ? lowerDeclarations(node, context)
    : context.expressionAsStatements(node);
}

function hasOwnContinue(body: ts.Node): boolean {
  return some(body, (node) => {
    if (!ts.isContinueStatement(node)) return false;
    let current = node.parent;
    while (!isLoop(current) && !isFunctionNode(current)) current = current.parent;
    return ts.isDoStatement(current) && current.statement === body;
  });
}

export function visitForOf(node: ts.ForOfStatement, context: Context): py.Statement[] {
  if (node.awaitModifier !== undefined) context.refuse(node, "asyncGenerator");
  const { target, prologue } = loopTarget(node, context);
  const iterable = lowerIterable(node, context);
  const body = [...prologue, ...lowerBody(node.statement, context)];
  if (!closesEarly(node, context)) return [{ kind: "For", target, iterable, body }];
  const iterator = context.temporary(node.expression, "iterator");
  const closing = expressionStatement(call(context.helper("close_iterator"), [iterator]));
  return [
    assign(iterator, iterable),
    {
      kind: "Try",
      body: [{ kind: "For", target, iterable: iterator, body }],
      handlers: [],
      finalBody: [closing],
    },
  ];
}

function loopTarget(
  node: ts.ForOfStatement,
  context: Context,
): { target: py.Expression; prologue: py.Statement[] } {
  const { initializer } = node;
  const declaration = ts.isVariableDeclarationList(initializer)
    ? initializer.declarations[0]
    : undefined;
  if (declaration === undefined) {
    return {
      target: context.refuse(
        initializer,
        "unsupportedSyntax",
        "A loop over a variable from outside",
        "Write `for (const x of …)`.",
      ),
      prologue: [],
    };
  }
  if (ts.isIdentifier(declaration.name))
    return { target: name(context.declaredName(declaration)), prologue: [] };
  const isPairs =
    ts.isArrayBindingPattern(declaration.name) &&
    takesWhole(declaration.name, node.expression, context);
  const targets = isPairs
    ? elementTargets(declaration.name as ts.ArrayBindingPattern, context)
    : null;
  if (targets === null)
    return { target: context.refuse(declaration.name, "unsupportedPattern"), prologue: [] };
  return { target: tuple(...targets.map((target) => target ?? name("_"))), prologue: [] };
}

/** Whether every value of `iterable` is a tuple of which `pattern` names all parts. */
function takesWhole(
  pattern: ts.ArrayBindingPattern,
  iterable: ts.Expression,
  context: Context,
): boolean {
  const type = context.types.typeAt(iterable);
  if (context.types.kindOf(type) === "map") return pattern.elements.length === 2;
  const { checker } = context.types;
  const [first] = checker.getTypeArguments(type as ts.TypeReference);
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? first;
  return element !== undefined && isWhole(pattern, element, context);
}

/** What the loop runs over: `.items()` of a Map, keys and values without a copy. */
function lowerIterable(node: ts.ForOfStatement, context: Context): py.Expression {
  const { expression } = node;
  const kind = context.types.kindAt(expression);
  if (kind === "set") return context.refuse(expression, "unorderedSet");
  if (kind === "map") {
    checkUnchanged(node, expression, context);
    return call(attribute(context.expression(expression), "items"));
  }
  const inner = bare(expression);
  if (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression)) {
    const owner = inner.expression.expression;
    if (context.types.kindAt(owner) === "map") checkUnchanged(node, owner, context);
  }
  return iterated(expression, context);
}

const CHANGES = new Set(["clear", "delete", "set"]);

function checkUnchanged(node: ts.ForOfStatement, map: ts.Expression, context: Context): void {
  const text = map.getText();
  const changes = some(node.statement, (child) => {
    if (!ts.isCallExpression(child) || !ts.isPropertyAccessExpression(child.expression))
      return false;
    return (
      CHANGES.has(child.expression.name.text) && child.expression.expression.getText() === text
    );
  });
  if (changes) context.refuse(map, "mapChangedInLoop");
}
