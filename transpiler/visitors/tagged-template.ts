// `tag`text ${value}``: a call with the texts, which know how they are written, and the values.
import { ts } from "ts-morph";
import { bare, isFunctionNode, valuesIn } from "../analysis/syntax";
import { placeOf } from "../diagnostics/diagnostic";
import type * as py from "../python/ast";
import { call, list, name, NONE, number, string, tuple } from "../python/build";
import type { Context } from "./context";
import { filledTemplate } from "./templates";
import { placeholder } from "./text";
import { isLibraryGlobal } from "./library-names";

export function visitTaggedTemplate(
  node: ts.TaggedTemplateExpression,
  context: Context,
): py.Expression {
  const tag = bare(node.tag);
  const values = valuesIn(node.template);
  const texts = textsOf(node.template);
  if (isRaw(tag, context)) {
    const parts = texts.flatMap((text, index) => {
      const value = values[index];
      return value === undefined ? [text.raw] : [text.raw, placeholder(value, context)];
    });
    return filledTemplate(node, parts, context);
  }
  const callee = context.expression(tag);
  const cooked = texts.map(({ text }) => (text === undefined ? NONE : string(text)));
  const raw = texts.map((part) => string(part.raw));
  const isSame = texts.every((part) => part.text === part.raw);
  const parts = isSame ? [list(...cooked)] : [list(...cooked), list(...raw)];
  const strings = areKept(node, context)
    ? call(context.helper("template_strings"), [siteOf(node), ...parts])
    : call(context.helper("TemplateStrings"), parts);
  return call(callee, [strings, ...values.map((value) => context.expression(value))]);
}

/** Whether the function may see that the texts of a template are the same each time. */
function areKept(node: ts.TaggedTemplateExpression, { types, analysis }: Context): boolean {
  const called = types.calledBy(node);
  if (called === undefined || !isFunctionNode(called)) return true;
  const [first] = called.parameters;
  if (first === undefined || first.dotDotDotToken !== undefined) return first !== undefined;
  return analysis.uses.of(first).references.some((reference) => !isTakenFrom(reference));
}

/** Whether only what is in `node` is taken. */
function isTakenFrom(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ((ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
      parent.expression === node) ||
    ts.isSpreadElement(parent) ||
    (ts.isForOfStatement(parent) && parent.expression === node)
  );
}

/** What a template is known by. */
function siteOf(node: ts.Node): py.Expression {
  const { line, column } = placeOf(node);
  return tuple(name("__name__"), number(String(line)), number(String(column)));
}

const isRaw = (tag: ts.Expression, context: Context) =>
  ts.isPropertyAccessExpression(tag) &&
  tag.name.text === "raw" &&
  ts.isIdentifier(tag.expression) &&
  tag.expression.text === "String" &&
  isLibraryGlobal(tag.expression, context);

/** The texts between the values, as they read and as they are written. */
function textsOf(template: ts.TemplateLiteral): { text: string | undefined; raw: string }[] {
  const parts = ts.isTemplateExpression(template)
    ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    : [template];
  return parts.map((part) => {
    const source = part.getText();
    const end = source.endsWith("${") ? 2 : 1;
    const raw = source.slice(1, source.length - end).replace(/\r\n?/g, "\n");
    // An escape that does not exist makes the text undefined.
    const isValid =
      !/(?:^|[^\\])(?:\\\\)*\\(?:[1-9]|0\d|x(?![\da-f]{2})|u(?!\{[\da-f]+\}|[\da-f]{4}))/i.test(
        raw,
      );
    return { text: isValid ? part.text : undefined, raw };
  });
}
