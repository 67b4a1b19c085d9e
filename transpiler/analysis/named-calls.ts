// The calls of a function, a constructor or a method, all of them by its name.
import { ts } from "ts-morph";
import { isMethod } from "./class-syntax";
import type { FunctionNode } from "./syntax";
import type { Uses } from "./uses";
import { walk } from "./walk";

type Call = ts.CallExpression | ts.NewExpression;

/** All calls that may run `node`; null if it may be called otherwise. */
export function namedCalls(
  node: FunctionNode,
  uses: Uses,
  files: readonly ts.SourceFile[],
): Call[] | null {
  if (isMethod(node)) return callsOfMethods(node.name?.getText() ?? "", files);
  const holder = ts.isConstructorDeclaration(node) ? node.parent : heldBy(node);
  if (holder === undefined) return null;
  return callsAt(uses.of(holder).references);
}

/** What has the name of a function. */
function heldBy(node: FunctionNode): ts.Declaration | undefined {
  if (ts.isFunctionDeclaration(node)) return node;
  const { parent } = node;
  const isConstant =
    ts.isVariableDeclaration(parent) && (parent.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant ? parent : undefined;
}

function callsAt(places: readonly ts.Node[]): Call[] | null {
  const calls: Call[] = [];
  for (const place of places) {
    const { parent } = place;
    if (isCallee(place)) calls.push(parent as Call);
    else if (!isHarmless(place)) return null;
  }
  return calls;
}

/** Calls of all methods of this name: which of them runs depends on the object. */
function callsOfMethods(name: string, files: readonly ts.SourceFile[]): Call[] | null {
  const places: ts.Node[] = [];
  let isComputed = false;
  for (const file of files)
    walk(file, (node) => {
      if (ts.isPropertyAccessExpression(node) && node.name.text === name) places.push(node);
      isComputed ||=
        ts.isElementAccessExpression(node) || ts.isBindingElement(node)
          ? node.getText().includes(name)
          : false;
    });
  return isComputed ? null : callsAt(places);
}

function isCallee(place: ts.Node): boolean {
  const { parent } = place;
  const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  return isCall && parent.expression === place;
}

/** `import { x }`, `instanceof X`, a type: nobody calls it there. */
function isHarmless(place: ts.Node): boolean {
  const { parent } = place;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return true;
  if (ts.isTypeReferenceNode(parent) || ts.isTypeQueryNode(parent)) return true;
  return (
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
  );
}
