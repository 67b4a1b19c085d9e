// What is changed in a program's TypeScript before it is bundled, so that it does in Node what its
// Python does on a board. No line moves: the source map is by lines.
import { ts } from "ts-morph";
import { catchGuard, coroutineMaker } from "./realm-prelude";

interface Edit {
  at: number;
  removed: number;
  inserted: string;
}

const insertion = (at: number, inserted: string): Edit => ({ at, removed: 0, inserted });

/** @param isAsyncio whether the program's promises are Python's coroutines */
export function edited(path: string, text: string, isAsyncio: boolean): string {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCatchClause(node)) edits.push(...catchEdits(node));
    if (isAsyncio) edits.push(...coroutineEdits(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits
    .sort((a, b) => b.at - a.at || b.removed - a.removed)
    .reduce(
      (changed, { at, removed, inserted }) =>
        changed.slice(0, at) + inserted + changed.slice(at + removed),
      text,
    );
}

/** Every `catch` with the guard at its head. */
function catchEdits({ variableDeclaration: variable, block }: ts.CatchClause): Edit[] {
  const head = block.statements.pos;
  if (variable === undefined) {
    return [insertion(block.pos, " (__error)"), insertion(head, ` ${catchGuard}(__error);`)];
  }
  const name = ts.isIdentifier(variable.name) ? variable.name.text : null;
  return name === null ? [] : [insertion(head, ` ${catchGuard}(${name});`)];
}

/**
 * An async function of JavaScript runs when it is called, a coroutine when it is awaited or when its
 * task has its turn: the function gives its body away, to be run then. An arrow function in it has
 * the same `this`; its name is for tracebacks.
 */
function coroutineEdits(node: ts.Node, source: ts.SourceFile): Edit[] {
  if (!isBodied(node) || ("asteriskToken" in node && node.asteriskToken !== undefined)) return [];
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  const keyword = modifiers.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  const { body } = node;
  if (keyword === undefined || body === undefined) return [];
  const start = keyword.getStart(source);
  const name = JSON.stringify(nameOf(node, source));
  const open = `${coroutineMaker}({ ${name}: async () => `;
  const close = ` }[${name}])`;
  const withoutKeyword = { at: start, removed: keyword.end - start, inserted: "" };
  if (!ts.isBlock(body))
    return [withoutKeyword, insertion(body.getStart(source), open), insertion(body.end, close)];
  return [
    withoutKeyword,
    insertion(body.getStart(source) + 1, ` return ${open}{`),
    insertion(body.end - 1, `}${close}; `),
  ];
}

type Bodied =
  ts.FunctionDeclaration | ts.FunctionExpression | ts.MethodDeclaration | ts.ArrowFunction;

const isBodied = (node: ts.Node): node is Bodied =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isArrowFunction(node);

/** As Python shows it: a function without a name has that of the variable that holds it. */
function nameOf(node: Bodied, source: ts.SourceFile): string {
  if (node.name !== undefined) return node.name.getText(source);
  const { parent } = node;
  return ts.isVariableDeclaration(parent) ? parent.name.getText(source) : "<lambda>";
}
