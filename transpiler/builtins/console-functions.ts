// Methods of the console as values: `values.forEach(console.log)`, `const log = console.log`. Node binds
// them to their console, so that they need no `this`.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import { builtin, call, comprehension, name } from "../python/build";
import type { Context } from "../visitors/context";
import { NullOrUndefined, refuseShape, shapeOf } from "../visitors/shapes";
import { contextualSignature } from "../analysis/signatures";
import { errorStream, PRINTING, printedLine } from "./console-texts";
import { isConsole } from "../visitors/library-names";

const NAMES = ["value", "index", "values", "rest"];

/** A function that prints what it is given; null if `node` is no such method. */
export function consoleFunction(
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  if (!isConsole(node.expression, context)) return null;
  return functionNamed(node.name.text, node, typesGiven(node, context), context);
}

/** The method `id` of the console, for values of `types` or of any. */
export function functionNamed(
  id: string,
  node: ts.Node,
  types: readonly ts.Type[] | null,
  context: Context,
): py.Expression | null {
  // A text with `%` in it takes the values behind it.
  if (!Object.hasOwn(PRINTING, id) || context.analysis.percentAppears) return null;
  try {
    return types === null ? ofAnything(id, context) : ofTypes(types, id, context);
  } catch (error) {
    return refuseShape(node, error, context);
  }
}

/** What the method is called with where `node` is handed to; null if that is not known. */
function typesGiven(node: ts.Expression, context: Context): ts.Type[] | null {
  const wanted = contextualSignature(node, context.types);
  if (wanted === undefined || wanted.parameters.length > NAMES.length) return null;
  const isOpen = wanted.parameters.some(({ valueDeclaration }) => {
    if (valueDeclaration === undefined || !ts.isParameter(valueDeclaration)) return true;
    return valueDeclaration.dotDotDotToken ?? valueDeclaration.questionToken;
  });
  const { checker } = context.types;
  return isOpen
    ? null
    : wanted.parameters.map((parameter) => checker.getTypeOfSymbolAtLocation(parameter, node));
}

function ofTypes(types: readonly ts.Type[], method: string, context: Context): py.Expression {
  const isText = (type: ts.Type) =>
    context.types.kindOf(type) === "string" && !context.types.isNullable(type);
  const isPlain = PRINTING[method] === false && !context.analysis.opensGroups;
  if (isPlain && types.every(isText)) return builtin("print");
  const names = NAMES.slice(0, types.length).map((id) => context.unhidden(id));
  const texts = names.map((id, index) => {
    const type = types[index] as ts.Type;
    if (isText(type)) return name(id);
    const shape = shapeOf(type, context);
    return call(context.helper("console_text"), shape ? [name(id), shape] : [name(id)]);
  });
  return {
    kind: "Lambda",
    parameters: names.map((id) => ({ name: id })),
    body: printedLine(texts, errorStream(method, context), context),
  };
}

/** @throws NullOrUndefined where None does not say which it is */
function ofAnything(method: string, context: Context): py.Expression {
  if (context.analysis.observed.nullAppears && !context.types.nullIsApart)
    throw new NullOrUndefined();
  const values = name(context.unhidden("values"));
  const value = context.element();
  const text = call(context.helper("console_text"), [value]);
  const texts = [{ kind: "Starred" as const, value: comprehension("list", text, value, values) }];
  return {
    kind: "Lambda",
    parameters: [{ name: values.id, form: "rest" }],
    body: printedLine(texts, errorStream(method, context), context),
  };
}
