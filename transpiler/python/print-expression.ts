// Expressions as documents: the one place that decides on parentheses and on where a line may break.
import { assertNever, type Expression, type Parameter } from "./ast";
import type * as py from "./ast";
import {
  bracketed,
  concat,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  softLine,
} from "./document";
import type { Document } from "./document";
import { bindingOf, levelOf, operandBindings } from "./precedence";
import { printFormattedString } from "./print-formatted-string";
import { quoted } from "./print-string";

/** `node`, in parentheses if it binds looser than `binding`. */
export function printExpression(node: Expression, binding = 0): Document {
  const document = printBare(node);
  const own = bindingOf(levelOf(node));
  const printed = own < binding ? concat("(", document, ")") : document;
  return node.origin === undefined
    ? printed
    : { kind: "origin", origin: node.origin, content: printed };
}

const PRIMARY = bindingOf("Primary");

function printBare(node: Expression): Document {
  switch (node.kind) {
    case "Attribute":
      return concat(printPrimary(node.value), ".", node.name);
    case "Await":
      return concat("await ", printPrimary(node.value));
    case "Binary":
    case "Boolean":
    case "Compare":
      return printOperation(node);
    case "Call":
      return concat(printPrimary(node.function), printArguments(node));
    case "Comprehension":
      return printComprehension(node);
    case "Conditional":
      return printConditional(node);
    case "Constant":
      return node.value;
    case "Dict":
      return bracketed("{", node.entries.map(printEntry), "}");
    case "FormattedString":
      return printFormattedString(node, printExpression);
    case "Lambda":
      return printLambda(node);
    case "List":
      return bracketed("[", printElements(node), "]");
    case "Name":
      return node.id;
    case "Yield": {
      const keyword = node.from ? "yield from" : "yield";
      return node.value === null ? keyword : concat(`${keyword} `, printBreakable(node.value));
    }
    case "NamedExpression":
      return concat(node.target.id, " := ", printExpression(node.value, bindingOf("Conditional")));
    case "Number":
      return node.text;
    case "String":
      return quoted(node.value);
    case "Subscript":
      return printSubscript(node);
    case "Tuple":
      return node.elements.length === 1
        ? concat("(", printExpression(node.elements[0] as Expression), ",)")
        : bracketed("(", printAll(node.elements), ")");
    case "Unary":
      return printUnary(node);
    default:
      return assertNever(node);
  }
}

/** Operands of one chain break together; what is nested in them only where it does not fit. */
function printOperation(node: py.Binary | py.BooleanOperation | py.Compare): Document {
  const { left, right } = operandBindings(node);
  const level = levelOf(node);
  const operand = (part: Expression, binding: number, chained: boolean): Document => {
    const document = printExpression(part, binding);
    return chained && levelOf(part) === level ? document : group(document);
  };
  const isChain = node.kind !== "Compare";
  return concat(
    operand(node.left, left, isChain),
    line,
    `${node.operator} `,
    operand(node.right, right, isChain && node.kind === "Boolean"),
  );
}

/** Elements of a display or a call: only `:=` needs parentheses there. */
const ELEMENT = bindingOf("Lambda");
const printAll = (nodes: readonly Expression[]) => nodes.map(printBreakable);

const printElements = ({ elements, comments }: py.List) =>
  printAll(elements).map((element, index) => withComments(comments?.[index], element));

const withComments = (comments: readonly string[] | undefined, document: Document): Document =>
  concat(...(comments ?? []).flatMap((text) => [`# ${text}`.trimEnd(), hardLine]), document);

function printPrimary(node: Expression): Document {
  // `1 .real`: a number that a dot follows would read as a float.
  return node.kind === "Number" ? concat("(", node.text, ")") : printExpression(node, PRIMARY);
}

function printArguments(node: py.Call): Document {
  const [only, second] = [...node.arguments, ...node.keywords];
  if (only !== undefined && second === undefined && "kind" in only && only.kind !== "Starred") {
    if (only.kind === "Comprehension" && only.form === "generator") return printComprehension(only);
    // The parentheses of the call are enough.
    return bracketed("(", [group(printExpression(only, ELEMENT))], ")");
  }
  const positional = node.arguments.map((argument) =>
    argument.kind === "Starred"
      ? concat("*", printExpression(argument.value, bindingOf("|")))
      : printBreakable(argument),
  );
  const keywords = node.keywords.map(({ name, value }) =>
    concat(name === null ? "**" : `${name}=`, printBreakable(value)),
  );
  return bracketed("(", [...positional, ...keywords], ")");
}

function printComprehension(node: py.Comprehension): Document {
  const [open, close] = node.form === "list" ? ["[", "]"] : ["(", ")"];
  const clauses: Document[] = [
    group(printExpression(node.element, ELEMENT)),
    concat(
      "for ",
      printTarget(node.target),
      " in ",
      printExpression(node.iterable, bindingOf("or")),
    ),
  ];
  if (node.condition !== null) {
    clauses.push(concat("if ", group(printExpression(node.condition, bindingOf("or")))));
  }
  return group(concat(open, indent(concat(softLine, join(line, clauses))), softLine, close));
}

/** What `for` and assignments bind: a tuple there has no parentheses. */
export function printTarget(target: Expression): Document {
  return target.kind === "Tuple" && target.elements.length > 1
    ? join(", ", printAll(target.elements))
    : printExpression(target);
}

/** `a, b = b, a`: without parentheses Python swaps the two and makes no tuple. */
export function printAssigned(target: Expression, value: Expression): Document {
  const isSwap = target.kind === "Tuple" && value.kind === "Tuple" && value.elements.length > 1;
  if (!isSwap || value.elements.some(({ kind }) => kind === "NamedExpression" || kind === "Yield"))
    return printStatementValue(value);
  const elements = indent(concat(softLine, join(concat(",", line), printAll(value.elements))));
  return group(concat(ifBroken("("), elements, ifBroken(","), softLine, ifBroken(")")));
}

function printConditional(node: py.Conditional): Document {
  const inner = bindingOf("or");
  return concat(
    group(printExpression(node.body, inner)),
    line,
    concat("if ", group(printExpression(node.test, inner))),
    line,
    concat("else ", group(printExpression(node.orElse, bindingOf("Conditional")))),
  );
}

const printEntry = ({ key, value, comments }: py.Entry): Document =>
  withComments(comments, concat(printExpression(key, ELEMENT), ": ", printBreakable(value)));

function printLambda(node: py.Lambda): Document {
  const parameters = printParameters(node.parameters);
  const head = parameters.length === 0 ? "lambda" : concat("lambda ", join(", ", parameters));
  return concat(head, ": ", printExpression(node.body, bindingOf("Lambda")));
}

export function printParameters(parameters: readonly Parameter[]): Document[] {
  const documents: Document[] = [];
  let keywordOnly = false;
  for (const parameter of parameters) {
    if (parameter.form === "keyword-only" && !keywordOnly) documents.push("*");
    keywordOnly ||= parameter.form === "keyword-only" || parameter.form === "rest";
    const stars = parameter.form === "rest" ? "*" : parameter.form === "keywords" ? "**" : "";
    const value = parameter.default;
    documents.push(
      value === undefined
        ? stars + parameter.name
        : concat(`${parameter.name}=`, printExpression(value, ELEMENT)),
    );
  }
  return documents;
}

function printSubscript(node: py.Subscript): Document {
  const value = printPrimary(node.value);
  const { index } = node;
  if (index.kind !== "Slice") return concat(value, "[", group(printExpression(index)), "]");
  const { lower, upper } = index;
  // black (PEP 8): spaces around the colon where a bound is more than a name or a number.
  const plain = [lower, upper].every((bound) => bound === null || isPlainBound(bound));
  const print = (bound: Expression | null) =>
    bound === null ? "" : group(printExpression(bound, ELEMENT));
  const before = !plain && lower !== null ? " " : "";
  const after = !plain && upper !== null ? " " : "";
  return concat(value, "[", print(lower), `${before}:${after}`, print(upper), "]");
}

const isPlainBound = (bound: Expression): boolean =>
  bound.kind === "Name" ||
  bound.kind === "Number" ||
  (bound.kind === "Unary" && isPlainBound(bound.operand));

function printUnary(node: py.Unary): Document {
  if (node.operator === "not") {
    return concat("not ", printExpression(node.operand, bindingOf("not")));
  }
  return concat(node.operator, printExpression(node.operand, bindingOf("Unary")));
}

/** What an assignment, or a statement of its own, takes: `yield` without parentheses (Python reference §6.2.9). */
export const printStatementValue = (node: Expression): Document =>
  node.kind === "Yield" ? group(printExpression(node)) : printBreakable(node);

/** An expression that no bracket is around: parentheses appear when it has to be broken. */
export function printBreakable(node: Expression): Document {
  const chain = printChain(node);
  const document = chain ?? printExpression(node, ELEMENT);
  if (chain === null && !needsParenthesesToBreak(node)) return group(document);
  return group(concat(ifBroken("("), indent(concat(softLine, document)), softLine, ifBroken(")")));
}

function needsParenthesesToBreak(node: Expression): boolean {
  if (node.kind === "Unary") return needsParenthesesToBreak(node.operand);
  if (node.kind === "Lambda") return needsParenthesesToBreak(node.body);
  return ["Binary", "Boolean", "Compare", "Conditional"].includes(node.kind);
}

/** `text.strip().lower()`: black breaks before the dots of several calls, but not after a name. */
function printChain(node: Expression): Document | null {
  const calls: Document[] = [];
  let current = node;
  while (current.kind === "Call" && current.function.kind === "Attribute") {
    calls.unshift(concat(`.${current.function.name}`, printArguments(current)));
    current = current.function.value;
  }
  if (calls.length < 2) return null;
  const base = printPrimary(current);
  const [first = "", ...others] = calls;
  const isName = current.kind === "Name" || current.kind === "Attribute";
  const head = isName ? concat(base, first) : base;
  const rest = isName ? others : calls;
  return rest.length < 2 ? null : concat(head, ...rest.map((one) => concat(softLine, one)));
}
