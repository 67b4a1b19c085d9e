// `call`, `apply` and `bind`: functions and methods that are called with a `this` of one's choice.
import { ts } from "ts-morph";
import { bare, hasModifier, isSimple, readsThis, type FunctionNode } from "../analysis/syntax";
import type { View } from "../analysis/analysis";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { attribute, builtinCall, call, name } from "../python/build";
import type { Context } from "./context";
import { isNothing } from "./equality";
import { isLibraryGlobal } from "./library-names";
import { nameOfMember } from "./member-names";
import { constantFunction } from "./this";

/** What a call of `call`, `apply` or `bind` is in Python; null if `callee` is no such call. */
export function calledWithThis(
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: Context,
): py.Expression | null {
  const how = callee.name.text;
  const [receiver, ...rest] = node.arguments;
  if (!["apply", "bind", "call"].includes(how) || receiver === undefined) return null;
  if (isOfPrototypes(callee.expression, context)) return null;
  const given = how === "apply" ? listed(rest, context) : rest.map((one) => valueOf(one, context));
  if (how === "bind") {
    const kept = bound(node, bare(callee.expression), receiver, rest, context);
    return kept ?? context.refuse(node, "methodValue", rewritten(node, callee));
  }
  const target = functionOf(callee.expression, receiver, context);
  if (target !== null) return call(target, given);
  const method = methodOf(callee.expression, receiver, context);
  if (method !== null) return call(method, [context.expression(receiver), ...given]);
  return context.refuse(node, "methodValue", rewritten(node, callee));
}

/** `Object.prototype.hasOwnProperty` and the like, which the library knows. */
const isOfPrototypes = (node: ts.Expression, context: Context) =>
  ts.isPropertyAccessExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === "prototype" &&
  isLibraryGlobal(node.expression.expression, context);

/** What evaluating once more, or not at all, does not change. */
const isIdle = (node: ts.Expression) => isNothing(bare(node)) || isSimple(node);

const valueOf = (node: ts.Expression, context: Context): py.Expression | py.Starred =>
  ts.isSpreadElement(node)
    ? { kind: "Starred", value: context.expression(node.expression) }
    : context.expression(node);

const listed = (
  [list]: readonly ts.Expression[],
  context: Context,
): (py.Expression | py.Starred)[] =>
  list === undefined ? [] : [{ kind: "Starred", value: context.expression(list) }];

/** What to write instead: the call that is meant. */
function rewritten(node: ts.CallExpression, callee: ts.PropertyAccessExpression): string {
  const inner = bare(callee.expression);
  const [receiver = node] = node.arguments;
  const called = ts.isPropertyAccessExpression(inner)
    ? `${receiver.getText()}.${inner.name.text}(…)`
    : `${inner.getText()}(…)`;
  return callee.name.text === "bind" ? `(…) => ${called}` : called;
}

/** A function that has no `this`, whatever it is called with. */
function functionOf(
  node: ts.Expression,
  receiver: ts.Expression,
  context: Context,
): py.Expression | null {
  const inner = bare(node);
  if (!isIdle(receiver)) return null;
  const own = declaredFunction(inner, context);
  if (own !== null) return readsThis(own) ? null : context.expression(inner);
  return context.library.functionValue(inner, context);
}

function declaredFunction(node: ts.Expression, context: Context): FunctionNode | null {
  const declaration = ts.isIdentifier(node) ? context.analysis.uses.declarationAt(node) : undefined;
  if (declaration === undefined || context.analysis.uses.of(declaration).writes.length > 0)
    return null;
  return ts.isFunctionDeclaration(declaration)
    ? declaration
    : constantFunction(declaration, context);
}

/** `object.method` and `Class.prototype.method`: the function itself, which takes the object first. */
function methodOf(
  node: ts.Expression,
  receiver: ts.Expression,
  context: Context,
): py.Expression | null {
  const inner = bare(node);
  if (!ts.isPropertyAccessExpression(inner)) return null;
  const declaration = context.analysis.uses.declarationAt(inner.name);
  const isMethod =
    declaration !== undefined &&
    ts.isMethodDeclaration(declaration) &&
    ts.isClassLike(declaration.parent) &&
    // `this.method = …` is another function, of the object alone.
    context.analysis.uses.of(declaration).writes.length === 0 &&
    !hasModifier(declaration, ts.SyntaxKind.StaticKeyword);
  if (!isMethod || !isInstanceOf(receiver, declaration.parent, context)) return null;
  const owner = bare(inner.expression);
  const isPrototype = ts.isPropertyAccessExpression(owner) && owner.name.text === "prototype";
  // One of a subclass would ask its own base for `super`.
  if (!isPrototype && context.analysis.anywhere(isOther, declaration)) return null;
  const holder = isPrototype
    ? context.expression(owner.expression)
    : builtinCall("type", context.expression(owner));
  return attribute(holder, nameOfMember(declaration, context));
}

const isOther = (node: ts.Node, _view: View, method: ts.Declaration): boolean =>
  ts.isMethodDeclaration(node) &&
  node !== method &&
  node.name.getText() === (method as ts.MethodDeclaration).name.getText();

/** Whether `node` is of the class `owner` or of one that extends it. */
function isInstanceOf(node: ts.Expression, owner: ts.Node, { types }: Context): boolean {
  const isOwn = (type: ts.Type): boolean =>
    type.symbol?.declarations?.includes(owner as ts.Declaration) === true ||
    (type.isClassOrInterface() && types.checker.getBaseTypes(type).some(isOwn));
  return types.kindAt(node) === "instance" && isOwn(types.typeAt(node));
}

/** `object.method.bind(object)`, which Python's methods are anyway, and `f.bind(null, first)`. */
function bound(
  node: ts.CallExpression,
  inner: ts.Expression,
  receiver: ts.Expression,
  given: readonly ts.Expression[],
  context: Context,
): py.Expression | null {
  const isOwn =
    ts.isPropertyAccessExpression(inner) && receiver.getText() === inner.expression.getText();
  if (isOwn && given.length === 0) return context.expression(inner);
  const own = declaredFunction(inner, context);
  if (own === null || readsThis(own) || !isIdle(receiver)) return null;
  if (given.some(ts.isSpreadElement) || !own.parameters.every(isPlain)) return null;
  if (given.length === 0) return context.expression(inner);
  const left = own.parameters.slice(given.length).map(({ name: id }) => pythonName(id.getText()));
  const taken = given.map((_, index) => context.unhidden(`bound_${index + 1}`));
  const parameters: py.Parameter[] = [
    ...left.map((id) => ({ name: id })),
    ...(isOnlyCalled(node, context)
      ? []
      : [{ name: context.unhidden("_"), form: "rest" as const }]),
    ...given.map((one, index) => ({
      name: taken[index]!,
      form: "keyword-only" as const,
      default: context.expression(one),
    })),
  ];
  const body = call(context.expression(inner), [...taken, ...left].map(name));
  return { kind: "Lambda", parameters, body };
}

/** Who is handed a function may give it more than it takes. */
function isOnlyCalled(node: ts.CallExpression, { analysis }: Context): boolean {
  const { parent } = node;
  return (
    ts.isVariableDeclaration(parent) &&
    analysis.uses
      .of(parent)
      .references.every((use) => ts.isCallExpression(use.parent) && use.parent.expression === use)
  );
}

const isPlain = (node: ts.ParameterDeclaration) =>
  ts.isIdentifier(node.name) && !node.dotDotDotToken && !node.initializer && !node.questionToken;
