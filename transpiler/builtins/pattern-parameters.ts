// `({ time }) => time` in a comprehension: the parts are read where they are used, `reading["time"]`.
import { ts } from "ts-morph";
import { propertyName } from "../analysis/syntax";
import type * as py from "../python/ast";
import { method, name, number, string, subscript } from "../python/build";
import type { Context } from "../visitors/context";
import { elementName } from "../visitors/element-names";
import { runsCode } from "../visitors/evaluation-order";

/** The Python name of a parameter of `arrow`; null if it has to be taken apart by statements. */
export function inlineParameter(
  parameter: ts.ParameterDeclaration,
  arrow: ts.ArrowFunction,
  context: Context,
): string | null {
  if (parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined) return null;
  const pattern = parameter.name;
  if (ts.isIdentifier(pattern)) return context.declaredName(parameter);
  if (ts.isBlock(arrow.body) || runsCode(arrow.body, context)) return null;
  const type = context.types.typeAt(pattern);
  const kind = context.types.kindOf(type);
  if (kind !== (ts.isObjectBindingPattern(pattern) ? "record" : "tuple")) return null;
  const elements = [...pattern.elements].filter(ts.isBindingElement);
  if (!elements.every((part) => isPlain(part, context))) return null;
  const whole = name(context.freeName(parameter, nameFor(arrow)));
  for (const part of elements) {
    const value = () => partOf(whole, part, pattern, type);
    for (const reference of context.analysis.uses.of(part).references)
      context.stand(reference, value);
  }
  return whole.id;
}

const isPlain = (part: ts.BindingElement, context: Context): boolean =>
  ts.isIdentifier(part.name) &&
  part.initializer === undefined &&
  part.dotDotDotToken === undefined &&
  (part.propertyName === undefined || ts.isIdentifier(part.propertyName)) &&
  context.analysis.uses.of(part).writes.length === 0;

function partOf(
  whole: py.Expression,
  part: ts.BindingElement,
  pattern: ts.BindingPattern,
  type: ts.Type,
): py.Expression {
  if (ts.isArrayBindingPattern(pattern))
    return subscript(whole, number(pattern.elements.indexOf(part)));
  const key = propertyName((part.propertyName ?? part.name) as ts.PropertyName) ?? "";
  const flags = type.getProperty(key)?.flags ?? 0;
  const mayLack = (flags & ts.SymbolFlags.Optional) !== 0;
  return mayLack ? method(whole, "get", string(key)) : subscript(whole, string(key));
}

/** After the array whose method calls `arrow`. */
function nameFor({ parent }: ts.ArrowFunction): string {
  const isMethod = ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression);
  return isMethod ? elementName(parent.expression.expression, "part") : "part";
}
