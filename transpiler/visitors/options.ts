// Parameters that take an options object apart: Python's keyword-only parameters.
import { ts } from "ts-morph";
import { isFunctionNode } from "../analysis/syntax";
import type { Analysis } from "../analysis/analysis";
import { pythonName } from "../naming/names";
import { contextualSignature, isKeywordSignature } from "./signatures";

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

/** Whether `owner` is given where keywords are promised (`@kwargs`). */
export function isHandler(owner: ts.Node, context: Analysed): boolean {
  if (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) {
    const signature = contextualSignature(owner, context.analysis.types);
    return (
      isKeywordSignature(signature) && signature?.parameters.length === owner.parameters.length
    );
  }
  if (!isFunctionNode(owner) || !ts.isFunctionDeclaration(owner)) return false;
  return context.analysis.uses.of(owner).references.some((reference) => {
    if (!ts.isIdentifier(reference) || ts.isImportSpecifier(reference.parent)) return false;
    const signature = contextualSignature(reference, context.analysis.types);
    return (
      isKeywordSignature(signature) && signature?.parameters.length === owner.parameters.length
    );
  });
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
