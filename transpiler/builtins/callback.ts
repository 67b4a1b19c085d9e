// Functions that library methods call: as an expression in place, or as something to call.
import { ts } from "ts-morph";
import { CALLING } from "../analysis/container-methods";
import { bare, isFunctionNode } from "../analysis/syntax";
import { declarationOf } from "../analysis/types";
import { some } from "../analysis/walk";
import type * as py from "../python/ast";
import { builtinCall, call, compare, name, NONE } from "../python/build";
import type { Context } from "../visitors/context";
import { condition, truthOfKinds } from "../visitors/truth";
import { libraryCallable, mayBeGreedy } from "./function-values";
import { libraryFunction, mathMember, numberTest } from "./library-functions";
import { inlineParameter } from "./pattern-parameters";
import { isLibraryGlobal } from "../visitors/library-names";

/** A function by its parameters and what it gives. */
export interface Inline {
  readonly parameters: readonly string[];
  readonly body: py.Expression;
}

/** A function by what evaluates to it, and how many arguments it takes. */
export interface Callable {
  readonly callee: py.Expression;
  readonly arity: number;
}

export type Wanted = "value" | "truth";

/** `(value, index) => body` as an expression; null if it has to stay a function. */
export function inline(
  node: ts.Expression,
  most: number,
  wanted: Wanted,
  context: Context,
): Inline | null {
  const arrow = bare(node);
  if (ts.isIdentifier(arrow) && isLibraryGlobal(arrow, context)) {
    const element = context.element();
    const body = libraryFunction(arrow, element, node, wanted, context);
    return body === null ? null : { parameters: [element.id], body };
  }
  const tested = numberTest(arrow, context.element(), context);
  if (tested !== null) return { parameters: [context.element().id], body: tested };
  if (wanted === "value") {
    const element = context.element();
    const body = mathMember(arrow, element, context);
    if (body !== null) return { parameters: [element.id], body };
  }
  if (!ts.isArrowFunction(arrow) || ts.isBlock(arrow.body)) return null;
  if (arrow.parameters.length > most) return null;
  if ((arrow.modifiers ?? []).length > 0) return null;
  // A closure in the body would see the last value of a comprehension.
  const { body } = arrow;
  if (some(body, (part) => isFunctionNode(part) && !isUsedUp(part, context))) return null;
  let value: py.Expression | undefined;
  let parameters: string[] = [];
  const { definitions } = context.collect(() => {
    const names = arrow.parameters.map((one) => inlineParameter(one, arrow, context));
    parameters = names.filter((id) => id !== null);
    if (parameters.length < names.length) return [];
    value = wanted === "truth" ? condition(body, context) : context.expression(body);
    return [];
  });
  return definitions.length > 0 || value === undefined ? null : { parameters, body: value };
}

/** Whether a function is handed to a method of an array, which is done with it when it returns. */
function isUsedUp(node: ts.Node, context: Context): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression))
    return false;
  const { expression, name: id } = parent.expression;
  if (id.text === "from" && ts.isIdentifier(expression) && expression.text === "Array") return true;
  return CALLING.has(id.text) && ["array", "tuple"].includes(context.types.kindAt(expression));
}

/** A function that is called with up to `most` arguments; what it gives is a truth if that is `wanted`. */
export function callable(
  node: ts.Expression,
  most: number,
  wanted: Wanted,
  context: Context,
): Callable | null {
  const parts = inline(node, most, wanted, context);
  if (parts !== null) {
    const parameters = parts.parameters.map((id) => ({ name: id }));
    const callee: py.Expression = { kind: "Lambda", parameters, body: parts.body };
    return { callee, arity: parts.parameters.length };
  }
  const known = libraryCallable(bare(node), context);
  if (known !== null) return { ...known, arity: Math.min(most, known.arity) };
  const signature = context.types.typeAt(node).getCallSignatures()[0];
  if (signature === undefined || isLibraryGlobalName(node, context)) return null;
  if (!isOwnFunction(node, context) && mayBeGreedy(context)) return null;
  const arity = Math.min(most, arityOf(node, signature, most));
  const callee = context.expression(node);
  if (wanted === "value" || isBoolean(signature.getReturnType(), context)) return { callee, arity };
  const parameters = PARAMETERS.slice(0, arity).map((text) => context.unhidden(text));
  const result = call(fixed(callee, node, context), parameters.map(name));
  const body = truthOf(result, signature.getReturnType(), context);
  return {
    callee: { kind: "Lambda", parameters: parameters.map((id) => ({ name: id })), body },
    arity,
  };
}

const PARAMETERS = ["value", "index", "values", "rest"];

/** A function of the program takes what it declares, and no more. */
function isOwnFunction(node: ts.Expression, context: Context): boolean {
  const inner = bare(node);
  if (isFunctionNode(inner)) return true;
  const declaration = declarationOf(context.types.symbolAt(inner));
  if (declaration === undefined) return false;
  const value =
    ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
      ? bare(declaration.initializer)
      : declaration;
  return isFunctionNode(value);
}

const isLibraryGlobalName = (node: ts.Expression, context: Context) =>
  isLibraryGlobal(bare(node), context);

function arityOf(node: ts.Expression, signature: ts.Signature, most: number): number {
  const inner = bare(node);
  const isWritten = ts.isArrowFunction(inner) || ts.isFunctionExpression(inner);
  const parameters = isWritten ? inner.parameters : undefined;
  const last = parameters?.at(-1) ?? signature.parameters.at(-1)?.valueDeclaration;
  if (last !== undefined && ts.isParameter(last) && last.dotDotDotToken !== undefined) return most;
  const declared = signature.getDeclaration() as ts.SignatureDeclaration | undefined;
  const hidden = declared?.parameters[0]?.name.getText() === "this" ? 1 : 0;
  return (parameters?.length ?? signature.parameters.length + hidden) - hidden;
}

export function refuseCallback(node: ts.Expression, context: Context): py.Constant {
  const inner = bare(node);
  const isNamed = ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner);
  const text = inner.getText();
  const [what, call] = isNamed
    ? [`\`${text}\``, `\`(value) => ${text}(value)\``]
    : ["this function", "`(value) => …`, with all that it needs in it"];
  return context.refuse(node, "callbackForm", what, call);
}

/** What can be called again and again is a name; anything else would be evaluated each time. */
function fixed(callee: py.Expression, node: ts.Expression, context: Context): py.Expression {
  return isFixed(callee) ? callee : refuseCallback(node, context);
}

export const isFixed = (callee: py.Expression): boolean =>
  callee.kind === "Name" || (callee.kind === "Attribute" && isFixed(callee.value));

const isBoolean = (type: ts.Type, context: Context) =>
  [...context.types.kindsOf(type)].every((kind) => kind === "boolean");

/** Whether `value`, of `type`, is true in JavaScript. */
export function truthOf(value: py.Expression, type: ts.Type, context: Context): py.Expression {
  const kinds = context.types.kindsOf(type);
  const truth = truthOfKinds(kinds, kinds.has("number"));
  if (truth === "same") return value;
  if (truth === "not-none")
    return context.types.nullIsApart
      ? compare(value, "not in", context.helper("NULLISH"))
      : compare(value, "is not", NONE);
  return call(context.helper(truth === "any" ? "is_true" : "truthy_value"), [value]);
}

/** `function` so that it takes exactly `count` arguments, of which it uses the first. */
export function padded(
  { callee, arity }: Callable,
  count: number,
  context: Context,
): py.Expression {
  if (arity >= count) return callee;
  if (callee.kind === "Lambda") {
    const more = PADDING.slice(arity, count).map((text) => ({ name: context.unhidden(text) }));
    return { ...callee, parameters: [...callee.parameters, ...more] };
  }
  const parameters = PADDING.slice(0, count).map((text) => context.unhidden(text));
  const body = call(callee, parameters.slice(0, arity).map(name));
  return { kind: "Lambda", parameters: parameters.map((id) => ({ name: id })), body };
}

const PADDING = ["_first", "_second", "_third", "_fourth"];

/** `function` so that it takes a value alone, and counts what else it wants. */
export function ofValue(
  { callee, arity }: Callable,
  values: py.Expression,
  fromEnd: boolean,
  context: Context,
): py.Expression {
  if (arity === 1) return callee;
  if (arity === 0) return padded({ callee, arity }, 1, context);
  const args: py.Expression[] = [callee];
  if (arity === 3 || fromEnd) args.push(arity === 3 ? values : NONE);
  if (fromEnd) {
    const last = { kind: "Binary", left: builtinCall("len", values), operator: "-" } as const;
    args.push({ ...last, right: { kind: "Number", text: "1" } });
    args.push({ kind: "Unary", operator: "-", operand: { kind: "Number", text: "1" } });
  }
  return call(context.helper("indexed"), args);
}
