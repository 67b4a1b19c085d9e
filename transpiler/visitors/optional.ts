// `a?.b.c()`: the whole chain is None if `a` is.
import { ts } from "ts-morph";
import { isSimple } from "../analysis/syntax";
import type * as py from "../python/ast";
import { assign, conditional, ifStatement, NONE } from "../python/build";
import type { Context } from "./context";
import { hoist, keep } from "./effects";
import { isThere } from "./nothing";

export type Link = ts.CallExpression | ts.ElementAccessExpression | ts.PropertyAccessExpression;

export const isLink = (node: ts.Node): node is Link =>
  ts.isCallExpression(node) ||
  ts.isElementAccessExpression(node) ||
  ts.isPropertyAccessExpression(node);

/** The leftmost `?.` of the chain that has not been asked about yet. */
function openLink(node: Link, context: Context): Link | null {
  let found: Link | null = null;
  let current: ts.Node = node;
  while (isLink(current) && (current.flags & ts.NodeFlags.OptionalChain) !== 0) {
    if (current.questionDotToken !== undefined && !context.closedLinks.has(current))
      found = current;
    current = current.expression;
  }
  return found;
}

export const hasOpenLink = (node: Link, context: Context): boolean =>
  openLink(node, context) !== null;

export interface Chain {
  readonly test: py.Expression;
  readonly value: py.Expression;
}

/** What has to hold, and the value if it does. */
export function openChain(
  node: Link,
  context: Context,
  make = () => context.expression(node),
): Chain {
  const link = openLink(node, context) as Link;
  const base = context.expression(link.expression);
  let test = isThere(base, link.expression, context);
  let stand: py.Expression = base;
  if (!isSimple(link.expression)) {
    const target = context.temporary(link.expression, "found");
    test = isThere({ kind: "NamedExpression", target, value: base }, link.expression, context);
    stand = target;
  }
  context.closedLinks.add(link);
  const value = context.substituted(link.expression, stand, make);
  context.closedLinks.delete(link);
  return { test, value };
}

/** The chain as statements, for one that needs some where there is something at its left. */
export function hoistChain(node: Link, context: Context): void {
  const link = openLink(node, context) as Link;
  hoist(link.expression, context);
  const base = keep(link.expression, "found", context);
  const result: py.Name = { ...context.temporary(node, "result"), temporary: true };
  context.closedLinks.add(link);
  const { statements, definitions } = context.collect(() => [
    assign(result, context.expression(node)),
  ]);
  context.closedLinks.delete(link);
  context.precede(assign(result, NONE));
  context.precede(
    ifStatement(isThere(base, link.expression, context), [...definitions, ...statements]),
  );
  context.stand(node, result);
}

export function visitOptional(node: Link, context: Context): py.Expression {
  const { test, value } = openChain(node, context);
  return conditional(value, test, NONE);
}
