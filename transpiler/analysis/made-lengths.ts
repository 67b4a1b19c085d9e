// How long a container is when it is made.
import { ts } from "ts-morph";
import { constantly, type Linear } from "./linear";
import type { LinearForms } from "./linear-forms";
import { bare } from "./syntax";

/** The least length of what `node` makes; null if that is not known. */
export function madeLength(node: ts.Expression, forms: LinearForms): Linear | null {
  const inner = bare(node);
  if (ts.isStringLiteral(inner)) return constantly(inner.text.length);
  if (ts.isArrayLiteralExpression(inner))
    return constantly(inner.elements.filter((element) => !ts.isSpreadElement(element)).length);
  if (ts.isNewExpression(inner)) return ofNew(inner, forms);
  if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return null;
  const { expression, name } = inner.expression;
  const [first] = inner.arguments;
  if (name.text === "fill") return madeLength(expression, forms);
  if (first === undefined) return null;
  if (name.text === "split")
    return ts.isStringLiteral(first) && first.text !== "" && inner.arguments.length === 1
      ? constantly(1)
      : null;
  const isFrom = name.text === "from" && expression.getText() === "Array";
  return isFrom ? ofLengthObject(first, forms) : null;
}

/** `new Array(n)`, `new Uint8Array(n)`, `new Uint8Array([1, 2])` */
function ofNew(node: ts.NewExpression, forms: LinearForms): Linear | null {
  const [first, second] = node.arguments ?? [];
  if (!/^(Array|Uint8Array)$/.test(node.expression.getText()) || !first || second) return null;
  return ts.isArrayLiteralExpression(bare(first)) && node.expression.getText() !== "Array"
    ? madeLength(first, forms)
    : forms.of(first);
}

/** `{ length: n }` */
function ofLengthObject(node: ts.Expression, forms: LinearForms): Linear | null {
  const literal = bare(node);
  const property = ts.isObjectLiteralExpression(literal) ? literal.properties[0] : undefined;
  if (property?.name?.getText() !== "length") return null;
  if (ts.isShorthandPropertyAssignment(property)) return forms.of(property.name);
  return ts.isPropertyAssignment(property) ? forms.of(property.initializer) : null;
}
