// Whether promises are JavaScript's or asyncio's coroutines, and whether anything runs later.
import { ts } from "ts-morph";
import { hasModifier, isFunctionNode } from "./syntax";
import { some } from "./walk";

/** Libraries that run coroutines themselves. */
const COROUTINE_LIBRARIES = /^(asyncio|taipan_http|adafruit_\w+)(\/|$)/;

/** What gives work to the event loop, by name. */
const STARTERS = new Set(["Promise", "queueMicrotask", "setInterval", "setTimeout"]);

export class Asynchrony {
  /** The program runs its coroutines by asyncio: no promise of JavaScript's is made. */
  readonly isAsyncio: boolean;
  /** Something may be left to do when the last line of the program has run. */
  readonly runsLater: boolean;

  constructor(files: readonly ts.SourceFile[]) {
    this.isAsyncio = files.some((file) => file.statements.some(importsCoroutines));
    this.runsLater = !this.isAsyncio && files.some((file) => some(file, startsWork));
  }
}

function importsCoroutines(node: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(node) &&
    ts.isStringLiteral(node.moduleSpecifier) &&
    COROUTINE_LIBRARIES.test(node.moduleSpecifier.text)
  );
}

function startsWork(node: ts.Node): boolean {
  if (isFunctionNode(node)) return hasModifier(node, ts.SyntaxKind.AsyncKeyword);
  if (ts.isAwaitExpression(node)) return true;
  if (!ts.isIdentifier(node) || !STARTERS.has(node.text)) return false;
  return ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent) || isMember(node);
}

const isMember = (node: ts.Identifier) =>
  ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node;
