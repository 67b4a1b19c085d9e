// `value as unknown as T`: TypeScript takes the value for what it is not, and so would the Python.
import { ts } from "ts-morph";
import { bare, isWritten } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import type { Context } from "./context";
import { isCaught, throwsErrors } from "./thrown";

/** Kinds that Python reaches in the same way. */
const ALIKE: Partial<Record<Kind, string>> = {
  array: "list",
  boolean: "boolean",
  dict: "record",
  instance: "instance",
  map: "map",
  number: "number",
  record: "record",
  set: "set",
  string: "string",
  tuple: "list",
};

/** What an assertion is about; refused where two of them take it for what Python reaches otherwise. */
export function visitAssertion(node: ts.AssertionExpression, context: Context): py.Expression {
  const inner = bare(node.expression);
  const { types } = context;
  let between = node.expression;
  while (ts.isParenthesizedExpression(between)) between = between.expression;
  const isTwice = ts.isAssertionExpression(between);
  if (isTwice && !isSpread(node) && areApart(types.kindsAt(inner), types.kindsAt(node)))
    context.refuse(
      node,
      "unsupportedSyntax",
      "A cast to what the value is not",
      "Convert it: `String(value)`, `Number(value)`, or a function of your own.",
    );
  if (takesLess(types.typeAt(inner), types.typeAt(node)))
    context.refuse(
      node,
      "unsupportedSyntax",
      "A cast to a function of fewer arguments",
      "Make the parameters optional (`b?: number`), or write `(a) => f(a, undefined)`.",
    );
  if (isShort(inner, types.typeAt(node), context))
    context.refuse(
      node,
      "unsupportedSyntax",
      "A cast to a tuple that has more",
      "Write every element, `undefined` too.",
    );
  if (isCaught(inner, context)) checkCaught(node, context);
  return context.expression(node.expression);
}

/** `add as (a: number) => number`: Python misses the arguments that its callers leave out. */
function takesLess(given: ts.Type, wanted: ts.Type): boolean {
  const [[own, ...overloads], [other]] = [given.getCallSignatures(), wanted.getCallSignatures()];
  if (own === undefined || other === undefined || overloads.length > 0) return false;
  const declarations = other.getParameters().map(({ valueDeclaration }) => valueDeclaration);
  const isRest = declarations.some(
    (one) => one === undefined || (ts.isParameter(one) && one.dotDotDotToken !== undefined),
  );
  return !isRest && requiredBy(other) < requiredBy(own);
}

/** How many arguments every call has. */
const requiredBy = (signature: ts.Signature): number =>
  signature.getParameters().filter(({ valueDeclaration: one }) => {
    if (one === undefined || !ts.isParameter(one)) return false;
    const { questionToken, initializer, dotDotDotToken } = one;
    return [questionToken, initializer, dotDotDotToken].every((part) => part === undefined);
  }).length;

/** `[1] as unknown as [number, number]` */
function isShort(node: ts.Expression, wanted: ts.Type, { types: { checker } }: Context): boolean {
  if (!ts.isArrayLiteralExpression(node) || node.elements.some(ts.isSpreadElement)) return false;
  if (!checker.isTupleType(wanted)) return false;
  return node.elements.length < (wanted as ts.TupleTypeReference).target.minLength;
}

/** `error as { message: string }`: Python reaches the members of an error otherwise than a record's. */
function checkCaught(node: ts.AssertionExpression, context: Context): void {
  const kinds = context.types.kindsAt(node);
  const isRecord = kinds.has("record") || kinds.has("dict");
  const type = context.types.typeAt(node);
  const isKnown =
    context.analysis.openRecords.isOpen(type) &&
    type.getProperty("stack") === undefined &&
    isTakenApart(node, context);
  if (isRecord && !isKnown && throwsErrors(context))
    context.refuse(
      node,
      "unsupportedSyntax",
      "A cast of what was caught to a record",
      "Ask `error instanceof Error`, or cast it to `Error` or to a class that extends it.",
    );
}

/** Whether only members of the value of `node` are asked for: as a whole it is still an error. */
function isTakenApart(node: ts.Node, context: Context): boolean {
  let place = node;
  while (ts.isParenthesizedExpression(place.parent)) place = place.parent;
  const { parent } = place;
  if (ts.isPropertyAccessExpression(parent)) return !isWritten(parent);
  if (!ts.isVariableDeclaration(parent)) return false;
  if (ts.isObjectBindingPattern(parent.name))
    return parent.name.elements.every(({ dotDotDotToken }) => dotDotDotToken === undefined);
  const { references, writes } = context.analysis.uses.of(parent);
  const isAsked = (one: ts.Node) => ts.isPropertyAccessExpression(one) && !isWritten(one);
  return writes.length === 0 && references.every((one) => isAsked(one.parent));
}

/** `f(...(names as unknown as [string, string]))`: anything that can be run over is spread alike. */
function isSpread(node: ts.Expression): boolean {
  let place: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(place)) place = place.parent;
  return ts.isSpreadElement(place);
}

function areApart(given: ReadonlySet<Kind>, wanted: ReadonlySet<Kind>): boolean {
  const groups = (kinds: ReadonlySet<Kind>) =>
    [...kinds].filter((kind) => kind !== "null").map((kind) => ALIKE[kind]);
  const [before, after] = [groups(given), groups(wanted)];
  const areKnown = [...before, ...after].every((group) => group !== undefined);
  return (
    areKnown && before.length > 0 && after.length > 0 && !before.some((one) => after.includes(one))
  );
}
