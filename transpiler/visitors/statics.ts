// Static fields and blocks: in the class where that is the same, else below it, when its name is known.
import { ts } from "ts-morph";
import { bare, hasModifier, isFunctionNode, propertyName, readsThis } from "../analysis/syntax";
import { some } from "../analysis/walk";
import { placeOf } from "../diagnostics/diagnostic";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { assign, attribute, builtin, name, NONE } from "../python/build";
import type { Context } from "./context";
import { needsStatements } from "./effects";
import { lowerFunction } from "./functions";
import { nameOfMember } from "./member-names";
import { lowerBlock } from "./statements";

type StaticPart = ts.ClassStaticBlockDeclaration | ts.PropertyDeclaration;

export const isStaticPart = (node: ts.ClassElement): node is StaticPart =>
  ts.isClassStaticBlockDeclaration(node) ||
  (ts.isPropertyDeclaration(node) && hasModifier(node, ts.SyntaxKind.StaticKeyword));

/** The parts that have to wait until the class has a name, and all after them. */
export function deferredStatics(
  node: ts.ClassLikeDeclaration,
  context: Context,
): ReadonlySet<ts.Node> {
  const parts = node.members.filter(isStaticPart);
  const first = parts.findIndex((part) => !canStandInside(part, context));
  return new Set(first < 0 ? [] : parts.slice(first));
}

/** Names of a class's body are found there, where JavaScript looks around the class. */
function canStandInside(part: StaticPart, context: Context): boolean {
  if (!ts.isPropertyDeclaration(part)) return false;
  const { initializer } = part;
  if (initializer === undefined) return true;
  const inner = bare(initializer);
  if (isFunctionNode(inner)) return !readsThis(inner);
  if (readsThis(inner) || needsStatements(inner, context) || some(inner, ts.isClassLike))
    return false;
  const members = new Set(
    (part.parent as ts.ClassLikeDeclaration).members.map(
      ({ name: own }) => own && pythonName(propertyName(own) ?? ""),
    ),
  );
  return !some(inner, (node) => {
    if (!ts.isIdentifier(node)) return false;
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (isMember || ts.isPropertyAssignment(node.parent)) return false;
    return (
      members.has(pythonName(node.text)) ||
      context.analysis.uses.declarationAt(node) === part.parent
    );
  });
}

/** A static field in the body of its class. */
export function lowerStaticField(member: ts.PropertyDeclaration, context: Context): py.Statement[] {
  if (hasModifier(member, ts.SyntaxKind.DeclareKeyword)) return [];
  const own = nameOfMember(member, context);
  const { initializer } = member;
  const inner = initializer && bare(initializer);
  if (inner !== undefined && (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner))) {
    return [lowerFunction(inner, { name: own, decorators: [builtin("staticmethod")] }, context)];
  }
  const value = initializer === undefined ? NONE : context.expression(initializer);
  return [{ ...assign(name(own), value), trailing: context.comments.trailing(member) }];
}

/** A static field or block below its class. */
export function lowerDeferred(part: StaticPart, own: string, context: Context): py.Statement[] {
  const before = context.comments.before(part).filter(({ kind }) => kind === "Comment");
  if (hasModifier(part, ts.SyntaxKind.DeclareKeyword)) return [];
  const { statements, definitions } = context.collect(() => {
    if (!ts.isPropertyDeclaration(part)) return lowerBlock(part.body, context);
    const { initializer } = part;
    const value = initializer === undefined ? NONE : context.expression(initializer);
    return [assign(attribute(name(own), nameOfMember(part, context)), value)];
  });
  const origin = placeOf(part);
  return [...before, ...definitions, ...statements].map((statement) => ({ origin, ...statement }));
}
