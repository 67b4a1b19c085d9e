// What a class may not have: decorators, and members that are one in Python.
import { ts } from "ts-morph";
import type { View } from "../analysis/analysis";
import { baseExpression, constructorOf } from "../analysis/class-syntax";
import { hasModifier, isFunctionNode, propertyName } from "../analysis/syntax";
import { some } from "../analysis/walk";
import { placeOf } from "../diagnostics/diagnostic";
import { declarationOf } from "../analysis/types";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";
import { memberName } from "./member-names";

export function checkDecorators(node: ts.ClassLikeDeclaration, context: Context): void {
  const decorated = [node, ...node.members].find(
    (part) => ts.canHaveDecorators(part) && (ts.getDecorators(part) ?? []).length > 0,
  );
  if (decorated !== undefined)
    context.refuse(decorated, "unsupportedSyntax", "A decorator", "Call the function.");
}

/** Two members of one name after the rule. */
export function checkMembers(node: ts.ClassLikeDeclaration, context: Context): void {
  const seen = new Map<string, ts.Node>();
  const { checker } = context.types;
  for (const member of node.members) {
    if (member.name === undefined || isSetter(member)) continue;
    if (isFunctionNode(member) && member.body === undefined) continue;
    const symbol = checker.getSymbolAtLocation(member.name);
    const own = memberName(symbol, propertyName(member.name) ?? "");
    const other = seen.get(own);
    if (other !== undefined) {
      const details = [member.name.getText(), "a member", `line ${placeOf(other).line}`, own];
      context.refuse(member, "nameCollision", ...details);
    }
    seen.set(own, member);
  }
  checkArguments(node, context);
  checkDeclared(node, context);
  checkMessage(node, context);
}

/** Members that types alone tell of: no object has them, and Python cannot read what is not there. */
function checkDeclared(node: ts.ClassLikeDeclaration, context: Context): void {
  const { checker } = context.types;
  const own = node.name && checker.getSymbolAtLocation(node.name);
  const merged = (own?.declarations ?? [])
    .filter(ts.isInterfaceDeclaration)
    .flatMap(({ members }) => members.filter(ts.isPropertySignature));
  const [base] = baseClasses(node, context);
  const inherited = base && checker.getTypeAtLocation(base.name ?? base);
  const declared = node.members
    .filter(ts.isPropertyDeclaration)
    .filter((field) => hasModifier(field, ts.SyntaxKind.DeclareKeyword))
    .filter((field) => inherited?.getProperty(propertyName(field.name) ?? "") === undefined);
  for (const member of [...merged, ...declared])
    context.refuse(
      member,
      "unsupportedSyntax",
      "A member that is declared and never made",
      "Write a field of the class: `name?: T`.",
    );
}

/** An error that is made of a text has a message of its own, which hides a getter in JavaScript. */
function checkMessage(node: ts.ClassLikeDeclaration, context: Context): void {
  const accessor = node.members.find(
    (member) => ts.isAccessor(member) && propertyName(member.name) === "message",
  );
  if (accessor === undefined) return;
  if (!isErrorType(context.types.checker.getTypeAtLocation(node.name ?? node), context)) return;
  const constructor = constructorOf(node);
  const isGiven =
    constructor === undefined
      ? context.analysis.anywhere(makesOfText, node)
      : some(constructor, isSuperOfText);
  if (isGiven)
    context.refuse(
      accessor,
      "unsupportedSyntax",
      "A getter of the message of an error that is made of a text",
      "Give the text to `super(…)`, without a getter.",
    );
}

const isSuperOfText = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  node.expression.kind === ts.SyntaxKind.SuperKeyword &&
  node.arguments.length > 0;

const makesOfText = (node: ts.Node, { types }: View, made: ts.Node): boolean =>
  ts.isNewExpression(node) &&
  (node.arguments?.length ?? 0) > 0 &&
  types.declarationAt(node.expression) === made;

/** Python's exceptions keep in `args` what they were made of, and make their text of it. */
function checkArguments(node: ts.ClassLikeDeclaration, context: Context): void {
  const type = context.types.checker.getTypeAtLocation(node.name ?? node);
  const own = declarationOf(type.getProperty("args"));
  if (own === undefined || own.getSourceFile().isDeclarationFile) return;
  if (isErrorType(type, context))
    context.refuse(own, "nameCollision", "args", "args", "of Python's exceptions", "args");
}

const isSetter = (member: ts.Node) => ts.isSetAccessorDeclaration(member);

export function baseClasses(
  node: ts.ClassLikeDeclaration,
  context: Context,
): ts.ClassLikeDeclaration[] {
  const result: ts.ClassLikeDeclaration[] = [];
  let current: ts.ClassLikeDeclaration | undefined = node;
  while (current !== undefined) {
    const base = baseExpression(current);
    const declaration: ts.Declaration | undefined = base && context.declarationAt(base);
    current = declaration !== undefined && ts.isClassLike(declaration) ? declaration : undefined;
    if (current !== undefined) result.push(current);
  }
  return result;
}
