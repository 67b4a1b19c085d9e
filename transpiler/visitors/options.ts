// Parameters that take an options object apart: Python's keyword-only parameters.
import { ts } from "ts-morph";
import { isFunctionNode, isNamed } from "../analysis/syntax";
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
  if (isHandler(owner, context)) return true;
  return isEmpty && parameter.name.elements.every(isPlain) && !isHandedOn(owner, context);
}

/** What a keyword can bring: a single value by a name. */
const isPlain = (part: ts.BindingElement): boolean =>
  ts.isIdentifier(part.name) &&
  part.dotDotDotToken === undefined &&
  (part.propertyName === undefined || ts.isIdentifier(part.propertyName));

/**
 * Whether a function is a value somewhere, or is given options that are not written down: then it
 * takes a record. What is exported keeps its keywords, which are for hand-written Python as well.
 */
function isHandedOn(owner: ts.SignatureDeclaration, context: Analysed): boolean {
  const isHeld = ts.isVariableDeclaration(owner.parent) || ts.isConstructorDeclaration(owner);
  const holder: ts.Node = isHeld ? owner.parent : owner;
  if (!isHolder(holder)) return false;
  if ((ts.getCombinedModifierFlags(holder) & ts.ModifierFlags.Export) !== 0) return false;
  const { references } = context.analysis.uses.of(holder);
  if (references.some(({ parent }) => isExport(parent))) return false;
  return references.some(({ parent }) => {
    if (ts.isImportSpecifier(parent) || ts.isTypeReferenceNode(parent)) return false;
    if (ts.isClassLike(holder) && isMentioned(parent)) return false;
    const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
    if (!isCall || !references.includes(parent.expression)) return true;
    const options = parent.arguments?.[owner.parameters.length - 1];
    return options !== undefined && !isWrittenDown(options);
  });
}

/** `Server.create`, `extends Server`, `instanceof Server`: no instance is made there. */
const isMentioned = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) ||
  ts.isExpressionWithTypeArguments(node) ||
  ts.isBinaryExpression(node);

const isHolder = (node: ts.Node): node is ts.Declaration =>
  ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) || ts.isClassLike(node);

/** `{ name: value }`, or nothing */
const isWrittenDown = (node: ts.Expression): boolean =>
  isNamed(node, "undefined") ||
  (ts.isObjectLiteralExpression(node) &&
    node.properties.every(
      (part) =>
        (ts.isPropertyAssignment(part) || ts.isShorthandPropertyAssignment(part)) &&
        ts.isIdentifier(part.name),
    ));

const isExport = (node: ts.Node) => ts.isExportSpecifier(node) || ts.isExportAssignment(node);

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
