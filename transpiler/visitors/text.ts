// Values as text: templates, `+` and String().
import { ts } from "ts-morph";
import { bare, hasLoneSurrogate } from "../analysis/syntax";
import type * as py from "../python/ast";
import { attribute, builtinCall, call, string } from "../python/build";
import { fitsIntoFormattedString } from "../python/print-expression";
import type { Context } from "./context";

export function visitTemplate(node: ts.TemplateExpression, context: Context): py.Expression {
  const parts: (string | py.Expression)[] = [node.head.text];
  for (const span of node.templateSpans) {
    parts.push(withoutStr(context.expression(span.expression)), span.literal.text);
    checkText(span.expression, context);
  }
  const filled = parts.filter((part) => part !== "");
  const values = filled.filter((part) => typeof part !== "string");
  if (filled.some((part) => typeof part === "string" && hasLoneSurrogate(part))) {
    return context.refuse(node, "literalOutsideBmp");
  }
  if (values.every(fitsIntoFormattedString)) return { kind: "FormattedString", parts: filled };
  const template = filled.map((part) =>
    typeof part === "string" ? part.replaceAll("{", "{{").replaceAll("}", "}}") : "{}",
  );
  return call(attribute(string(template.join("")), "format"), values);
}

/** A placeholder makes a string of its value by itself. */
function withoutStr(value: py.Expression): py.Expression {
  const isStr =
    value.kind === "Call" && value.function.kind === "Name" && value.function.id === "str";
  const [only] = isStr ? value.arguments : [];
  const isSingle =
    isStr &&
    value.arguments.length === 1 &&
    value.function.kind === "Name" &&
    value.function.builtin;
  return isSingle && only !== undefined && only.kind !== "Starred" ? only : value;
}

/** Refuses what would read differently: `true`/`True`, `1`/`1.0`, `null`/`None`, objects. */
export function checkText(node: ts.Expression, context: Context): void {
  const kinds = context.types.kindsAt(node);
  for (const kind of kinds) {
    if (kind === "number") checkNumber(node, context);
    else if (kind !== "string") {
      if (kind === "contract" && isPrintable(node, context)) continue;
      context.refuse(
        node,
        "stringOf",
        kind === "null" ? "null or undefined" : `A value of kind ${kind}`,
      );
    }
  }
}

/** CircuitPython's own values that say so in their declaration, as an IPv4 address. */
function isPrintable(node: ts.Expression, context: Context): boolean {
  const property = context.types.checker
    .getNonNullableType(context.types.typeAt(node))
    .getProperty("toString");
  return (
    property?.declarations?.every((declaration) => declaration.getSourceFile().isDeclarationFile) ??
    false
  );
}

function checkNumber(node: ts.Expression, context: Context): void {
  const { kind } = context.analysis.numbers.of(node);
  if (kind === "float") context.refuse(node, "floatText");
  if (kind === "unknown") context.refuse(node, "unknownNumber");
}

/** `node` as a Python str. */
export function textOf(node: ts.Expression, context: Context): py.Expression {
  checkText(node, context);
  const value = context.expression(node);
  const literal = bare(node);
  if (ts.isNumericLiteral(literal)) return string(literal.text);
  return context.types.kindAt(node) === "string" ? value : builtinCall("str", value);
}
