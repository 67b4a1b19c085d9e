// Members that are two in JavaScript and would be one in Python: a static one beside one of the
// objects, a `#name` of a class whose base has one too. One of the two gets another name.
import { ts } from "ts-morph";
import { pythonName } from "./names";
import { baseExpression, constructorOf, isPrivate } from "../analysis/class-syntax";
import { hasModifier, propertyName } from "../analysis/syntax";
import { declarationOf, type Types } from "../analysis/types";
import { walkKinds } from "../analysis/walk";

type Member = ts.ClassElement | ts.ParameterDeclaration;

const CLASSES = new Set([ts.SyntaxKind.ClassDeclaration, ts.SyntaxKind.ClassExpression]);

/** What members are called instead, where the rule of names makes one of two. */
const names = new WeakMap<ts.Declaration, string>();

export const nameApart = (member: ts.Declaration | undefined): string | undefined =>
  member && names.get(member);

/** Remembers the names that tell members of a program apart, and returns them. */
export function tellMembersApart(files: readonly ts.SourceFile[], types: Types): string[] {
  const classes: ts.ClassLikeDeclaration[] = [];
  for (const file of files)
    if (!file.isDeclarationFile)
      walkKinds(file, CLASSES, (node) => void classes.push(node as ts.ClassLikeDeclaration));
  const lines = new Map(classes.map((node) => [node, basesOf(node, types)]));
  const given: string[] = [];
  for (const [node, above] of lines) {
    const below = classes.filter((other) => lines.get(other)!.includes(node));
    for (const member of membersOf(node)) {
      const own = otherName(member, node, above, below);
      names.delete(member);
      if (own === null) continue;
      names.set(member, own);
      given.push(own);
    }
  }
  return given;
}

/** The classes that `node` extends, the nearest first. */
function basesOf(node: ts.ClassLikeDeclaration, types: Types): ts.ClassLikeDeclaration[] {
  const bases: ts.ClassLikeDeclaration[] = [];
  let current: ts.ClassLikeDeclaration = node;
  for (;;) {
    const base = baseExpression(current);
    const declaration = base && declarationOf(types.symbolAt(base));
    if (declaration === undefined || !ts.isClassLike(declaration) || bases.includes(declaration))
      return bases;
    bases.push(declaration);
    current = declaration;
  }
}

const membersOf = (node: ts.ClassLikeDeclaration): Member[] => [
  ...node.members,
  ...(constructorOf(node)?.parameters ?? []).filter((parameter) =>
    ts.isParameterPropertyDeclaration(parameter, parameter.parent),
  ),
];

const isStatic = (member: Member) => hasModifier(member, ts.SyntaxKind.StaticKeyword);

const isHidden = ({ name }: Member) => name !== undefined && ts.isPrivateIdentifier(name);

function plainName(member: Member): string | null {
  const text = member.name && propertyName(member.name as ts.PropertyName);
  if (text === undefined) return null;
  const plain = pythonName(text.replace(/^#/, ""));
  return isPrivate(member) && !plain.startsWith("_") ? `_${plain}` : plain;
}

/** null for a member that is called by the rule of names. */
function otherName(
  member: Member,
  node: ts.ClassLikeDeclaration,
  above: readonly ts.ClassLikeDeclaration[],
  below: readonly ts.ClassLikeDeclaration[],
): string | null {
  const plain = plainName(member);
  if (plain === null) return null;
  const namesakes = (classes: readonly ts.ClassLikeDeclaration[]) =>
    classes.flatMap(membersOf).filter((other) => plainName(other) === plain);
  if (isStatic(member))
    return namesakes([node, ...above, ...below]).some((other) => !isStatic(other))
      ? withPrefix("static", plain)
      : null;
  if (!isHidden(member)) return null;
  // Of a `#name` in both the base keeps the plain one.
  const isTaken = namesakes(above).length > 0 || namesakes(below).some((other) => !isHidden(other));
  return isTaken ? withPrefix(pythonName(uncapitalized(node.name?.text ?? "own")), plain) : null;
}

const uncapitalized = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** `_id` → `_counter_id` */
const withPrefix = (prefix: string, plain: string): string =>
  plain.startsWith("_") ? `_${prefix}${plain}` : `${prefix}_${plain}`;
