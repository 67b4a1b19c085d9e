// Object literals with methods: each is the only instance of a small class.
import { ts } from "ts-morph";
import {
  isIteratorLiteral,
  iteratorMaker,
  propertyName,
  readsThis,
  wellKnownSymbol,
} from "../analysis/syntax";
import type { Kind, Types } from "../analysis/types";
import { placeOf } from "../diagnostics/diagnostic";
import type * as py from "../python/ast";
import { assign, attribute, call, name, NONE } from "../python/build";
import { isAccessor, lowerAccessor } from "./accessors";
import type { Context } from "./context";
import { expectedType } from "../analysis/expected-type";
import { lowerFunction } from "./functions";
import { inspectedMembers } from "./inspected-fields";
import { iteration } from "./iteration";
import { memberName, nameOfMember } from "./member-names";

const isMethod = (node: ts.Node): boolean =>
  ts.isMethodDeclaration(node) || isAccessor(node) || iteratorMaker(node) !== null;

const asksForItself = (node: ts.ObjectLiteralElementLike): boolean =>
  isAccessor(node) || (ts.isMethodDeclaration(node) && readsThis(node));

/** Whether `node` is reached by attribute: what it is given to says so, else whether it has methods. */
export function isInstance(node: ts.ObjectLiteralExpression, context: Context): boolean {
  const { types } = context;
  const wanted = expectedType(node, types);
  const kind = wanted === undefined ? "unknown" : objectKind(wanted, types);
  const hasMethods = node.properties.some(isMethod) || isIteratorLiteral(node);
  // Members that are named at run time are a record's, whatever they hold.
  if (types.kindAt(node) === "dict" && !node.properties.some(asksForItself)) return false;
  if (wanted === undefined || kind === "unknown") return hasMethods;
  const bareType = types.checker.getNonNullableType(wanted);
  const isForeign = (bareType.symbol?.declarations ?? []).some(
    (declaration) => declaration.getSourceFile().isDeclarationFile,
  );
  if (kind === "contract" || kind === "instance") return !isForeign || hasMethods;
  return kind === "iterator" || kind === "asyncIterator";
}

/** Of `Observer | (() => void)` an object literal can only be the one that is an object. */
function objectKind(wanted: ts.Type, types: Types): Kind {
  const kinds = [...types.kindsOf(wanted)].filter((kind) => kind !== "null" && kind !== "function");
  return kinds.length === 1 ? (kinds[0] as Kind) : types.kindOf(wanted);
}

/** `class Name: …` before the statement, and its instance. */
export function literalInstance(node: ts.ObjectLiteralExpression, context: Context): py.Expression {
  context.literalClasses.add(node);
  const id = context.freeName(node, wantedName(node));
  const fields: { own: string; value: py.Expression }[] = [];
  const body: py.Statement[] = [];
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) return context.refuse(property, "objectMethod");
    if (ts.isMethodDeclaration(property)) {
      const own = methodName(property, context);
      const definition = lowerFunction(property, { name: own, receiver: "self" }, context);
      body.push(...context.comments.before(property), { origin: placeOf(property), ...definition });
    } else if (isAccessor(property)) {
      body.push(...context.comments.before(property), ...lowerAccessor(property, context));
    } else if (ts.isPropertyAssignment(property) && iteratorMaker(property) !== null) {
      body.push(...context.comments.before(property), madeIterator(property, context));
    } else {
      const own = fieldName(node, property, context);
      const value = ts.isShorthandPropertyAssignment(property)
        ? property.name
        : property.initializer;
      fields.push({ own, value: context.expression(value) });
    }
  }
  const definition: py.Statement = {
    kind: "ClassDefinition",
    name: id,
    bases: [],
    body: [
      ...inspectedMembers(node, (property) => ownName(node, property, context), context),
      ...missing(node, context),
      ...initOf(fields),
      ...body,
      ...iteration(node, context),
    ],
  };
  context.precede({ origin: placeOf(node), ...definition });
  return call(
    name(id),
    fields.map(({ value }) => value),
  );
}

/** `[Symbol.iterator]: () => …` is the method that it stands for where it asks for no `this`. */
function madeIterator(property: ts.PropertyAssignment, context: Context): py.Statement {
  const maker = iteratorMaker(property) as ts.ArrowFunction | ts.FunctionExpression;
  if (ts.isArrowFunction(maker) && readsThis(maker)) context.refuse(property, "computedName");
  const definition = lowerFunction(
    maker,
    { name: nameOfMember(property, context), receiver: "self" },
    context,
  );
  return { origin: placeOf(property), ...definition };
}

function initOf(fields: readonly { own: string }[]): py.Statement[] {
  if (fields.length === 0) return [];
  const parameterOf = (own: string) => (own === "self" ? "self_" : own);
  return [
    {
      kind: "FunctionDefinition",
      name: "__init__",
      async: false,
      decorators: [],
      parameters: [{ name: "self" }, ...fields.map(({ own }) => ({ name: parameterOf(own) }))],
      body: fields.map(({ own }) => assign(attribute(name("self"), own), name(parameterOf(own)))),
    },
  ];
}

const ownName = (
  node: ts.ObjectLiteralExpression,
  property: ts.ObjectLiteralElementLike,
  context: Context,
): string =>
  (ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)) &&
  iteratorMaker(property) === null
    ? fieldName(node, property, context)
    : nameOfMember(property, context);

/** Whether Python can have an attribute of this name. */
const isName = (text: string | undefined): text is string =>
  text !== undefined && /^[\p{L}_$][\p{L}\d_$]*$/u.test(text);

function methodName(node: ts.MethodDeclaration, context: Context): string {
  const isNamed = isName(propertyName(node.name)) || wellKnownSymbol(node.name) !== undefined;
  if (!isNamed) context.refuse(node, "computedName");
  return isNamed ? nameOfMember(node, context) : "_";
}

function fieldName(
  node: ts.ObjectLiteralExpression,
  property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  context: Context,
): string {
  const text = propertyName(property.name);
  if (!isName(text)) {
    context.refuse(property, "computedName");
    return "_";
  }
  return memberName(propertyOf(node, text, context), text);
}

function propertyOf(
  node: ts.ObjectLiteralExpression,
  text: string,
  { types }: Context,
): ts.Symbol | undefined {
  const wanted = expectedType(node, types);
  const type = wanted && types.checker.getNonNullableType(wanted);
  return type?.getProperty(text) ?? types.typeAt(node).getProperty(text);
}

/** Optional members that the literal leaves out. */
function missing(node: ts.ObjectLiteralExpression, context: Context): py.Statement[] {
  const { types } = context;
  const wanted = expectedType(node, types);
  if (wanted === undefined || /iterator$/i.test(types.kindOf(wanted))) return [];
  const given = new Set(node.properties.map(({ name: own }) => own && propertyName(own)));
  return types.checker
    .getNonNullableType(wanted)
    .getProperties()
    .filter(({ flags }) => (flags & ts.SymbolFlags.Optional) !== 0)
    .filter((property) => !given.has(property.name))
    .map((property) => assign(name(memberName(property, property.name)), NONE));
}

/** After the variable or the function that the object is for. */
function wantedName(node: ts.Node): string {
  let current = node.parent;
  while (!ts.isSourceFile(current)) {
    const named =
      ts.isVariableDeclaration(current) || ts.isFunctionDeclaration(current)
        ? current.name
        : undefined;
    if (named !== undefined && ts.isIdentifier(named)) {
      const text = named.text.replace(/^(create|make|new)(?=[A-Z])/, "");
      return text.charAt(0).toUpperCase() + text.slice(1);
    }
    current = current.parent;
  }
  return "Literal";
}

/** A method as the value of a record's member: a function that does not ask what it is called on. */
export function methodValue(node: ts.MethodDeclaration, context: Context): py.Expression | null {
  if (node.body === undefined || readsThis(node.body)) return null;
  const text = propertyName(node.name);
  const id = context.freeName(node, isName(text) ? nameOfMember(node, context) : "function");
  context.precede(lowerFunction(node, { name: id }, context));
  return name(id);
}
