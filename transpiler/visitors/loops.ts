// Loops.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import { some } from "../analysis/walk";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  builtinCall,
  call,
  expressionStatement,
  FALSE,
  ifStatement,
  list,
  name,
  not,
  number,
  simple,
  subscript,
  TRUE,
  tuple,
} from "../python/build";
import { visitForAwait } from "./async-iteration";
import { isCell } from "./captures";
import type { Context } from "./context";
import { counting } from "./counting";
import { elementLoop } from "./element-loops";
import { elementName } from "./element-names";
import { closesEarly, endsShow, isGeneratorAt, iterated } from "./generators";
import { targetOf } from "./jumps";
import { takeApart } from "./patterns";
import { asksFor, presentParts } from "./presence";
import { lowerBody } from "./statements";
import { condition } from "./truth";
import { isUsing } from "./using";
import { checkVariableKind } from "./variable-kind";
import { lowerDeclarations } from "./variables";
import { elementTargets, isWhole } from "./whole-tuples";

export function visitWhile(node: ts.WhileStatement, context: Context): py.Statement[] {
  return context.jumps.loop(node, () => {
    const { test, head } = loopTest(node.expression, context);
    return [{ kind: "While", test, body: [...head, ...lowerBody(node.statement, context)] }];
  });
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
  return { test: TRUE, head: [...definitions, leaveUnless(test)] };
}

const leaveUnless = (test: py.Expression): py.Statement =>
  ifStatement(not(test), [simple("break")]);

/** `while True: …` with the test at the end, or at the beginning of all turns but the first. */
export function visitDo(node: ts.DoStatement, context: Context): py.Statement[] {
  return context.jumps.loop(node, () => {
    const body = lowerBody(node.statement, context);
    const isEndless = bare(node.expression).kind === ts.SyntaxKind.TrueKeyword;
    const { test, head } = loopTest(node.expression, context);
    if (isEndless) return [{ kind: "While", test: TRUE, body }];
    const end = head.length > 0 ? head : [leaveUnless(test)];
    if (!hasContinue(node)) return [{ kind: "While", test: TRUE, body: [...body, ...end] }];
    return firstApart(node, end, body, context);
  });
}

/** A loop that does `between` before every turn but the first. */
function firstApart(
  node: ts.Node,
  between: readonly py.Statement[],
  body: readonly py.Statement[],
  context: Context,
): py.Statement[] {
  const first = name(context.freeName(node, "first"));
  const head = ifStatement(not(first), between);
  return [
    assign(first, TRUE),
    { kind: "While", test: TRUE, body: [head, assign(first, FALSE), ...body] },
  ];
}

export function visitFor(node: ts.ForStatement, context: Context): py.Statement[] {
  const range = counting(node, context);
  if (range === null) return forAsWhile(node, context);
  const { variable, bounds } = range;
  checkVariableKind(variable.parent as ts.VariableDeclarationList, context);
  const elements = bounds.length === 1 ? elementLoop(node, variable, context) : null;
  if (elements !== null)
    return context.jumps.loop(node, () => [
      {
        kind: "For",
        target: elements.target,
        iterable: elements.iterable,
        body: elements.body(),
      },
    ]);
  return context.jumps.loop(node, () => [
    {
      kind: "For",
      target: name(context.declaredName(variable)),
      iterable: builtinCall("range", ...bounds),
      body: lowerBody(node.statement, context),
    },
  ]);
}

function forAsWhile(node: ts.ForStatement, context: Context): py.Statement[] {
  const { initializer, incrementor } = node;
  const before = initializer === undefined ? [] : initialStatements(initializer, context);
  const copies = copiesOfTurn(initializer, context);
  const isLast = incrementor === undefined && copies.length === 0;
  const step = () =>
    incrementor === undefined
      ? copies
      : [...copies, ...context.expressionAsStatements(incrementor)];
  const loop = context.jumps.loop(node, (): py.Statement[] => {
    const { test, head } = loopTest(node.condition, context);
    if (!isLast && hasContinue(node, isInFinally)) {
      const body = lowerBody(node.statement, context);
      const leave = head.length > 0 || test === TRUE ? head : [leaveUnless(test)];
      return firstApart(node, step(), [...leave, ...body], context);
    }
    context.jumps.steps.set(node, step);
    const body = [...head, ...lowerBody(node.statement, context)];
    context.jumps.steps.delete(node);
    const isLeft = body.at(-1);
    const isOver = isLeft?.kind === "Simple" && isLeft.keyword !== "pass";
    return [{ kind: "While", test, body: isOver ? body : [...body, ...step()] }];
  });
  return [...before, ...loop];
}

/** Every turn has variables of its own, which functions of the turn before do not see (ECMAScript 14.7.4.4). */
function copiesOfTurn(node: ts.ForInitializer | undefined, context: Context): py.Statement[] {
  if (node === undefined || !ts.isVariableDeclarationList(node)) return [];
  return node.declarations
    .filter((declaration) => isCell(declaration, context))
    .map((declaration) => {
      const cell = name(context.declaredName(declaration));
      return assign(cell, list(subscript(cell, number(0))));
    });
}

function initialStatements(node: ts.ForInitializer, context: Context): py.Statement[] {
  return ts.isVariableDeclarationList(node)
    ? lowerDeclarations(node, context)
    : context.expressionAsStatements(node);
}

/** Whether a `continue` of `loop` stands in its body, at a place like `where`. */
function hasContinue(
  loop: ts.IterationStatement,
  where: (node: ts.Node, loop: ts.Node) => boolean = () => true,
): boolean {
  return some(
    loop.statement,
    (node) => ts.isContinueStatement(node) && targetOf(node) === loop && where(node, loop),
  );
}

/** Whether something has to run between `node` and the next turn of `loop`. */
function isInFinally(node: ts.Node, loop: ts.Node): boolean {
  for (let current = node.parent; current !== loop; current = current.parent) {
    if (ts.isTryStatement(current) && current.finallyBlock !== undefined) return true;
    if (ts.isBlock(current) && current.statements.some(isUsing)) return true;
  }
  return false;
}

export function visitForOf(node: ts.ForOfStatement, context: Context): py.Statement[] {
  const { initializer } = node;
  const isUsed = (initializer.flags & ts.NodeFlags.Using) !== 0;
  if (ts.isVariableDeclarationList(initializer) && isUsed)
    context.refuse(
      initializer,
      "unsupportedSyntax",
      "`using` in the head of a loop",
      "Begin the body with it: `for (const item of items) { using part = item; … }`.",
    );
  if (node.awaitModifier !== undefined) return visitForAwait(node, context);
  const { target, prologue } = loopTarget(node, context);
  const iterable = lowerIterable(node, context);
  const loop = (source: py.Expression) =>
    context.jumps.loop(node, () => {
      const body = [...prologue, ...lowerBody(node.statement, context)];
      return [{ kind: "For", target, iterable: source, body }];
    });
  if (!closesEarly(node, context)) return loop(iterable);
  const iterator = context.temporary(node.expression, "iterator");
  const closing = expressionStatement(call(context.helper("close_iterator"), [iterator]));
  return [
    assign(
      iterator,
      endsShow(context) && !isGeneratorAt(node.expression, context)
        ? builtinCall("iter", iterable)
        : iterable,
    ),
    { kind: "Try", body: loop(iterator), handlers: [], finalBody: [closing] },
  ];
}

interface LoopTarget {
  readonly target: py.Expression;
  /** What takes the value apart, at the beginning of every turn. */
  readonly prologue: py.Statement[];
}

/** The variable of a `for … of` or `for … in`. */
export function loopTarget(
  node: ts.ForInStatement | ts.ForOfStatement,
  context: Context,
): LoopTarget {
  const { initializer } = node;
  if (!ts.isVariableDeclarationList(initializer)) return assignedTarget(initializer, context);
  const declaration = initializer.declarations[0];
  checkVariableKind(initializer, context);
  if (declaration === undefined) return { target: name("_"), prologue: [] };
  const pattern = declaration.name;
  if (ts.isIdentifier(pattern)) return plainTarget(declaration, context);
  const isPairs =
    ts.isArrayBindingPattern(pattern) &&
    ts.isForOfStatement(node) &&
    (takesWhole(pattern, node.expression, context) ||
      context.analysis.bounds.areRows(node.expression, pattern, pattern.elements.length));
  const targets = isPairs ? elementTargets(pattern, context) : null;
  const missing = context.analysis.missing.elementAt(pattern);
  if (targets !== null && !asksFor(missing, context))
    return { target: tuple(...targets.map((target) => target ?? name("_"))), prologue: [] };
  const part = name(
    context.freeNames.beside(declaration, elementName(node.expression, "part"), "part"),
  );
  const type = context.types.typeAt(pattern);
  const { statements, definitions } = context.collect(() => {
    const given = presentParts(part, pattern, "loop", missing, context);
    const asked = given === part ? [] : [assign(part, given)];
    return [...asked, ...takeApart(pattern, part, type, context)];
  });
  return { target: part, prologue: [...definitions, ...statements] };
}

function plainTarget(declaration: ts.VariableDeclaration, context: Context): LoopTarget {
  const target = name(context.declaredName(declaration));
  return { target, prologue: isCell(declaration, context) ? [assign(target, list(target))] : [] };
}

/** `for (x of …)` with a variable from outside. */
function assignedTarget(node: ts.Expression, context: Context): LoopTarget {
  const inner = bare(node);
  if (ts.isIdentifier(inner)) return { target: context.expression(inner), prologue: [] };
  return { target: context.refuse(node, "unsupportedPattern"), prologue: [] };
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
  if (kind === "set") return context.expression(expression);
  if (kind === "map") return call(attribute(context.expression(expression), "items"));
  return iterated(expression, context);
}
