// `this[key]`: which fields of a class the type of a key names.
import { ts } from "ts-morph";
import { declarationOf, type Types } from "./types";

/** The fields that `node` may read or write, by what names them; null if a key may name no field. */
export function keyedFields(
  node: ts.ElementAccessExpression,
  types: Types,
): ReadonlyMap<string, ts.Symbol> | null {
  const owner = types.typeAt(node.expression);
  if (types.kindsOf(owner).size > 1 || types.kindOf(owner) !== "instance") return null;
  const members = types.checker.getApparentType(owner);
  const found = new Map<string, ts.Symbol>();
  for (const key of textsOf(types.typeAt(node.argumentExpression), types)) {
    const symbol = members.getProperty(key);
    if (symbol === undefined || !isFieldOfClass(declarationOf(symbol))) return null;
    found.set(key, symbol);
  }
  return found.size === 0 ? null : found;
}

/** The texts that a key may be; none if it may be any. */
function textsOf(type: ts.Type, { checker }: Types): string[] {
  const keys = checker.getBaseConstraintOfType(type) ?? type;
  const parts = keys.isUnion() ? keys.types : [keys];
  const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  return texts.length === parts.length ? texts : [];
}

const isFieldOfClass = (declaration: ts.Declaration | undefined): boolean =>
  declaration !== undefined &&
  !declaration.getSourceFile().isDeclarationFile &&
  ((ts.isPropertyDeclaration(declaration) && ts.isClassLike(declaration.parent)) ||
    ts.isParameter(declaration));
