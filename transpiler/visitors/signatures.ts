// Function types and what their declarations say about them.
import { ts } from "ts-morph";
import { tagOf, type Types } from "../analysis/types";

/** The function type that `node` is handed to, if there is one. */
export function contextualSignature(node: ts.Expression, types: Types): ts.Signature | undefined {
  const { checker } = types;
  const wanted = checker.getContextualType(node);
  if (wanted === undefined) return undefined;
  const bareType = checker.getNonNullableType(wanted);
  const parts = bareType.isUnion() ? bareType.types : [bareType];
  return parts.flatMap((part) => part.getCallSignatures())[0];
}

/** Whether the last parameter of `signature` is given by keywords: `@kwargs` on it or on its type's name. */
export function isKeywordSignature(signature: ts.Signature | undefined): boolean {
  const declaration: ts.Node | undefined = signature?.getDeclaration();
  if (declaration === undefined) return false;
  const holders = [declaration, declaration.parent].filter(
    (holder) =>
      holder === declaration ||
      ts.isTypeAliasDeclaration(holder) ||
      ts.isInterfaceDeclaration(holder),
  );
  return holders.some((holder) => tagOf(holder, "kwargs") !== undefined);
}
