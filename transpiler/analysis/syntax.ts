// Questions about the tree alone.
import { ts } from "ts-morph";
import { walk, walkKinds } from "./walk";

export type FunctionNode =
  | ts.ArrowFunction
  | ts.ConstructorDeclaration
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.GetAccessorDeclaration
  | ts.MethodDeclaration
  | ts.SetAccessorDeclaration;

export const FUNCTIONS: ReadonlySet<ts.SyntaxKind> = new Set<FunctionNode["kind"]>([
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.SetAccessor,
]);

export const isFunctionNode = (node: ts.Node): node is FunctionNode => FUNCTIONS.has(node.kind);

/** The function, or the file, that `node` runs in. A field's initialiser runs in its class's constructor. */
export function scopeOf(node: ts.Node): FunctionNode | ts.SourceFile | ts.PropertyDeclaration {
  for (let current = node.parent; ; current = current.parent) {
    if (isFunctionNode(current) || ts.isSourceFile(current)) return current;
    if (ts.isPropertyDeclaration(current)) return current;
  }
}

export function isWithin(node: ts.Node, container: ts.Node): boolean {
  return (
    node.pos >= container.pos &&
    node.end <= container.end &&
    node.getSourceFile() === container.getSourceFile()
  );
}

/** Without what TypeScript adds and JavaScript drops: parentheses, `as`, `!`, `satisfies`. */
export function bare(node: ts.Expression): ts.Expression {
  let current = node;
  while (
    ts.isParenthesizedExpression(current) ||
    ts.isAssertionExpression(current) ||
    ts.isNonNullExpression(current) ||
    ts.isSatisfiesExpression(current)
  ) {
    current = current.expression;
  }
  return current;
}

/** `container` of `container.length` */
export function lengthOwner(node: ts.Expression): ts.Expression | null {
  const inner = bare(node);
  const isLength = ts.isPropertyAccessExpression(inner) && inner.name.text === "length";
  return isLength ? inner.expression : null;
}

export const isLoop = (node: ts.Node): node is ts.IterationStatement =>
  ts.isIterationStatement(node, false);

export function isAssignmentOperator(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

export const isNamed = (node: ts.Node, text: string): node is ts.Identifier =>
  ts.isIdentifier(node) && node.text === text;

/** The name of a property, if it is written down. */
export function propertyName(name: ts.PropertyName): string | undefined {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text;
  const key = ts.isComputedPropertyName(name) ? name.expression : name;
  if (ts.isStringLiteralLike(key) || ts.isNumericLiteral(key)) return key.text;
  return undefined;
}

/** The `iterator` of `[Symbol.iterator]`. */
export function wellKnownSymbol(name: ts.PropertyName): string | undefined {
  if (!ts.isComputedPropertyName(name)) return undefined;
  const { expression } = name;
  const isOfSymbol =
    ts.isPropertyAccessExpression(expression) && isNamed(expression.expression, "Symbol");
  return isOfSymbol ? expression.name.text : undefined;
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
  );
}

export const isAsync = (node: FunctionNode): boolean =>
  hasModifier(node, ts.SyntaxKind.AsyncKeyword);

export const isGenerator = (node: FunctionNode): boolean => node.asteriskToken !== undefined;

/** Whether `node` reads `this` or `super` of its surroundings: not those of functions inside of it. */
export function readsThis(node: ts.Node): boolean {
  let found = false;
  walk(node, (child) => {
    const hasOwn = (isFunctionNode(child) && !ts.isArrowFunction(child)) || ts.isClassLike(child);
    if (hasOwn && child !== node) return false;
    found ||= child.kind === ts.SyntaxKind.ThisKeyword || child.kind === ts.SyntaxKind.SuperKeyword;
    return !found;
  });
  return found;
}

const GETTERS = new Set([ts.SyntaxKind.GetAccessor]);

const accessors = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** Remembers the names of all getters of a program, which it returns: reading them may do anything. */
export function rememberAccessors(files: readonly ts.SourceFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of files)
    walkKinds(file, GETTERS, (node) => {
      if (ts.isGetAccessorDeclaration(node)) names.add(node.name.getText());
    });
  for (const file of files) accessors.set(file, names);
  return names;
}

/** Names, `this` and members of these: evaluating them twice changes nothing. */
export function isSimple(node: ts.Expression): boolean {
  const inner = bare(node);
  if (ts.isIdentifier(inner) || inner.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isLiteralExpression(inner)) return true;
  return (
    ts.isPropertyAccessExpression(inner) &&
    inner.questionDotToken === undefined &&
    accessors.get(inner.getSourceFile())?.has(inner.name.text) !== true &&
    isSimple(inner.expression)
  );
}

/** Whether control never passes the end of `node`. */
export function isExit(node: ts.Statement): boolean {
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) return true;
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) return true;
  if (ts.isBlock(node)) return node.statements.some(isExit);
  if (ts.isIfStatement(node)) {
    return (
      node.elseStatement !== undefined && isExit(node.thenStatement) && isExit(node.elseStatement)
    );
  }
  return false;
}

/** Whether `text` has a half of a surrogate pair, which no Python string can hold. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);

/** Whether what `node` gives is run over right where it is made. */
export function isRunOver(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent))
    return isRunOver(parent);
  if (ts.isForOfStatement(parent)) return parent.expression === node;
  if (ts.isSpreadElement(parent)) return true;
  if (ts.isNewExpression(parent)) return true;
  const isFrom =
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    ["Array.from", "Object.fromEntries"].includes(parent.expression.getText());
  return isFrom;
}

/** What runs a function: a call, `new`, a tagged template. */
export const isInvocation = (
  node: ts.Node,
): node is ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression =>
  ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);

/** The values in a template. */
export const valuesIn = (template: ts.TemplateLiteral): ts.Expression[] =>
  ts.isTemplateExpression(template)
    ? template.templateSpans.map(({ expression }) => expression)
    : [];

/** What a `catch` caught, or the promise that a callback is for failed by: a variable of any type. */
export function isCaughtDeclaration(node: ts.Declaration): boolean {
  // `import * as name` declares a file.
  if (ts.isSourceFile(node)) return false;
  if (ts.isCatchClause(node.parent)) return true;
  if (!ts.isParameter(node) || node.type !== undefined || node.parent.parameters[0] !== node)
    return false;
  const { parent } = node.parent;
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression))
    return false;
  const index = parent.arguments.findIndex((argument) => argument === node.parent);
  const { text } = parent.expression.name;
  return (text === "catch" && index === 0) || (text === "then" && index === 1);
}

/** Whether `body` ends by leaving what it is in. */
export function endsInExit(body: ts.Statement): boolean {
  const last = ts.isBlock(body) ? body.statements.at(-1) : body;
  return (
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      ts.isContinueStatement(last) ||
      ts.isBreakStatement(last))
  );
}

/** Whether `node` is assigned to, also by `+=` and the like. */
export function isWritten(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    isAssignmentOperator(parent.operatorToken.kind)
  );
}

/** Whether `node` is assigned to by `=`. */
export function isTarget(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** Whether what stands around `node` may say which type is expected there: of `a` in `a.b` and `a()` nothing does. */
export function mayBeExpected(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return false;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node;
  return !("name" in parent) || parent.name !== node;
}

/** The function of `[Symbol.iterator]: () => …`. */
export function iteratorMaker(node: ts.Node): ts.ArrowFunction | ts.FunctionExpression | null {
  if (!ts.isPropertyAssignment(node) || wellKnownSymbol(node.name) === undefined) return null;
  const made = bare(node.initializer);
  return ts.isArrowFunction(made) || ts.isFunctionExpression(made) ? made : null;
}

/** `{ next: () => … }` in a method `[Symbol.iterator]`: what it gives is run over. */
export function isIteratorLiteral(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const hasNext = node.properties.some(
    ({ name }) => name !== undefined && propertyName(name) === "next",
  );
  if (!hasNext) return false;
  let place: ts.Node = node;
  while (!isFunctionNode(place) && place.parent !== undefined) place = place.parent;
  if (ts.isMethodDeclaration(place)) return wellKnownSymbol(place.name) !== undefined;
  return place.parent !== undefined && iteratorMaker(place.parent) === place;
}
