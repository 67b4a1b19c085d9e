// What members are called in Python.
import { ts } from "ts-morph";
import { hasModifier, propertyName, wellKnownSymbol } from "../analysis/syntax";
import { declarationOf, tagOf } from "../analysis/types";
import { nameApart } from "../naming/told-apart";
import { pythonName } from "../naming/names";
import type { Context } from "./context";

/** The Python name of a member: `@py name`, `_name` for what is private, else by the rule. */
export function memberName(symbol: ts.Symbol | undefined, text: string): string {
  const declaration = declarationOf(symbol);
  const given = tagOf(declaration, "py") || nameApart(declaration);
  if (given) return given;
  const isPrivate =
    declaration !== undefined &&
    (hasModifier(declaration, ts.SyntaxKind.PrivateKeyword) || text.startsWith("#"));
  if (isPythonsOwn(text) && declaration?.getSourceFile().isDeclarationFile === true) return text;
  const plain = pythonName(text.replace(/^#/, ""));
  return isPrivate && !plain.startsWith("_") ? `_${plain}` : plain;
}

/** A special name, as `__enter__`: what is declared for a library means Python's. */
const isPythonsOwn = (text: string) => /^__\w+__$/.test(text);

/** What `[Symbol.dispose]` is called; `with` would want an `__enter__` as well. */
export const DISPOSE = "__dispose__";

/** The Python name of a class's member; refused if it is computed. */
export function nameOfMember(
  member: ts.ClassElement | ts.ObjectLiteralElement,
  context: Context,
): string {
  const known = member.name === undefined ? undefined : wellKnownSymbol(member.name);
  if (known === "iterator") return "__iter__";
  if (known === "asyncIterator") return "__aiter__";
  if (known === "dispose") return DISPOSE;
  if (member.name === undefined || propertyName(member.name) === undefined) {
    context.refuse(member, "computedName");
    return "_";
  }
  return memberName(
    context.types.checker.getSymbolAtLocation(member.name),
    propertyName(member.name) ?? "_",
  );
}
