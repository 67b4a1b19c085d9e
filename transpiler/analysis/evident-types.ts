// What a type is as far as the syntax and a declaration tell: asked for an expression, TypeScript's checker
// goes through the whole of it once more, and back through the function that it stands in.
import { ts } from "ts-morph";
import { typeOfOperation } from "./operator-types";
import type { Kind, Types } from "./types";

/** Of which every narrower type, as a comparison or `instanceof` leaves it, is one, too. */
const CLOSED_KINDS: ReadonlySet<Kind> = new Set([
  "array",
  "boolean",
  "bytes",
  "function",
  "instance",
  "map",
  "number",
  "set",
  "string",
]);

const TEXT: ReadonlySet<Kind> = new Set(["string"] as const);
const NUMBER: ReadonlySet<Kind> = new Set(["number"] as const);
const BOOLEAN: ReadonlySet<Kind> = new Set(["boolean"] as const);

const WRITTEN: ReadonlyMap<ts.SyntaxKind, ReadonlySet<Kind>> = new Map([
  [ts.SyntaxKind.StringLiteral, TEXT],
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral, TEXT],
  [ts.SyntaxKind.TemplateExpression, TEXT],
  [ts.SyntaxKind.NumericLiteral, NUMBER],
  [ts.SyntaxKind.TrueKeyword, BOOLEAN],
  [ts.SyntaxKind.FalseKeyword, BOOLEAN],
]);

/** The kinds of `node`, as it is written or declared. */
export function evidentKinds(node: ts.Node, types: Types): ReadonlySet<Kind> | undefined {
  const written = WRITTEN.get(node.kind);
  if (written !== undefined) return written;
  const type = declaredType(node, types);
  const kinds = type && types.kindsOf(type);
  return kinds?.size === 1 && CLOSED_KINDS.has(types.kindOf(type!)) ? kinds : undefined;
}

/** The type of `node`, where there can be no narrower one. */
export function evidentType(node: ts.Node, types: Types): ts.Type | undefined {
  const { checker } = types;
  if (ts.isBinaryExpression(node))
    return typeOfOperation(node, (operand) => types.typeAt(operand), checker);
  if (ts.isCallExpression(node)) return typeOfCall(node, checker);
  const type = declaredType(node, types);
  const isWhole = type !== undefined && types.flavourOf(type) === "int";
  return isWhole ? type : undefined;
}

const { TypeFlags } = ts;

/** A literal's type is another one where it is fresh. */
const FRESH = TypeFlags.Any | TypeFlags.ESSymbolLike | TypeFlags.Literal | TypeFlags.Union;

/** TypeScript keeps which of several signatures is called. */
function typeOfCall(node: ts.CallExpression, checker: ts.TypeChecker): ts.Type | undefined {
  const { kind } = node.expression;
  const isOther = kind === ts.SyntaxKind.SuperKeyword || kind === ts.SyntaxKind.ImportKeyword;
  if (isOther || ts.isOptionalChain(node)) return undefined;
  const type = checker.getResolvedSignature(node)?.getReturnType();
  return type !== undefined && (type.flags & FRESH) === 0 ? type : undefined;
}

/** A type parameter is what it is given, and of several types a test leaves one. */
const NARROWED = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.TypeParameter | TypeFlags.Union;

const { Class, Function, GetAccessor, Method, Property, SetAccessor, Variable } = ts.SymbolFlags;
const VALUES = Class | Function | GetAccessor | Method | Property | Variable;

/** The type that a variable or a member is declared with; undefined where it may be of another kind. */
function declaredType(node: ts.Node, types: Types): ts.Type | undefined {
  const named = isMember(node) ? node.name : isMention(node) ? node : undefined;
  const symbol = named && types.symbolAt(named);
  // What is set may be of another type than what is got.
  const isValue = symbol !== undefined && (symbol.flags & VALUES) !== 0;
  if (!isValue || (symbol.flags & SetAccessor) !== 0) return undefined;
  const type = types.checker.getTypeOfSymbol(symbol);
  const isClosed = (type.flags & NARROWED) === 0 || (type.flags & TypeFlags.Boolean) !== 0;
  return isClosed ? type : undefined;
}

const isMember = (node: ts.Node): node is ts.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(node) && !ts.isOptionalChain(node);

/** A name that stands for the value of what it names. */
function isMention(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node) || ts.isPartOfTypeNode(node)) return false;
  const { parent } = node;
  return (
    !(ts.isPropertyAccessExpression(parent) && parent.name === node) &&
    !ts.isShorthandPropertyAssignment(parent) &&
    !ts.isBindingElement(parent) &&
    !ts.isImportOrExportSpecifier(parent)
  );
}
