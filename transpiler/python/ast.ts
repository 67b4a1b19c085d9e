// The Python that Taipan emits, as data: what CircuitPython's compiler accepts and no more (so no
// `match`, no display unpacking). Knows neither TypeScript nor the visitors that build it.

/** A place in a TypeScript source; line and column count from 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Node {
  readonly origin?: Origin | undefined;
  /** Where it comes in the order of calls; greater than that of all that are made before. */
  readonly sequence?: number | undefined;
}

export interface Name extends Node {
  readonly kind: "Name";
  readonly id: string;
  /** A variable that only the transpiler knows: nothing changes it behind its back. */
  readonly temporary?: true;
  /** Python's own name, to be reached through `builtins` where something else hides it. */
  readonly builtin?: true;
}
export interface Constant extends Node {
  readonly kind: "Constant";
  readonly value: "None" | "True" | "False";
}
export interface NumberLiteral extends Node {
  readonly kind: "Number";
  readonly text: string;
}
export interface StringLiteral extends Node {
  readonly kind: "String";
  readonly value: string;
}
export interface FormattedString extends Node {
  readonly kind: "FormattedString";
  readonly parts: readonly (string | Expression | Placeholder)[];
}
/** `{value:02x}` in a formatted string. */
export interface Placeholder {
  readonly kind: "Placeholder";
  readonly value: Expression;
  readonly format: string;
}
export interface Attribute extends Node {
  readonly kind: "Attribute";
  readonly value: Expression;
  readonly name: string;
}
export interface Subscript extends Node {
  readonly kind: "Subscript";
  readonly value: Expression;
  readonly index: Expression | Slice;
}
export interface Slice extends Node {
  readonly kind: "Slice";
  readonly lower: Expression | null;
  readonly upper: Expression | null;
}
export interface Keyword {
  /** null: `**value` */
  readonly name: string | null;
  readonly value: Expression;
}
export interface Call extends Node {
  readonly kind: "Call";
  readonly function: Expression;
  readonly arguments: readonly (Expression | Starred)[];
  readonly keywords: readonly Keyword[];
}
export interface Starred extends Node {
  readonly kind: "Starred";
  readonly value: Expression;
}
export type UnaryOperator = "not" | "-" | "+" | "~";
export interface Unary extends Node {
  readonly kind: "Unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}
export type BinaryOperator =
  "+" | "-" | "*" | "/" | "//" | "%" | "**" | "&" | "|" | "^" | "<<" | ">>";
export interface Binary extends Node {
  readonly kind: "Binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export type CompareOperator =
  "==" | "!=" | "<" | "<=" | ">" | ">=" | "is" | "is not" | "in" | "not in";
export interface Compare extends Node {
  readonly kind: "Compare";
  readonly operator: CompareOperator;
  readonly left: Expression;
  readonly right: Expression;
  /** Goes on from the comparison on its left: `0 <= i < n`. */
  readonly chained?: true;
}
export interface BooleanOperation extends Node {
  readonly kind: "Boolean";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}
export interface Conditional extends Node {
  readonly kind: "Conditional";
  readonly test: Expression;
  readonly body: Expression;
  readonly orElse: Expression;
}
export interface Lambda extends Node {
  readonly kind: "Lambda";
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}
export interface List extends Node {
  readonly kind: "List";
  readonly elements: readonly Expression[];
  /** For each element the lines above it, without `#`. */
  readonly comments?: readonly (readonly string[])[] | undefined;
}
export interface Tuple extends Node {
  readonly kind: "Tuple";
  readonly elements: readonly Expression[];
}
export interface Dict extends Node {
  readonly kind: "Dict";
  readonly entries: readonly Entry[];
}
export interface Entry {
  readonly key: Expression;
  readonly value: Expression;
  /** Lines above it, without `#`. */
  readonly comments?: readonly string[] | undefined;
}
/** `[element for target in iterable if condition]`, or a generator expression. */
export interface Comprehension extends Node {
  readonly kind: "Comprehension";
  readonly form: "list" | "generator";
  readonly element: Expression;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly condition: Expression | null;
}
export interface Await extends Node {
  readonly kind: "Await";
  readonly value: Expression;
}
/** `yield value`, `yield from value` */
export interface Yield extends Node {
  readonly kind: "Yield";
  readonly value: Expression | null;
  readonly from: boolean;
}
/** `name := value` */
export interface NamedExpression extends Node {
  readonly kind: "NamedExpression";
  readonly target: Name;
  readonly value: Expression;
}

export type Expression =
  | Attribute
  | Await
  | Binary
  | BooleanOperation
  | Call
  | Compare
  | Comprehension
  | Conditional
  | Constant
  | Dict
  | FormattedString
  | Lambda
  | List
  | Name
  | NamedExpression
  | NumberLiteral
  | StringLiteral
  | Subscript
  | Tuple
  | Unary
  | Yield;

export interface Parameter {
  readonly name: string;
  readonly default?: Expression | undefined;
  /** `*name`, `**name`, or after a bare `*` */
  readonly form?: "rest" | "keywords" | "keyword-only" | undefined;
}

interface StatementNode extends Node {
  /** A comment on the statement's own line, without `#`. */
  readonly trailing?: string | undefined;
}

export interface ExpressionStatement extends StatementNode {
  readonly kind: "ExpressionStatement";
  readonly value: Expression;
}
export interface Docstring extends StatementNode {
  readonly kind: "Docstring";
  readonly text: string;
}
export interface Assign extends StatementNode {
  readonly kind: "Assign";
  readonly target: Expression;
  readonly value: Expression;
}
export interface AugmentedAssign extends StatementNode {
  readonly kind: "AugmentedAssign";
  readonly target: Expression;
  readonly operator: BinaryOperator;
  readonly value: Expression;
}
export interface Return extends StatementNode {
  readonly kind: "Return";
  readonly value: Expression | null;
}
export interface Raise extends StatementNode {
  readonly kind: "Raise";
  readonly value: Expression | null;
}
export interface Delete extends StatementNode {
  readonly kind: "Delete";
  readonly target: Expression;
}
export interface If extends StatementNode {
  readonly kind: "If";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
}
export interface While extends StatementNode {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
}
export interface For extends StatementNode {
  readonly kind: "For";
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
}
export interface ExceptHandler {
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
  readonly origin?: Origin | undefined;
}
export interface Try extends StatementNode {
  readonly kind: "Try";
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly finalBody: readonly Statement[];
}
export interface FunctionDefinition extends StatementNode {
  readonly kind: "FunctionDefinition";
  readonly name: string;
  readonly async: boolean;
  readonly decorators: readonly Expression[];
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
}
export interface ClassDefinition extends StatementNode {
  readonly kind: "ClassDefinition";
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly body: readonly Statement[];
}
export interface Import extends StatementNode {
  readonly kind: "Import";
  readonly module: string;
  readonly alias: string | null;
}
export interface ImportFrom extends StatementNode {
  readonly kind: "ImportFrom";
  /** With its leading dots, if relative. */
  readonly module: string;
  readonly names: readonly { readonly name: string; readonly alias: string | null }[];
}
/** `global` or `nonlocal` */
export interface ScopeDeclaration extends StatementNode {
  readonly kind: "ScopeDeclaration";
  readonly keyword: "global" | "nonlocal";
  readonly names: readonly string[];
}
export interface Simple extends StatementNode {
  readonly kind: "Simple";
  readonly keyword: "pass" | "break" | "continue";
}
export interface Comment extends StatementNode {
  readonly kind: "Comment";
  /** Without `#`; one line. */
  readonly text: string;
}
/** An empty line that the author left. */
export interface Blank extends StatementNode {
  readonly kind: "Blank";
}

export type Statement =
  | Assign
  | AugmentedAssign
  | Blank
  | ClassDefinition
  | Comment
  | Delete
  | Docstring
  | ExpressionStatement
  | For
  | FunctionDefinition
  | If
  | Import
  | ImportFrom
  | Raise
  | Return
  | ScopeDeclaration
  | Simple
  | Try
  | While;

export interface Module {
  readonly body: readonly Statement[];
}

/** Ends an exhaustive switch: a kind that is missing there does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected node: ${JSON.stringify(value)}`);
}
