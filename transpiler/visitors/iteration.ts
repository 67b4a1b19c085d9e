// What makes a class an iterator by Python's protocol, and how it is ended early by JavaScript's.
import { ts } from "ts-morph";
import { hasModifier, propertyName, wellKnownSymbol } from "../analysis/syntax";
import { some } from "../analysis/walk";
import type * as py from "../python/ast";
import {
  assign,
  attribute,
  call,
  FALSE,
  method,
  name,
  NONE,
  returnStatement,
  TRUE,
} from "../python/build";
import type { Context } from "./context";
import { endsShow } from "./generators";

type Owner = ts.ClassLikeDeclaration | ts.ObjectLiteralExpression;
type Member = ts.ClassElement | ts.ObjectLiteralElement;

/** `__next__` for what answers `next()` as JavaScript's iterators do. */
export function iteration(node: Owner, context: Context): py.Statement[] {
  const next = memberNamed(node, "next");
  const closing = memberNamed(node, "return");
  if (next === undefined) {
    if (closing !== undefined && inheritsNext(node, context)) refuseEnd(closing, context);
    return [];
  }
  if (!answersSteps(next, context)) return [];
  const value = call(context.helper("next_value"), [method(name("self"), "next")]);
  const steps =
    closing === undefined
      ? [special("__next__", [], [returnStatement(value)])]
      : ownEnd(value, closing, context);
  // Python's loops ask what `iter()` gave for an iterator again.
  const isIterable = members(node).some(isIterator);
  const itself = special("__iter__", [], [returnStatement(name("self"))]);
  return isIterable || !endsShow(context) ? steps : [itself, ...steps];
}

/**
 * A loop that is left asks for `return()` unless the iterator has come to its end or has thrown
 * (ECMAScript 7.4.11); of what that throws where the body has thrown too, nothing is known.
 */
function ownEnd(value: py.Expression, closing: Member, context: Context): py.Statement[] {
  const count = parameterCount(closing);
  if (count === null || some(closing, ts.isThrowStatement)) refuseEnd(closing, context);
  const given = count === 0 ? [] : [name("value")];
  const ended = method(name("self"), "return_", ...given);
  const state = attribute(name("self"), "is_unfinished");
  return [
    assign(name("is_unfinished"), TRUE),
    special(
      "__next__",
      [],
      [
        assign(state, FALSE),
        assign(name("value"), value),
        assign(state, TRUE),
        returnStatement(name("value")),
      ],
    ),
    special("end_early", [{ name: "value", default: NONE }], [returnStatement(ended)]),
  ];
}

/** How much is given to `member`, if a function is written there. */
function parameterCount(member: Member): number | null {
  const made = ts.isPropertyAssignment(member) ? member.initializer : member;
  const isFunction =
    ts.isMethodDeclaration(made) || ts.isArrowFunction(made) || ts.isFunctionExpression(made);
  return isFunction ? made.parameters.length : null;
}

function refuseEnd(closing: Member, context: Context): void {
  context.refuse(
    closing,
    "unsupportedSyntax",
    "Such a `return` of an iterator",
    "Write a generator.",
  );
}

const isIterator = ({ name: own }: Member): boolean =>
  own !== undefined && wellKnownSymbol(own) === "iterator";

const members = (node: Owner): readonly Member[] =>
  ts.isObjectLiteralExpression(node) ? node.properties : node.members;

function memberNamed(node: Owner, wanted: string): Member | undefined {
  const isStatic = (member: Member) => hasModifier(member, ts.SyntaxKind.StaticKeyword);
  return members(node).find(
    (member) =>
      member.name !== undefined && !isStatic(member) && propertyName(member.name) === wanted,
  );
}

function answersSteps(next: ts.Node, { types: { checker } }: Context): boolean {
  const answer = checker.getTypeAtLocation(next).getCallSignatures()[0]?.getReturnType();
  return answer !== undefined && checker.getPropertyOfType(answer, "value") !== undefined;
}

const inheritsNext = (node: Owner, { types: { checker } }: Context): boolean =>
  checker.getPropertyOfType(checker.getTypeAtLocation(node), "next") !== undefined;

const special = (
  id: string,
  parameters: readonly py.Parameter[],
  body: py.Statement[],
): py.Statement => ({
  kind: "FunctionDefinition",
  name: id,
  async: false,
  decorators: [],
  parameters: [{ name: "self" }, ...parameters],
  body,
});
