// `for (let i = 0; i < text.length; i++)` whose index does nothing but read `text[i]`: a loop over what
// it reads. MicroPython does that in half the time, and finds a place in a text that is not ASCII by
// counting from its beginning.
import { ts } from "ts-morph";
import { REARRANGING } from "../analysis/container-methods";
import { bare, isWithin, isWritten } from "../analysis/syntax";
import { some } from "../analysis/walk";
import { writesOf } from "../analysis/writes";
import { mayBeOutsideBmp } from "./outside-bmp";
import type * as py from "../python/ast";
import { builtinCall, name } from "../python/build";
import { isCell } from "./captures";
import type { Context } from "./context";
import { elementName } from "./element-names";
import { lowerBody, lowerStatements } from "./statements";

const CODES = new Set(["charCodeAt", "codePointAt"]);

/** A place where the loop reads its element. */
interface Read {
  readonly node: ts.Expression;
  /** As a number: `text.charCodeAt(i)`. */
  readonly isCode: boolean;
}

export interface ElementLoop {
  readonly target: py.Name;
  readonly iterable: py.Expression;
  readonly body: () => py.Statement[];
}

/** The loop from 0 to the length of a container as one over its elements; null where it needs the index. */
export function elementLoop(
  loop: ts.ForStatement,
  variable: ts.VariableDeclaration,
  context: Context,
): ElementLoop | null {
  const container = measuredBy(loop, context);
  if (container === null) return null;
  const { references, captured } = context.analysis.uses.of(variable);
  const inBody = references.filter((reference) => isWithin(reference, loop.statement));
  const reads = inBody.map((reference) => readAt(reference, container, context));
  if (captured || reads.length === 0 || reads.includes(null)) return null;
  if (!isUntouched(container, loop, context)) return null;
  const first = firstName(loop.statement, reads as Read[], context);
  const target =
    first === null
      ? context.temporary(variable, nameOfElement(container, context))
      : name(context.declaredName(first));
  const rest = () =>
    first === null
      ? lowerBody(loop.statement, context)
      : lowerStatements((loop.statement as ts.Block).statements.slice(1), loop.statement, context);
  return {
    target,
    iterable: context.expression(container),
    body: () =>
      (reads as Read[]).reduceRight((make, read) => standing(read, target, make, context), rest)(),
  };
}

const standing =
  ({ node, isCode }: Read, target: py.Name, make: () => py.Statement[], context: Context) =>
  (): py.Statement[] =>
    context.substituted(node, isCode ? builtinCall("ord", target) : target, make);

/** `container` of a loop `while i < container.length`. */
function measuredBy({ condition }: ts.ForStatement, context: Context): ts.Expression | null {
  if (!condition || !ts.isBinaryExpression(condition)) return null;
  if (condition.operatorToken.kind !== ts.SyntaxKind.LessThanToken) return null;
  const length = bare(condition.right);
  if (!ts.isPropertyAccessExpression(length) || length.name.text !== "length") return null;
  const container = bare(length.expression);
  const kind = context.types.kindAt(container);
  const isPlain = ts.isIdentifier(container) || isElementOfName(container);
  if (!isPlain || !["array", "bytes", "string"].includes(kind)) return null;
  return kind === "string" && mayBeOutsideBmp(container, context) ? null : container;
}

/** `rows[y]` */
const isElementOfName = (node: ts.Expression): boolean =>
  ts.isElementAccessExpression(node) &&
  ts.isIdentifier(bare(node.expression)) &&
  ts.isIdentifier(bare(node.argumentExpression));

function readAt(reference: ts.Node, container: ts.Expression, context: Context): Read | null {
  const { parent } = reference;
  const isContainer = (node: ts.Expression) => isSameName(bare(node), container, context);
  if (ts.isElementAccessExpression(parent)) {
    const isRead =
      parent.argumentExpression === reference &&
      parent.questionDotToken === undefined &&
      isContainer(parent.expression) &&
      !isWritten(parent);
    return isRead ? { node: parent, isCode: false } : null;
  }
  if (!ts.isCallExpression(parent) || parent.arguments.length !== 1) return null;
  const callee = bare(parent.expression);
  const isMethod =
    ts.isPropertyAccessExpression(callee) &&
    context.types.kindAt(container) === "string" &&
    callee.questionDotToken === undefined &&
    isContainer(callee.expression);
  if (!isMethod || !(CODES.has(callee.name.text) || callee.name.text === "charAt")) return null;
  return { node: parent, isCode: CODES.has(callee.name.text) };
}

function isSameName(node: ts.Expression, other: ts.Expression, context: Context): boolean {
  if (ts.isElementAccessExpression(node) && ts.isElementAccessExpression(other))
    return (
      isSameName(bare(node.expression), bare(other.expression), context) &&
      isSameName(bare(node.argumentExpression), bare(other.argumentExpression), context)
    );
  const { uses } = context.analysis;
  const isName = ts.isIdentifier(node) && ts.isIdentifier(other);
  return isName && uses.declarationAt(node) === uses.declarationAt(other);
}

/** Whether the elements stay as they are from the beginning of a turn to where they are read. */
function isUntouched(container: ts.Expression, loop: ts.ForStatement, context: Context): boolean {
  const { changes } = context.analysis;
  const kind = context.types.kindAt(container);
  if (kind === "string") return true;
  if (kind === "array") return !changes.mayRearrange(loop.statement, container);
  return (
    changes.runsNothing(loop.statement) &&
    !some(loop.statement, (node) => writesBytes(node, context))
  );
}

/** What puts other bytes into an array of them. */
const FILLING = new Set([...REARRANGING, "set"]);

function writesBytes(node: ts.Node, { types }: Context): boolean {
  const isStore = writesOf(node).some(
    ({ target }) =>
      ts.isElementAccessExpression(target) && types.kindAt(target.expression) !== "array",
  );
  if (isStore || !ts.isCallExpression(node)) return isStore;
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  return FILLING.has(callee.name.text) || types.kindAt(callee.expression) === "view";
}

/** The variable of `const c = text[i];` where the body begins with that. */
function firstName(
  body: ts.Statement,
  reads: readonly Read[],
  context: Context,
): ts.VariableDeclaration | null {
  const first = ts.isBlock(body) ? body.statements[0] : undefined;
  if (first === undefined || !ts.isVariableStatement(first)) return null;
  const [only, second] = first.declarationList.declarations;
  if (only?.initializer === undefined || second !== undefined || !ts.isIdentifier(only.name))
    return null;
  const made = bare(only.initializer);
  const isRead = reads.some(({ node, isCode }) => node === made && !isCode);
  const text = context.file.text;
  const isRemarked = [first.getFullStart(), first.end].some(
    (place) => ts.getLeadingCommentRanges(text, place) ?? ts.getTrailingCommentRanges(text, place),
  );
  const isFixed = context.analysis.uses.of(only).writes.length === 0 && !isCell(only, context);
  return isRead && isFixed && !isRemarked ? only : null;
}

function nameOfElement(container: ts.Expression, { types }: Context): string {
  const kind = types.kindAt(container);
  if (kind === "string") return "character";
  const element = types.checker.getIndexTypeOfType(types.typeAt(container), ts.IndexKind.Number);
  const isRow = element !== undefined && types.kindOf(element) === "array";
  return elementName(container, kind === "bytes" ? "byte" : isRow ? "row" : "value");
}
