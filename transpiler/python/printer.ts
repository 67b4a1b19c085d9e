// Python AST → text and the origin of every line: the only place that writes Python.
import { assertNever, type ExceptHandler, type Expression, type Statement } from "./ast";
import type * as py from "./ast";
import { spaced } from "./blank-lines";
import { bracketed, concat, join, layOut, type Document, type PrintedLine } from "./document";
import {
  printBreakable,
  printExpression,
  printAssigned,
  printParameters,
  printStatementValue,
  printTarget,
} from "./print-expression";

const LINE_WIDTH = 100;

/** `module`'s text, by line. */
export function printModule(module: py.Module): PrintedLine[] {
  const lines: PrintedLine[] = [];
  printBody(spaced(module.body, 2), 0, lines);
  while (lines.at(-1)?.text === "") lines.pop();
  while (lines[0]?.text === "") lines.shift();
  return lines.map((line, index) => (index < 2 ? { ...line, text: inUtf8(line.text) } : line));
}

/** A comment in the first two lines may name an encoding to CPython (PEP 263): it is UTF-8. */
const inUtf8 = (line: string): string =>
  line.replace(/^([ \t\f]*#.*?coding)(?=[:=][ \t]*[-\w.])/, "$1 ");

function printBody(body: readonly Statement[], depth: number, lines: PrintedLine[]): void {
  for (const node of body) printStatement(node, depth, lines);
}

function printBlock(
  body: readonly Statement[],
  depth: number,
  lines: PrintedLine[],
  isClass = false,
): void {
  const inner = spaced(body, 1, isClass);
  printBody(inner, depth + 1, lines);
  const empty = inner.every((node) => node.kind === "Comment" || node.kind === "Blank");
  if (empty) printBody([{ kind: "Simple", keyword: "pass" }], depth + 1, lines);
}

function write(document: Document, node: Statement, depth: number, lines: PrintedLine[]): void {
  const trailing = node.trailing === undefined ? "" : `  # ${node.trailing}`;
  const printed = layOut(document, depth, LINE_WIDTH);
  printed.forEach(({ text, origin }, index) => {
    const last = index === printed.length - 1;
    const first = index === 0;
    lines.push({
      text: last ? text + trailing : text,
      origin: first ? node.origin : (origin ?? node.origin),
    });
  });
}

function printStatement(node: Statement, depth: number, lines: PrintedLine[]): void {
  const put = (document: Document) => write(document, node, depth, lines);
  switch (node.kind) {
    case "Assign":
      return put(concat(printTarget(node.target), " = ", printAssigned(node.target, node.value)));
    case "AugmentedAssign":
      return put(
        concat(
          printExpression(node.target),
          ` ${node.operator}= `,
          printStatementValue(node.value),
        ),
      );
    case "Blank":
      return put("");
    case "ClassDefinition":
    case "For":
    case "FunctionDefinition":
    case "If":
    case "Try":
    case "While":
      return printCompound(node, depth, lines);
    case "Comment":
      return put(node.text === "" ? "#" : `# ${node.text}`);
    case "Delete":
      return put(concat("del ", printExpression(node.target)));
    case "Docstring":
      return printDocstring(node, depth, lines);
    case "ExpressionStatement":
      return put(printStatementValue(node.value));
    case "Import":
      return put(`import ${node.module}${node.alias === null ? "" : ` as ${node.alias}`}`);
    case "ImportFrom":
      return put(printImportFrom(node));
    case "Raise":
    case "Return": {
      const keyword = node.kind.toLowerCase();
      if (node.value === null) return put(keyword);
      return put(concat(`${keyword} `, printBreakable(node.value)));
    }
    case "ScopeDeclaration":
      return put(`${node.keyword} ${node.names.join(", ")}`);
    case "Simple":
      return put(node.keyword);
    default:
      return assertNever(node);
  }
}

function printCompound(
  node: py.ClassDefinition | py.For | py.FunctionDefinition | py.If | py.Try | py.While,
  depth: number,
  lines: PrintedLine[],
): void {
  const open = (head: Document, body: readonly Statement[], at: Statement = node) => {
    write(concat(head, ":"), at, depth, lines);
    printBlock(body, depth, lines, at.kind === "ClassDefinition");
  };
  switch (node.kind) {
    case "ClassDefinition":
      return open(printClassHead(node), node.body);
    case "For": {
      const iterable = printBreakable(node.iterable);
      return open(concat("for ", printTarget(node.target), " in ", iterable), node.body);
    }
    case "FunctionDefinition":
      for (const decorator of node.decorators)
        write(concat("@", printExpression(decorator)), node, depth, lines);
      return open(printFunctionHead(node), node.body);
    case "If":
      return printIf(node, depth, lines);
    case "Try": {
      open("try", node.body);
      for (const handler of node.handlers) {
        open(printHandler(handler), handler.body, {
          kind: "Blank",
          origin: handler.origin ?? node.origin,
        });
      }
      if (node.finalBody.length > 0) open("finally", node.finalBody);
      return;
    }
    case "While":
      return open(concat("while ", printBreakable(node.test)), node.body);
    default:
      return assertNever(node);
  }
}

function printClassHead({ name, bases }: py.ClassDefinition): Document {
  const printed = bases.map((base) => printExpression(base));
  return concat(`class ${name}`, printed.length === 0 ? "" : bracketed("(", printed, ")"));
}

function printFunctionHead(node: py.FunctionDefinition): Document {
  const head = `${node.async ? "async " : ""}def ${node.name}`;
  return concat(head, bracketed("(", printParameters(node.parameters), ")", true));
}

function printIf(node: py.If, depth: number, lines: PrintedLine[]): void {
  let keyword = "if ";
  let current: py.If = node;
  for (;;) {
    write(concat(keyword, printBreakable(current.test), ":"), current, depth, lines);
    printBlock(current.body, depth, lines);
    const next = current.orElse[0];
    if (current.orElse.length !== 1 || next?.kind !== "If") break;
    current = next;
    keyword = "elif ";
  }
  if (current.orElse.length === 0) return;
  write("else:", { kind: "Blank", origin: current.orElse[0]?.origin }, depth, lines);
  printBlock(current.orElse, depth, lines);
}

function printHandler({ type, name }: ExceptHandler): Document {
  if (type === null) return "except";
  return concat("except ", printExpression(type), name === null ? "" : ` as ${name}`);
}

function printImportFrom(node: py.ImportFrom): Document {
  const names = node.names.map(({ name, alias }) =>
    alias === null ? name : `${name} as ${alias}`,
  );
  const flat = `from ${node.module} import ${names.join(", ")}`;
  return flat.length <= LINE_WIDTH
    ? flat
    : concat(`from ${node.module} import `, bracketed("(", names, ")", true));
}

function printDocstring(node: py.Docstring, depth: number, lines: PrintedLine[]): void {
  const text = node.text
    .replaceAll("\\", "\\\\")
    .replaceAll('"""', '\\"\\"\\"')
    .replace(/"$/, '\\"');
  const parts = text.split("\n");
  const quoted =
    parts.length === 1 ? [`"""${text}"""`] : [`"""${parts[0] ?? ""}`, ...parts.slice(1), `"""`];
  for (const part of quoted) write(part, node, part === "" ? 0 : depth, lines);
}

/** The text of one expression or statement, flat where it fits; for tests and messages. */
export function printNode(node: Expression | Statement): string {
  const lines: PrintedLine[] = [];
  if (isStatement(node)) printStatement(node, 0, lines);
  else lines.push(...layOut(join("", [printBreakable(node)]), 0, LINE_WIDTH));
  return lines.map(({ text }) => text).join("\n");
}

const STATEMENTS: Record<Statement["kind"], true> = {
  Assign: true,
  AugmentedAssign: true,
  Blank: true,
  ClassDefinition: true,
  Comment: true,
  Delete: true,
  Docstring: true,
  ExpressionStatement: true,
  For: true,
  FunctionDefinition: true,
  If: true,
  Import: true,
  ImportFrom: true,
  Raise: true,
  Return: true,
  ScopeDeclaration: true,
  Simple: true,
  Try: true,
  While: true,
};

const isStatement = (node: Expression | Statement): node is Statement => node.kind in STATEMENTS;
