// `key in value`, and members that such a test has found.
import { ts } from "ts-morph";
import type { View } from "../analysis/analysis";
import { kindInWords } from "../analysis/kind-words";
import { isInheritedName } from "../analysis/record-keys";
import { bare, hasModifier, isAssignmentOperator, propertyName } from "../analysis/syntax";
import { declarationOf, type Kind } from "../analysis/types";
import { UNSPEAKING } from "../analysis/unknowns";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { builtinCall, call, compare, name, string } from "../python/build";
import { recordOf } from "./class-records";
import type { Context } from "./context";
import { isErrorType } from "./error-classes";
import { memberName } from "./member-names";
import { readKey } from "./record-keys";

export function membership(node: ts.BinaryExpression, context: Context): py.Expression {
  if (ts.isPrivateIdentifier(node.left)) {
    const owner = context.declarationAt(node.left)?.parent;
    const own = owner && context.classNames.get(owner);
    return builtinCall("isinstance", context.expression(node.right), name(own ?? "_"));
  }
  const kind = context.types.kindAt(node.right);
  if (kind === "dict" || kind === "record")
    return compare(readKey(node.left, context), "in", recordOf(node.right, context));
  return (
    indexTest(node, kind, context) ??
    memberTest(node, context) ??
    context.refuse(node, "unknownMember", "in", kindInWords(kind))
  );
}

/** `index in values` */
function indexTest(node: ts.BinaryExpression, kind: Kind, context: Context): py.Expression | null {
  const isList = kind === "array" || kind === "tuple";
  if (!isList || context.types.kindAt(node.left) !== "number") return null;
  const args = [context.expression(node.right), context.expression(node.left)];
  return call(context.helper("has_index"), args);
}

/** `"name" in value`, where the value is of a class, or of a type that does not say what it is. */
function memberTest(node: ts.BinaryExpression, context: Context): py.Expression | null {
  const key = bare(node.left);
  if (!ts.isStringLiteralLike(key)) return null;
  const own = attributeOf(key.text, node.right, context);
  if (own === null || own === "inspected_fields") return null;
  if (context.analysis.anywhere(isBusyGetter, key.text)) return null;
  if (context.analysis.anywhere(isOtherwiseNamed, `${key.text} ${own}`)) return null;
  const value = context.expression(node.right);
  const kinds = [...context.types.kindsAt(node.right)];
  return kinds.every((kind) => kind === "instance" || kind === "contract")
    ? builtinCall("hasattr", value, string(own))
    : call(context.helper("has_member"), [value, string(key.text), string(own)]);
}

/** `hasattr` runs a getter: whether it does more than to give a value made of fields. */
function isBusyGetter(node: ts.Node, { analysis }: View, key: string): boolean {
  if (!ts.isGetAccessor(node) || propertyName(node.name) !== key) return false;
  const [statement] = node.body?.statements ?? [];
  if (statement === undefined || !ts.isReturnStatement(statement)) return true;
  const isField = (part: ts.Node): boolean =>
    ts.isPropertyAccessExpression(part) &&
    part.expression.kind === ts.SyntaxKind.ThisKeyword &&
    !analysis.accessors.has(part.name.text);
  const isPlain = (part: ts.Node): boolean =>
    ts.isLiteralExpression(part) ||
    ts.isIdentifier(part) ||
    isField(part) ||
    (ts.isBinaryExpression(part) &&
      !isAssignmentOperator(part.operatorToken.kind) &&
      isPlain(part.left) &&
      isPlain(part.right));
  return statement.expression !== undefined && !isPlain(bare(statement.expression));
}

/**
 * Whether a class has something that Python finds by a name and JavaScript does not, or the other
 * way round: a static member, `_p` for a private `p`, a setter alone.
 */
function isOtherwiseNamed(node: ts.Node, { types }: View, names: string): boolean {
  const isParameter = ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent);
  if (!ts.isClassElement(node) && !isParameter) return false;
  const own = node.name;
  const text = own === undefined ? undefined : propertyName(own as ts.PropertyName);
  if (own === undefined || text === undefined) return false;
  const [key = "", python = ""] = names.split(" ");
  const isKey = text === key;
  const isFound = memberName(types.checker.getSymbolAtLocation(own), text) === python;
  return (
    isKey !== isFound ||
    (isFound && (hasModifier(node, ts.SyntaxKind.StaticKeyword) || isSetterAlone(node)))
  );
}

const isSetterAlone = (node: ts.Node): boolean =>
  ts.isSetAccessor(node) &&
  ts.isClassLike(node.parent) &&
  !node.parent.members.some(
    (other) => ts.isGetAccessor(other) && other.name.getText() === node.name.getText(),
  );

const OBJECTS: ReadonlySet<Kind> = new Set(["contract", "instance", "record", "unknown"]);

/** What the member `key` of `node` is called in Python; null if another object may have it, or hide it. */
function attributeOf(key: string, node: ts.Expression, context: Context): string | null {
  const { types, analysis } = context;
  const kinds = [...types.kindsAt(node)];
  if (!kinds.every((kind) => OBJECTS.has(kind)) || isInheritedName(key) || key in []) return null;
  if (
    kinds.includes("unknown") &&
    (analysis.unknowns.hold(...UNSPEAKING) || isComputed(key, context))
  )
    return null;
  const type = types.typeAt(node);
  const parts = type.isUnion() ? type.types : [type];
  const symbols = parts.map((part) => part.getProperty(key));
  const isForeign = symbols.some(
    (symbol) => declarationOf(symbol)?.getSourceFile().isDeclarationFile === true,
  );
  if (isForeign || parts.some((part) => isErrorType(part, context))) return null;
  const names = new Set(symbols.flatMap((symbol) => (symbol ? [memberName(symbol, key)] : [])));
  return names.size > 1 ? null : ([...names][0] ?? pythonName(key));
}

/** Whether a class of the program has a member of this name that is no field. */
const isComputed = (key: string, { analysis }: Context): boolean =>
  analysis.anywhere(isComputedMember, key);

const isComputedMember = (node: ts.Node, _view: View, key: string): boolean =>
  (ts.isMethodDeclaration(node) || ts.isAccessor(node)) && propertyName(node.name) === key;

/** `value.member` of a value of unknown type in which `"member" in value` has found it; null if it is not. */
export function foundMember(
  base: py.Expression,
  node: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  const type = context.types.typeAt(node.expression);
  const isOpen =
    type.isIntersection() &&
    type.types.some(({ flags }) => (flags & ts.TypeFlags.NonPrimitive) !== 0);
  if (!isOpen) return null;
  const key = node.name.text;
  const own = key === "stack" ? null : attributeOf(key, node.expression, context);
  return own === null ? null : call(context.helper("any_member"), [base, string(key), string(own)]);
}
