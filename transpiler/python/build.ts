// Short names for the nodes that visitors make most.
import type * as py from "./ast";

export const NONE: py.Constant = { kind: "Constant", value: "None" };
export const TRUE: py.Constant = { kind: "Constant", value: "True" };
export const FALSE: py.Constant = { kind: "Constant", value: "False" };

export const name = (id: string): py.Name => ({ kind: "Name", id });
export const builtin = (id: string): py.Name => ({ kind: "Name", id, builtin: true });
export const number = (value: number | string): py.NumberLiteral => ({
  kind: "Number",
  text: String(value),
});
export const string = (value: string): py.StringLiteral => ({ kind: "String", value });
export const attribute = (value: py.Expression, member: string): py.Attribute => ({
  kind: "Attribute",
  value,
  name: member,
});
export const subscript = (value: py.Expression, index: py.Expression): py.Subscript => ({
  kind: "Subscript",
  value,
  index,
});
export const slice = (
  value: py.Expression,
  lower: py.Expression | null,
  upper: py.Expression | null,
): py.Subscript => ({ kind: "Subscript", value, index: { kind: "Slice", lower, upper } });
export const call = (
  callee: py.Expression,
  args: readonly (py.Expression | py.Starred)[] = [],
  keywords: readonly py.Keyword[] = [],
): py.Call => ({ kind: "Call", function: callee, arguments: args, keywords });
/** `value.method(args)` */
export const method = (value: py.Expression, member: string, ...args: py.Expression[]): py.Call =>
  call(attribute(value, member), args);
/** `len(value)` and the like */
export const builtinCall = (id: string, ...args: py.Expression[]): py.Call =>
  call(builtin(id), args);
export const unary = (operator: py.UnaryOperator, operand: py.Expression): py.Unary => ({
  kind: "Unary",
  operator,
  operand,
});
export const binary = (
  left: py.Expression,
  operator: py.BinaryOperator,
  right: py.Expression,
): py.Binary => ({ kind: "Binary", operator, left, right });
export const compare = (
  left: py.Expression,
  operator: py.CompareOperator,
  right: py.Expression,
): py.Compare => ({ kind: "Compare", operator, left, right });
export const boolean = (
  left: py.Expression,
  operator: "and" | "or",
  right: py.Expression,
): py.BooleanOperation => ({ kind: "Boolean", operator, left, right });
export const conditional = (
  body: py.Expression,
  test: py.Expression,
  orElse: py.Expression,
): py.Conditional => ({ kind: "Conditional", body, test, orElse });
export const list = (...elements: py.Expression[]): py.List => ({ kind: "List", elements });
export const tuple = (...elements: py.Expression[]): py.Tuple => ({ kind: "Tuple", elements });
export const dict = (...entries: py.Entry[]): py.Dict => ({ kind: "Dict", entries });

/** `[element for target in iterable if condition]` */
export function comprehension(
  form: "list" | "generator",
  element: py.Expression,
  target: py.Expression,
  iterable: py.Expression,
  condition: py.Expression | null = null,
): py.Call | py.Comprehension {
  const made: py.Comprehension = {
    kind: "Comprehension",
    form,
    element,
    target,
    iterable,
    condition,
  };
  if (!holdsNamed(iterable)) return made;
  // No named expression may stand in what a comprehension runs over (PEP 572).
  const parameters = [{ name: "values" }];
  const body: py.Expression = { ...made, iterable: name("values") };
  return call({ kind: "Lambda", parameters, body }, [iterable]);
}

const holdsNamed = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  ((value as Partial<py.Expression>).kind === "NamedExpression" ||
    Object.entries(value).some(([key, part]) => key !== "origin" && holdsNamed(part)));

export const assign = (target: py.Expression, value: py.Expression): py.Assign => ({
  kind: "Assign",
  target,
  value,
});
export const expressionStatement = (value: py.Expression): py.ExpressionStatement => ({
  kind: "ExpressionStatement",
  value,
});
/** What documents a definition, if anything does. */
export const docstring = (text: string | undefined): py.Docstring[] =>
  text === undefined ? [] : [{ kind: "Docstring", text }];
export const ifStatement = (
  test: py.Expression,
  body: readonly py.Statement[],
  orElse: readonly py.Statement[] = [],
): py.If => ({ kind: "If", test, body, orElse });
export const returnStatement = (value: py.Expression | null): py.Return => ({
  kind: "Return",
  value,
});
export const simple = (keyword: py.Simple["keyword"]): py.Simple => ({ kind: "Simple", keyword });
export const BLANK: py.Blank = { kind: "Blank" };

const INVERSE: Partial<Record<py.CompareOperator, py.CompareOperator>> = {
  "==": "!=",
  "!=": "==",
  in: "not in",
  "not in": "in",
  is: "is not",
  "is not": "is",
};

/** `not value`, without a double negation. `<` is not turned into `>=`: NaN compares false both ways. */
export function not(value: py.Expression): py.Expression {
  if (value.kind === "Unary" && value.operator === "not") return value.operand;
  const inverse = value.kind === "Compare" ? INVERSE[value.operator] : undefined;
  if (value.kind === "Compare" && inverse !== undefined) return { ...value, operator: inverse };
  return unary("not", value);
}
