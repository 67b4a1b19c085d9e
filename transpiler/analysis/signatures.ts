// Function types and what their declarations say about them.
import { ts } from "ts-morph";
import { expectedType } from "./expected-type";
import { tagOf, type Types } from "./types";

/** The function type that `node` is handed to, if there is one. */
export function contextualSignature(node: ts.Expression, types: Types): ts.Signature | undefined {
  const { checker } = types;
  const wanted = expectedType(node, types);
  if (wanted === undefined) return undefined;
  const bareType = checker.getNonNullableType(wanted);
  const parts = bareType.isUnion() ? bareType.types : [bareType];
  const signatures = parts.flatMap((part) => part.getCallSignatures());
  // A value that may be either of two functions is called as the one that takes more.
  return signatures.sort((a, b) => b.parameters.length - a.parameters.length)[0];
}

/** Whether the last parameter of `signature` is given by keywords: `@kwargs` on it or on its type's name. */
export function isKeywordSignature(signature: ts.Signature | undefined): signature is ts.Signature {
  const declaration: ts.Node | undefined = signature?.getDeclaration();
  if (declaration === undefined) return false;
  if (tagOf(declaration, "kwargs") !== undefined) return true;
  // A decorator's signature is made up by the checker and has no parent.
  const holder: ts.Node | undefined = declaration.parent;
  return (
    holder !== undefined &&
    (ts.isTypeAliasDeclaration(holder) || ts.isInterfaceDeclaration(holder)) &&
    tagOf(holder, "kwargs") !== undefined
  );
}

/** What the caller of a `@kwargs` function gives by name. */
export interface GivenKeywords {
  readonly names: ReadonlySet<string>;
  /** Whether there may be others, too. */
  readonly open: boolean;
}

/** The names in the last parameter of `signature`, a `@kwargs` one, as it is expected at `node`. */
export function givenKeywords(
  signature: ts.Signature,
  node: ts.Node,
  { checker }: Types,
): GivenKeywords {
  const last = signature.parameters.at(-1);
  const type = last && checker.getTypeOfSymbolAtLocation(last, node);
  // `unknown` is what remains of a path without parameters: nobody can give it a name.
  if (type === undefined || (type.flags & ts.TypeFlags.Unknown) !== 0)
    return { names: new Set(), open: false };
  const isGeneric = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.TypeParameter)) !== 0;
  return {
    names: new Set(checker.getPropertiesOfType(type).map(({ name }) => name)),
    open: isGeneric || checker.getIndexInfosOfType(type).length > 0,
  };
}
