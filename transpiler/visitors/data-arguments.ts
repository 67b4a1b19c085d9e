// An instance of a class where a function takes data (design.md, names): it gets the members, copied,
// if all that it does with them is to read them.
import { ts } from "ts-morph";
import { isAssignmentOperator } from "../analysis/syntax";
import { some } from "../analysis/walk";
import { readsAsRecord } from "./class-records";
import type { Context } from "./context";
import { runsCode } from "./evaluation-order";

/** Whether `node`, an argument, is an instance of which the function reads nothing but fields. */
export function isDataArgument(node: ts.Expression, context: Context): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || !readsAsRecord(node, context)) return false;
  const index = parent.arguments.indexOf(node);
  const { types } = context;
  const declaration = types.checker.getResolvedSignature(parent)?.declaration as
    ts.Node | undefined;
  if (declaration === undefined || index < 0) return false;
  if (!ts.isFunctionDeclaration(declaration) && !ts.isArrowFunction(declaration)) return false;
  const parameter = declaration.parameters[index];
  if (parameter === undefined || declaration.body === undefined) return false;
  if (types.kindAt(parameter) !== "record" || parameter.dotDotDotToken !== undefined) return false;
  const wanted = types.typeAt(parameter).getProperties();
  const given = types.typeAt(node);
  return (
    wanted.every((property) => isField(given.getProperty(property.name))) &&
    isOnlyRead(parameter, context) &&
    !runsOtherCode(declaration.body, context)
  );
}

const isField = (symbol: ts.Symbol | undefined): boolean =>
  symbol?.declarations?.every(
    (declaration) => ts.isPropertyDeclaration(declaration) || ts.isParameter(declaration),
  ) ?? false;

/** Whether a parameter is taken apart, or used as `parameter.member` alone. */
function isOnlyRead(parameter: ts.ParameterDeclaration, context: Context): boolean {
  if (ts.isObjectBindingPattern(parameter.name))
    return parameter.name.elements.every(({ dotDotDotToken }) => dotDotDotToken === undefined);
  const { references, writes } = context.analysis.uses.of(parameter);
  return (
    writes.length === 0 &&
    references.every(({ parent }) => {
      if (!ts.isPropertyAccessExpression(parent)) return false;
      const use = parent.parent;
      const isStore =
        ts.isBinaryExpression(use) &&
        use.left === parent &&
        isAssignmentOperator(use.operatorToken.kind);
      return !isStore && !ts.isPostfixUnaryExpression(use) && !ts.isPrefixUnaryExpression(use);
    })
  );
}

/** The instance could change while the copy is read. */
const runsOtherCode = (body: ts.Node, context: Context): boolean =>
  some(
    body,
    (part) =>
      ts.isAwaitExpression(part) ||
      ts.isYieldExpression(part) ||
      ((ts.isCallExpression(part) || ts.isNewExpression(part)) && runsCode(part, context)),
  );
