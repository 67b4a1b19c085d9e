// Parameters that take an options object apart: Python's keyword-only parameters.
import { ts } from "ts-morph";
import { isFunctionNode } from "../analysis/syntax";
import type { Analysis } from "../analysis/analysis";
import { pythonName } from "../naming/names";
import { contextualSignature, givenKeywords, isKeywordSignature } from "../analysis/signatures";

/** What the questions here need of a context. */
interface Analysed {
  readonly analysis: Analysis;
}

/** Whether `parameter` becomes keyword-only parameters: `{ debug = false }: { debug?: boolean } = {}`, or a route's. */
export function isOptionsParameter(parameter: ts.ParameterDeclaration, context: Analysed): boolean {
  const owner = parameter.parent;
  if (!ts.isObjectBindingPattern(parameter.name) || owner.parameters.at(-1) !== parameter)
    return false;
  const { initializer } = parameter;
  const isEmpty =
    initializer !== undefined &&
    ts.isObjectLiteralExpression(initializer) &&
    initializer.properties.length === 0;
  return isEmpty || isHandler(owner, context);
}

/** Whether `owner` is given where keywords are promised (`@kwargs`), and names them. */
export const isHandler = (owner: ts.Node, context: Analysed): boolean =>
  isFunctionNode(owner) &&
  keywordSignatures(owner, context).some(
    ({ parameters }) => parameters.length === owner.parameters.length,
  );

/** Whether callers of the function `owner` give names beside `taken`. */
export function givesOtherKeywords(
  owner: ts.Node,
  taken: ReadonlySet<string>,
  context: Analysed,
): boolean {
  return keywordSignatures(owner, context).some((signature) => {
    const { names, open } = givenKeywords(signature, owner, context.analysis.types);
    return open || [...names].some((name) => !taken.has(name));
  });
}

/** The `@kwargs` signatures that the function `owner` is handed to. */
function keywordSignatures(owner: ts.Node, context: Analysed): ts.Signature[] {
  const { types, uses } = context.analysis;
  const expectedAt = (node: ts.Expression) => {
    const signature = contextualSignature(node, types);
    return isKeywordSignature(signature) ? [signature] : [];
  };
  if (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) return expectedAt(owner);
  if (!ts.isFunctionDeclaration(owner)) return [];
  return uses
    .of(owner)
    .references.flatMap((reference) =>
      ts.isIdentifier(reference) && !ts.isImportSpecifier(reference.parent)
        ? expectedAt(reference)
        : [],
    );
}

/** The Python name of an option: its key by the rule; of a route's parameter: as it is in the route. */
export function verbatimName(node: ts.Declaration, analysis: Analysis): string | undefined {
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return undefined;
  const parameter = node.parent.parent;
  if (!ts.isParameter(parameter) || !isOptionsParameter(parameter, { analysis })) return undefined;
  const key = node.propertyName ?? node.name;
  if (!ts.isIdentifier(key)) return undefined;
  return isHandler(parameter.parent, { analysis }) ? key.text : pythonName(key.text);
}
