// Closures share one variable in Python where TypeScript has one for every turn of a loop: a
// function that outlives the turn takes its value along, as the default of a parameter. What changes
// after that is kept in a list of one element, and the list is taken along.
import { ts } from "ts-morph";
import {
  bare,
  isAsync,
  isFunctionNode,
  isGenerator,
  isLoop,
  isWithin,
  scopeOf,
  type FunctionNode,
} from "../analysis/syntax";
import { isLibraryFile } from "../analysis/types";
import { walk } from "../analysis/walk";
import type * as py from "../python/ast";
import { name } from "../python/build";
import type { Context } from "./context";

/** `i=i` for the variables of a loop that `node`, made in one of its turns, reads later. */
export function capturedParameters(node: FunctionNode, context: Context): py.Parameter[] {
  const loop = outermostLoop(node, context);
  if (loop === undefined || isCalledAtOnce(node, context)) return [];
  const captured = new Set<string>();
  walk(node, (child) => {
    if (!ts.isIdentifier(child)) return;
    const declaration = context.analysis.uses.declarationAt(child);
    if (declaration === undefined || declaration.getSourceFile() !== context.file) return;
    if (isWithin(declaration, node) || !isWithin(declaration, loop)) return;
    if (!isVariable(declaration) || isMadeOnce(declaration, loop, context)) return;
    const own = context.nameOf(declaration);
    const isKept = isSettled(declaration, node, context) || isCell(declaration, context);
    if (own === undefined || !isKept) context.refuse(child, "loopVariableCaptured", child.text);
    else captured.add(own);
  });
  const form = takesAllGiven(node, context) ? undefined : "keyword-only";
  return [...captured].map((own) => ({ name: own, form, default: name(own) }));
}

/** Whether the place that `node` is written for gives as many arguments as it takes. */
function takesAllGiven(node: FunctionNode, { types: { checker } }: Context): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  const wanted = checker.getContextualType(node);
  const [signature, ...others] = wanted?.getCallSignatures() ?? [];
  const given = signature?.getDeclaration().parameters ?? [];
  const isRest = ({ dotDotDotToken }: ts.ParameterDeclaration) => dotDotDotToken !== undefined;
  return (
    signature !== undefined &&
    others.length === 0 &&
    given.length === node.parameters.length &&
    !given.some(isRest) &&
    !node.parameters.some(isRest)
  );
}

/** A function that is called at once belongs to the turn, and so does what is made in it. */
function outermostLoop(node: FunctionNode, context: Context): ts.Node | undefined {
  let loop: ts.Node | undefined;
  for (let current: ts.Node = node.parent; current !== undefined; current = current.parent) {
    if (isFunctionNode(current) && !isCalledAtOnce(current, context)) break;
    if (isLoop(current)) loop = current;
  }
  return loop;
}

const isVariable = (node: ts.Declaration) =>
  ts.isVariableDeclaration(node) ||
  ts.isBindingElement(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isClassDeclaration(node);

const cells = new WeakMap<Context, Map<ts.Declaration, boolean>>();

/** Whether `node` is a variable of a turn that changes after a function has taken it along. */
export function isCell(node: ts.Declaration, context: Context): boolean {
  const ofFile = cells.get(context) ?? new Map<ts.Declaration, boolean>();
  cells.set(context, ofFile);
  const result = ofFile.get(node) ?? isChangedLater(node, context);
  ofFile.set(node, result);
  return result;
}

function isChangedLater(node: ts.Declaration, context: Context): boolean {
  const { captured, references, writes } = context.analysis.uses.of(node);
  if (!captured || !ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return false;
  const place = node.parent.parent;
  if (!ts.isVariableStatement(place) && !ts.isForOfStatement(place) && !ts.isForStatement(place))
    return false;
  if (writes.length === 0 && !isFunctionItself(node)) return false;
  const lasting = references.flatMap((reference): FunctionNode[] => {
    const closure = closureIn(scopeOf(node), reference, context);
    const loop = closure && outermostLoop(closure, context);
    return closure !== undefined && loop !== undefined && isWithin(node, loop) ? [closure] : [];
  });
  return (
    lasting.some((closure) => !isSettled(node, closure, context)) &&
    lasting.every((closure) => node.end <= closure.pos || isWithin(closure, node))
  );
}

/** A function that a name is given to may call itself by it. */
const isFunctionItself = (node: ts.VariableDeclaration) =>
  node.initializer !== undefined && isFunctionNode(bare(node.initializer));

/** The outermost function made in `scope` that `node` lies in and that outlives its turn. */
function closureIn(scope: ts.Node, node: ts.Node, context: Context): FunctionNode | undefined {
  let closure: FunctionNode | undefined;
  for (let current: ts.Node = node.parent; current !== scope; current = current.parent) {
    if (current === undefined || ts.isSourceFile(current)) return undefined;
    if (isFunctionNode(current) && !isCalledAtOnce(current, context)) closure = current;
  }
  return closure;
}

/** What the loop evaluates before its first turn, or a function that has nothing of the loop in it. */
function isMadeOnce(node: ts.Declaration, loop: ts.Node, context: Context): boolean {
  const isIterated = ts.isForOfStatement(loop) || ts.isForInStatement(loop);
  if (isIterated && isWithin(node, loop.expression)) return true;
  if (!ts.isFunctionDeclaration(node)) return false;
  let isAlone = true;
  walk(node, (child) => {
    if (!ts.isIdentifier(child) || !isAlone) return;
    const declaration = context.analysis.uses.declarationAt(child);
    isAlone =
      declaration === undefined || isWithin(declaration, node) || !isWithin(declaration, loop);
  });
  return isAlone;
}

/** Whether `node` has its last value of the turn when `closure` is made. */
function isSettled(node: ts.Declaration, closure: FunctionNode, context: Context): boolean {
  if (node.end > closure.pos) return false;
  const { parent } = node;
  const header = ts.isVariableDeclarationList(parent) ? parent.parent : undefined;
  const { writes } = context.analysis.uses.of(node);
  return writes.every(({ target }) => {
    if (header === undefined || !ts.isForStatement(header)) return false;
    // The step is made on the variable of the next turn.
    return header.incrementor !== undefined && isWithin(target, header.incrementor);
  });
}

/** Whether a call of `node` ends before it has run: asynchronous functions and generators. */
const runsLater = (node: FunctionNode) => isAsync(node) || isGenerator(node);

const IMMEDIATE: ReadonlySet<string> = new Set([
  "array",
  "bytes",
  "map",
  "set",
  "string",
  "tuple",
  "typed",
]);

/** An argument of a method like `sort`, which keeps it no longer than the call lasts. */
function isCalledAtOnce(node: FunctionNode, context: Context): boolean {
  if (runsLater(node)) return false;
  let current: ts.Node = node;
  while (ts.isParenthesizedExpression(current.parent)) current = current.parent;
  const { parent } = current;
  if (!ts.isCallExpression(parent)) return false;
  const callee = bare(parent.expression);
  if (parent.expression === current) return true;
  const declaration = context.types.checker.getResolvedSignature(parent)?.declaration;
  const index = parent.arguments.findIndex((argument) => argument === current);
  // `push` takes a function like any other value, and keeps it.
  const parameter: ts.Node | undefined = declaration?.parameters[index];
  const takesFunction =
    parameter !== undefined && ts.isParameter(parameter) ? parameter.type : undefined;
  return (
    declaration !== undefined &&
    isLibraryFile(declaration.getSourceFile()) &&
    takesFunction !== undefined &&
    ts.isFunctionTypeNode(takesFunction) &&
    ts.isPropertyAccessExpression(callee) &&
    IMMEDIATE.has(context.types.kindAt(callee.expression))
  );
}

/** `parameters` and those captured, before `**rest` if there is one. */
export function withCaptured(
  parameters: readonly py.Parameter[],
  captured: readonly py.Parameter[],
): py.Parameter[] {
  const isLast = ({ form }: py.Parameter) => form === "keywords";
  return [...parameters.filter((one) => !isLast(one)), ...captured, ...parameters.filter(isLast)];
}
