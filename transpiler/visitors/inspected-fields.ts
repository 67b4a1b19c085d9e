// The fields of a class in the order in which Node shows them, for the console.
import { ts } from "ts-morph";
import { baseExpression, constructorOf } from "../analysis/class-syntax";
import { isGetterByKey } from "../analysis/members-by-key";
import { hasModifier, propertyName } from "../analysis/syntax";
import type * as py from "../python/ast";
import { assign, dict, name, NONE, string, tuple } from "../python/build";
import { isAccessor } from "./accessors";
import { boundMethods } from "./bound-methods";
import type { Context } from "./context";
import { functionWord } from "../analysis/function-names";
import { memberName } from "./member-names";
import { Shapeless, shapeOfMember } from "./shapes";

type Field = ts.PropertyDeclaration | ts.ParameterDeclaration;

/** `inspected_fields = ("Point", "x", "y")`, if the console may be given such an object. */
export function inspectedFields(node: ts.ClassLikeDeclaration, context: Context): py.Statement[] {
  if (!context.analysis.isInspected(node)) return [];
  const seen = new Map<string, py.Expression>();
  if (hasOpenBase(node, context))
    context.refuse(
      node,
      "stringOf",
      "An object of a class whose base is made when the program runs",
    );
  if (boundMethods(node).length > 0)
    context.refuse(node, "stringOf", "An object whose constructor binds its methods");
  for (const field of fieldsOf(node, context)) {
    const text = propertyName(field.name as ts.PropertyName) ?? "_";
    if (!seen.has(text)) seen.set(text, described(field, text, context));
  }
  const { parent } = node;
  const holder = ts.isVariableDeclaration(parent) ? parent.name.getText() : "";
  const word = string(node.name?.text ?? holder);
  return [
    assign(name("inspected_fields"), tuple(word, ...seen.values())),
    ...keyedGetters(node, context),
  ];
}

/** `keyed_getters = {"area": "area"}`, where members of anything are read by their names. */
function keyedGetters(node: ts.ClassLikeDeclaration, context: Context): py.Statement[] {
  if (!context.analysis.readsMembersOfAny) return [];
  const entries = linesOf(node, context)
    .flatMap(({ members }) => members.filter(isGetterByKey))
    .map((getter) => {
      const text = propertyName(getter.name) ?? "_";
      const own = memberName(context.types.checker.getSymbolAtLocation(getter.name), text);
      return { key: string(text), value: string(own) };
    });
  return entries.length === 0 ? [] : [assign(name("keyed_getters"), dict(...entries))];
}

/** A class and those that it extends. */
function linesOf(node: ts.ClassLikeDeclaration, context: Context): ts.ClassLikeDeclaration[] {
  const named = baseExpression(node);
  const base = named && context.declarationAt(named);
  return base !== undefined && ts.isClassLike(base) ? [...linesOf(base, context), node] : [node];
}

function described(field: Field, text: string, context: Context): py.Expression {
  const own = memberName(context.types.checker.getSymbolAtLocation(field.name), text);
  return describedField(field, text, own, context);
}

/** How the console finds and shows a field. */
function describedField(
  field: ts.Node,
  text: string,
  own: string,
  context: Context,
): py.Expression {
  try {
    const shape = shapeOfMember(text, context.types.typeAt(field), context);
    if (shape !== null) return tuple(string(text), string(own), shape);
  } catch (error) {
    if (!(error instanceof Shapeless)) throw error;
    context.refuse(field, "stringOf", error.message);
  }
  return own === text ? string(text) : tuple(string(text), string(own), NONE);
}

/** The same for an object literal with methods: they are members of its own, as accessors are. */
export function inspectedMembers(
  node: ts.ObjectLiteralExpression,
  nameOf: (property: ts.ObjectLiteralElementLike) => string,
  context: Context,
): py.Statement[] {
  if (!context.analysis.observed.isOrdered(node)) return [];
  const seen = new Map<string, py.Expression>();
  for (const property of node.properties) {
    const text = (property.name && propertyName(property.name)) ?? "_";
    if (ts.isMethodDeclaration(property) || isAccessor(property))
      seen.set(text, tuple(string(text), string(nameOf(property)), memberWord(property, node)));
    else seen.set(text, describedField(property, text, nameOf(property), context));
  }
  return [assign(name("inspected_fields"), tuple(string(""), ...seen.values()))];
}

function memberWord(
  member: ts.AccessorDeclaration | ts.MethodDeclaration,
  { properties }: ts.ObjectLiteralExpression,
): py.Expression {
  const text = propertyName(member.name) ?? "";
  if (ts.isMethodDeclaration(member)) return string(functionWord(member, text));
  const both = properties.filter((other) => isAccessor(other) && propertyName(other.name) === text);
  if (both.length > 1) return string("[Getter/Setter]");
  return string(ts.isGetAccessorDeclaration(member) ? "[Getter]" : "[Setter]");
}

/** Those of the base first; then parameter properties, then what is declared (ES2022's fields). */
function fieldsOf(node: ts.ClassLikeDeclaration, context: Context): Field[] {
  return linesOf(node, context).flatMap((line) => {
    const parameters = (constructorOf(line)?.parameters ?? []).filter((parameter) =>
      ts.isParameterPropertyDeclaration(parameter, parameter.parent),
    );
    return [...parameters, ...line.members.filter(ts.isPropertyDeclaration).filter(isShown)];
  });
}

/** Whether the base is no class by its name: whose fields it has is not known here. */
function hasOpenBase(node: ts.ClassLikeDeclaration, context: Context): boolean {
  const base = baseExpression(node);
  if (base === undefined) return false;
  const declaration = context.declarationAt(base);
  if (declaration === undefined) return true;
  if (ts.isClassLike(declaration)) return hasOpenBase(declaration, context);
  return !declaration.getSourceFile().isDeclarationFile;
}

const isShown = (field: ts.PropertyDeclaration) =>
  !ts.isPrivateIdentifier(field.name) &&
  !hasModifier(field, ts.SyntaxKind.StaticKeyword) &&
  !hasModifier(field, ts.SyntaxKind.DeclareKeyword) &&
  !hasModifier(field, ts.SyntaxKind.AbstractKeyword);
