// Fields that a method may see before they are set: what a base class's constructor calls runs in a
// subclass whose fields come later, and an initializer may call a method that reads the next field.
import { ts } from "ts-morph";
import { baseExpression, constructorOf } from "./class-syntax";
import { bare, hasModifier, isFunctionNode, scopeOf } from "./syntax";
import type { Uses } from "./uses";
import { walk } from "./walk";

/** The fields of `node` that a method of it may find unset. */
export function earlyFields(node: ts.ClassLikeDeclaration, uses: Uses): ts.Declaration[] {
  return [...new Set([...seenByBase(node, uses), ...seenByOwn(node, uses)])];
}

function seenByBase(node: ts.ClassLikeDeclaration, uses: Uses): ts.Declaration[] {
  const own = new Set(node.members.filter(isFunctionNode).map(({ name }) => name?.getText()));
  const called = new Set<string>();
  for (let base = baseOf(node, uses); base !== undefined; base = baseOf(base, uses))
    addCalls(base, called);
  if (![...called].some((name) => own.has(name))) return [];
  return node.members.flatMap((member): ts.Declaration[] => {
    if (ts.isPropertyDeclaration(member)) return [member];
    return ts.isConstructorDeclaration(member) ? [...member.parameters] : [];
  });
}

/** Fields that a method reads which the initializer of an earlier one calls, or the constructor. */
function seenByOwn(node: ts.ClassLikeDeclaration, uses: Uses): ts.Declaration[] {
  const constructor = constructorOf(node);
  const fields = node.members.filter(
    (member): member is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(member) && !hasModifier(member, ts.SyntaxKind.StaticKeyword),
  );
  const properties = (constructor?.parameters ?? []).filter((parameter) =>
    ts.isParameterPropertyDeclaration(parameter, parameter.parent),
  );
  const unset = new Map<string, ts.Declaration>(
    [...fields, ...properties].map((field) => [field.name.getText(), field]),
  );
  const early: ts.Declaration[] = [];
  const run = (part: ts.Node) => {
    if (handsOnThis(part, uses))
      early.push(...[...unset.values()].filter((field) => isReadOutside(field, node, uses)));
    for (const name of readsOf(part, node)) {
      const field = unset.get(name);
      if (field !== undefined) early.push(field);
    }
  };
  for (const { name, initializer } of fields) {
    if (initializer === undefined) continue;
    run(initializer);
    unset.delete(name.getText());
  }
  for (const { name } of properties) unset.delete(name.getText());
  for (const statement of constructor?.body?.statements ?? []) {
    run(statement);
    const set = fieldSetBy(statement);
    if (set !== null) unset.delete(set);
  }
  return early;
}

/** Whether `part` gives the object to a function of the program while it is only being made. */
function handsOnThis(part: ts.Node, uses: Uses): boolean {
  let result = false;
  walk(part, (child) => {
    if (isFunctionNode(child)) return false;
    const isCall = ts.isCallExpression(child) || ts.isNewExpression(child);
    if (isCall && (child.arguments ?? []).some(({ kind }) => kind === ts.SyntaxKind.ThisKeyword))
      result ||= uses.declarationAt(calledName(child.expression)) !== undefined;
    return true;
  });
  return result;
}

const calledName = (node: ts.Expression): ts.Node =>
  ts.isPropertyAccessExpression(node) ? node.name : node;

/** Whether a field is read of an object that is not known to be made. */
const isReadOutside = (field: ts.Declaration, node: ts.ClassLikeDeclaration, uses: Uses): boolean =>
  uses.of(field).references.some((reference) => {
    const scope = scopeOf(reference);
    return !ts.isConstructorDeclaration(scope) || scope.parent !== node;
  });

/** The fields that are read by what `part` calls of its own object, before they are set there. */
function readsOf(part: ts.Node, node: ts.ClassLikeDeclaration): Set<string> {
  const reads = new Set<string>();
  const entered = new Set<ts.Node>();
  const set = new Set<string>();
  const follow = (child: ts.Node, isInside: boolean) => {
    if (ts.isCallExpression(child) && isFunctionNode(bare(child.expression)))
      enter(bare(child.expression));
    if (!ts.isPropertyAccessExpression(child)) return;
    if (child.expression.kind !== ts.SyntaxKind.ThisKeyword) return;
    const { text } = child.name;
    const members = node.members.filter((member) => member.name?.getText() === text);
    members.flatMap(functionOf).forEach(enter);
    if (!isInside || members.some(isFunctionNode)) return;
    if (fieldSetBy(child.parent.parent) === text) set.add(text);
    else if (!set.has(text)) reads.add(text);
  };
  const enter = (body: ts.Node) => {
    if (entered.has(body)) return;
    entered.add(body);
    walk(body, (child) => follow(child, true));
  };
  walk(part, (child) => follow(child, false));
  return reads;
}

function functionOf(member: ts.ClassElement): ts.Node[] {
  if (isFunctionNode(member)) return [member];
  const value = ts.isPropertyDeclaration(member) ? member.initializer : undefined;
  return value !== undefined && isFunctionNode(value) ? [value] : [];
}

/** `this.name = …;` */
function fieldSetBy(statement: ts.Node): string | null {
  const set = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  if (set === undefined || !ts.isBinaryExpression(set)) return null;
  const isPlain = set.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isPlain || !ts.isPropertyAccessExpression(set.left)) return null;
  return set.left.expression.kind === ts.SyntaxKind.ThisKeyword ? set.left.name.text : null;
}

function baseOf(node: ts.ClassLikeDeclaration, uses: Uses): ts.ClassLikeDeclaration | undefined {
  const base = baseExpression(node);
  const declaration = base && uses.declarationAt(base);
  return declaration !== undefined && ts.isClassLike(declaration) ? declaration : undefined;
}

/** The methods of its own that a class calls while it is made, directly or through others. */
function addCalls(node: ts.ClassLikeDeclaration, called: Set<string>): void {
  const enter = (part: ts.Node) =>
    walk(part, (child) => {
      if (!ts.isPropertyAccessExpression(child)) return;
      if (child.expression.kind !== ts.SyntaxKind.ThisKeyword) return;
      const { text } = child.name;
      if (called.has(text)) return;
      called.add(text);
      node.members
        .filter((member) => isFunctionNode(member) && member.name?.getText() === text)
        .forEach(enter);
    });
  for (const member of node.members)
    if (ts.isConstructorDeclaration(member) || ts.isPropertyDeclaration(member)) enter(member);
}
