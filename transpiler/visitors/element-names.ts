// What an element of an array is called: a `reading` where the array is called `readings`.
import { ts } from "ts-morph";
import { GIVING_ITSELF, GIVING_SELECTIONS } from "../analysis/container-methods";
import { bare } from "../analysis/syntax";
import { pythonName } from "../naming/names";
import { singular } from "../naming/singular";

/** Methods that give elements of what they are called on. */
const KEEPING = new Set([...GIVING_SELECTIONS, ...GIVING_ITSELF, "values"]);

/** A name for one of `values`; `otherwise` where theirs says nothing. */
export function elementName(values: ts.Expression, otherwise: string): string {
  const plural = nameOf(values);
  const one = plural === null ? null : singular(pythonName(plural));
  return one === null ? otherwise : pythonName(one);
}

function nameOf(node: ts.Expression): string | null {
  const inner = bare(node);
  if (ts.isIdentifier(inner)) return inner.text;
  if (ts.isPropertyAccessExpression(inner)) return inner.name.text.replace(/^#/, "");
  if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return null;
  const { expression: owner, name } = inner.expression;
  const isObject = ts.isIdentifier(owner) && owner.text === "Object";
  if (name.text === "entries") return "entries";
  const [first] = inner.arguments;
  if (isObject) return name.text === "values" && first !== undefined ? nameOf(first) : null;
  return KEEPING.has(name.text) ? nameOf(owner) : null;
}
