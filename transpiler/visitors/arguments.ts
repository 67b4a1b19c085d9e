// Arguments of calls: by place, by name for options, `undefined` left out.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import { declarationOf, tagOf } from "../analysis/types";
import { isIdentifier, pythonName } from "../naming/names";
import type * as py from "../python/ast";
import type { Context } from "./context";
import { isNothing } from "./equality";
import { mayGetUndefined } from "./handed-functions";
import { isKeywordSignature } from "../analysis/signatures";
import { isOptionsParameter } from "./options";
import { isConstant } from "./parameters";

export interface LoweredArguments {
  args: (py.Expression | py.Starred)[];
  keywords: py.Keyword[];
}

export function lowerArguments(
  node: ts.CallExpression | ts.NewExpression,
  context: Context,
): LoweredArguments {
  const signature = context.types.checker.getResolvedSignature(node);
  const result: LoweredArguments = { args: [], keywords: [] };
  let byName = false;
  const given = node.arguments ?? [];
  given.forEach((argument, index) => {
    if (isOptionsArgument(signature, index, context)) {
      result.keywords.push(...keywordsOf(argument, signature, context));
    } else if (ts.isSpreadElement(argument)) {
      result.args.push({ kind: "Starred", value: context.expression(argument.expression) });
    } else if (
      isLeftOut(argument, signature, index) &&
      given.every((other, place) => place <= index || mayHaveName(other, signature, place))
    ) {
      byName = true;
    } else if (byName) {
      result.keywords.push({
        name: parameterName(signature, index, context),
        value: context.expression(argument),
      });
    } else {
      const parameter = declarationOf(signature?.parameters[index]);
      if (parameter !== undefined && ts.isParameter(parameter))
        checkDefaulted(argument, parameter.initializer, context, parameter);
      result.args.push(context.expression(argument));
    }
  });
  return result;
}

/** Whether an argument may be given by name: what is spread has none, nor what is taken apart. */
function mayHaveName(
  argument: ts.Expression,
  signature: ts.Signature | undefined,
  index: number,
): boolean {
  const parameter = declarationOf(signature?.parameters[index]);
  if (ts.isSpreadElement(argument)) return false;
  if (parameter === undefined || !ts.isParameter(parameter)) return parameter !== undefined;
  const isOptions = index === (signature?.parameters.length ?? 0) - 1 && parameter.initializer;
  return (
    parameter.dotDotDotToken === undefined &&
    (ts.isIdentifier(parameter.name) || isOptions !== undefined)
  );
}

/** `undefined` where the parameter has a default: Python takes it only if nothing is given. */
function isLeftOut(
  argument: ts.Expression,
  signature: ts.Signature | undefined,
  index: number,
): boolean {
  const inner = bare(argument);
  if (!isNothing(inner) || inner.kind === ts.SyntaxKind.NullKeyword) return false;
  const last = declarationOf(signature?.parameters.at(-1));
  if (last !== undefined && ts.isParameter(last) && last.dotDotDotToken !== undefined) {
    // It is an element of the rest.
    if (index >= (signature?.parameters.length ?? 0) - 1) return false;
  }
  const parameter = declarationOf(signature?.parameters[index]);
  const isOwn =
    parameter !== undefined &&
    ts.isParameter(parameter) &&
    !parameter.getSourceFile().isDeclarationFile;
  return !isOwn || parameter.initializer !== undefined || parameter.questionToken !== undefined;
}

/** Whether the parameter at `index` is given by keywords. */
function isOptionsArgument(
  signature: ts.Signature | undefined,
  index: number,
  context: Context,
): boolean {
  const symbol = signature?.parameters[index];
  if (signature === undefined || symbol === undefined || index !== signature.parameters.length - 1)
    return false;
  if (isKeywordSignature(signature)) return true;
  const declaration = declarationOf(symbol);
  return (
    declaration !== undefined &&
    ts.isParameter(declaration) &&
    isOptionsParameter(declaration, context)
  );
}

function keywordsOf(
  argument: ts.Expression,
  signature: ts.Signature | undefined,
  context: Context,
): py.Keyword[] {
  const literal = bare(argument);
  if (!ts.isObjectLiteralExpression(literal)) return spreadKeywords(literal, signature, context);
  return literal.properties.flatMap((property): py.Keyword[] => {
    const isPair = ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property);
    if (!isPair || !ts.isIdentifier(property.name)) {
      context.refuse(property, "optionsArgument");
      return [];
    }
    const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
    if (isNothing(bare(value)) && bare(value).kind !== ts.SyntaxKind.NullKeyword) return [];
    const contextual = context.types.checker.getContextualType(literal);
    const declared =
      contextual &&
      context.types.checker.getNonNullableType(contextual).getProperty(property.name.text);
    checkDefaulted(value, defaultOf(signature, property.name.text), context);
    const given = tagOf(declarationOf(declared), "py");
    return [{ name: given || pythonName(property.name.text), value: context.expression(value) }];
  });
}

/** `**record`, for functions whose keywords are data, as a route's parameters. */
function spreadKeywords(
  argument: ts.Expression,
  signature: ts.Signature | undefined,
  context: Context,
): py.Keyword[] {
  const kind = context.types.kindAt(argument);
  if (!isKeywordSignature(signature) || (kind !== "dict" && kind !== "record")) {
    context.refuse(argument, "optionsArgument");
    return [];
  }
  const names =
    kind === "record"
      ? context.types
          .typeAt(argument)
          .getProperties()
          .map(({ name }) => name)
      : [];
  if (names.some((text) => pythonName(text) !== text || !isIdentifier(text)))
    context.refuse(argument, "optionsArgument");
  return [{ name: null, value: context.expression(argument) }];
}

function parameterName(
  signature: ts.Signature | undefined,
  index: number,
  context: Context,
): string {
  const symbol = signature?.parameters[index];
  const declaration = declarationOf(symbol);
  const own = declaration === undefined ? undefined : context.nameOf(declaration);
  return own ?? pythonName(symbol?.name ?? "_");
}

/** The default of the option `key` of the function that `signature` belongs to. */
function defaultOf(signature: ts.Signature | undefined, key: string): ts.Expression | undefined {
  const options = declarationOf(signature?.parameters.at(-1));
  if (options === undefined || !ts.isParameter(options)) return undefined;
  if (!ts.isObjectBindingPattern(options.name)) return undefined;
  return options.name.elements.find(({ name, propertyName = name }) => {
    return ts.isIdentifier(propertyName) && propertyName.text === key;
  })?.initializer;
}

/** A default fires for undefined only, in Python for what is left out only. */
function checkDefaulted(
  argument: ts.Expression,
  initializer: ts.Expression | undefined,
  context: Context,
  parameter?: ts.ParameterDeclaration,
): void {
  if (initializer === undefined || isNothing(initializer)) return;
  // One that is never null takes None for undefined (parameters.ts).
  const isTold = parameter !== undefined && mayGetUndefined(parameter, context);
  if (!isTold && context.types.acceptsUndefined(argument))
    context.refuse(argument, "defaultedArgument", "undefined");
  const isSentinel = !isConstant(initializer, context);
  if (isSentinel && context.types.acceptsNull(argument))
    context.refuse(argument, "defaultedArgument", "null");
}
