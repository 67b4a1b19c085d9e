// What may be given where: TypeScript looks at shapes, Python at what a value really is.
import { ts } from "ts-morph";
import { kindAtStart, kindInWords } from "../analysis/kind-words";
import { bare } from "../analysis/syntax";
import { isLibraryFile, type Kind } from "../analysis/types";
import type { Context } from "./context";
import { expectedType } from "../analysis/expected-type";
import { crossingAt, isReachedByKey } from "./crossings";
import { isDataArgument } from "./data-arguments";
import { checkFallback } from "./fallbacks";

/** What a program makes itself: reached by attribute, or by key. */
const OBJECTS: ReadonlySet<Kind> = new Set(["contract", "dict", "instance", "record"]);

/** What is of one kind by itself, and may be taken for one of another. */
const MADE: ReadonlySet<Kind> = new Set([...OBJECTS, "tuple"]);

/** What the library makes, of which Python has the members under other names. */
const LIBRARY: ReadonlySet<Kind> = new Set([
  "array",
  "boolean",
  "bytes",
  "function",
  "map",
  "number",
  "set",
  "string",
  "tuple",
  "typed",
]);

/** Refuses values whose Python form differs from what their place expects. */
export function checkFlow(node: ts.Expression, context: Context): void {
  checkFallback(node, context);
  if (isTakenApart(node)) return;
  if (ts.isParenthesizedExpression(node) || isBesideBoolean(node, context)) return;
  const has = context.types.kindAt(node);
  const wanted = MADE.has(has)
    ? expectedType(node, context.types)
    : context.types.checker.getContextualType(node);
  if (wanted === undefined) return;
  if (ts.isObjectLiteralExpression(node)) {
    if (isArrayLike(wanted) && !isLibraryArgument(node, context))
      context.refuse(node, "recordAndClass", "A record", "an array");
    return;
  }
  checkNumber(node, wanted, context);
  const wants = context.types.kindOf(wanted);
  if (has === wants) {
    checkCrossing(node, wanted, context);
    return;
  }
  if (isMapGiven(node, context) && context.analysis.mapsChangeInLoops)
    context.refuse(node, "iterableMap", "A Map");
  const isObject = (kind: Kind) => OBJECTS.has(kind);
  if (isDataArgument(node, context)) return;
  checkCrossing(node, wanted, context);
  const isLost = isArrayLike(wanted)
    ? isReachedByKey(has) || has === "string"
    : LIBRARY.has(has) && isObject(wants) && wants !== "instance" && !isEmptyType(wanted);
  if (isLost && !isLibraryArgument(node, context))
    context.refuse(node, "recordAndClass", kindAtStart(has), kindInWords(wants));
  const isArrayLiteral = ts.isArrayLiteralExpression(node);
  if (has === "tuple" && wants === "array" && !isArrayLiteral && wanted.symbol?.name === "Array") {
    context.refuse(node, "tupleAsArray");
  }
}

function checkCrossing(node: ts.Expression, wanted: ts.Type, context: Context): void {
  const crossing = crossingAt(node, wanted, context);
  if (crossing === null) return;
  context.refuse(node, "recordAndClass", kindAtStart(crossing.from), kindInWords(crossing.to));
}

/** Whether `node` is a Map where anything that can be iterated is expected: a Python dict gives its keys. */
export function isMapGiven(node: ts.Expression, context: Context): boolean {
  if (context.types.kindAt(node) !== "map" || ts.isParenthesizedExpression(node)) return false;
  const wanted = context.types.checker.getContextualType(node);
  const isIterated = wanted !== undefined && context.types.kindOf(wanted) === "iterator";
  return isIterated && !isTakenApart(node) && !isLibraryArgument(node, context);
}

/** `a || b` of booleans is looked at as a whole; what TypeScript expects of `b` would be what `a` is. */
function isBesideBoolean(node: ts.Expression, { types }: Context): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.BarBarToken &&
    parent.right === node &&
    types.kindAt(node) === "boolean" &&
    types.kindAt(parent.left) === "boolean"
  );
}

/** What a pattern takes apart knows where its parts are. */
function isTakenApart(node: ts.Expression): boolean {
  let { parent } = node;
  while (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent))
    parent = parent.parent;
  return ts.isVariableDeclaration(parent) && !ts.isIdentifier(parent.name);
}

const isArrayLike = (type: ts.Type) => type.symbol?.name === "ArrayLike";

/** The library's functions know what they get: `new Set(map)`. */
function isLibraryArgument(node: ts.Expression, context: Context): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  const declaration = context.types.checker.getResolvedSignature(parent)?.declaration;
  return declaration !== undefined && isLibraryFile(declaration.getSourceFile());
}

const isEmptyType = (type: ts.Type) =>
  type.getProperties().length === 0 && type.getStringIndexType() === undefined;

function checkNumber(node: ts.Expression, wanted: ts.Type, context: Context): void {
  if (context.types.flavourOf(wanted) !== "int" || context.types.kindAt(node) !== "number") return;
  const { kind, large } = context.analysis.numbers.of(node);
  if (kind !== "int" && !large && !isRounding(node)) context.refuse(node, "floatForInt");
}

/** `Math.floor(…)` and its like: an int, unless what it is given is no number at all. */
function isRounding(node: ts.Expression): boolean {
  const inner = bare(node);
  return (
    ts.isCallExpression(inner) &&
    /^Math\.(ceil|floor|round|trunc)$/.test(inner.expression.getText())
  );
}
