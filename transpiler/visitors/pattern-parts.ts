// The parts of a pattern, alike for declarations (`const { a } = …`) and assignments (`({ a } = …)`).
import { ts } from "ts-morph";
import { propertyName } from "../analysis/syntax";

export type Pattern = ts.BindingPattern | ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

export interface Part {
  readonly node: ts.Node;
  /** A member's name, its expression, or the place in an array. */
  readonly key: string | number | ts.Expression;
  readonly isRest: boolean;
  /** What is declared, what is assigned to, or a pattern again. */
  readonly target: ts.BindingElement | ts.Expression;
  readonly inner: Pattern | null;
  readonly initializer: ts.Expression | undefined;
}

/** null for what has no form here. */
export function partsOf(pattern: Pattern): (Part | null)[] {
  if (ts.isObjectBindingPattern(pattern)) return pattern.elements.map(boundMember);
  if (ts.isObjectLiteralExpression(pattern)) return pattern.properties.map(assignedMember);
  const elements: readonly (ts.ArrayBindingElement | ts.Expression)[] = pattern.elements;
  return elements.flatMap((element, index): (Part | null)[] => {
    if (ts.isOmittedExpression(element)) return [];
    return [ts.isBindingElement(element) ? bound(element, index) : assigned(element, index)];
  });
}

export const isArrayPattern = (
  pattern: Pattern,
): pattern is ts.ArrayBindingPattern | ts.ArrayLiteralExpression =>
  ts.isArrayBindingPattern(pattern) || ts.isArrayLiteralExpression(pattern);

const keyOf = (name: ts.PropertyName): string | ts.Expression =>
  ts.isComputedPropertyName(name) ? name.expression : (propertyName(name) ?? "");

function bound(element: ts.BindingElement, key: Part["key"]): Part {
  return {
    node: element,
    key,
    isRest: element.dotDotDotToken !== undefined,
    target: element,
    inner: ts.isIdentifier(element.name) ? null : element.name,
    initializer: element.initializer,
  };
}

function boundMember(element: ts.BindingElement): Part {
  const key = element.propertyName ?? (element.name as ts.Identifier);
  return bound(element, element.dotDotDotToken === undefined ? keyOf(key) : "");
}

function assigned(element: ts.Expression, key: Part["key"]): Part {
  const isRest = ts.isSpreadElement(element);
  const whole = isRest ? element.expression : element;
  const isDefaulted =
    ts.isBinaryExpression(whole) && whole.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const target = isDefaulted ? whole.left : whole;
  const isPattern = ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target);
  return {
    node: element,
    key,
    isRest,
    target,
    inner: isPattern ? target : null,
    initializer: isDefaulted ? whole.right : undefined,
  };
}

function assignedMember(member: ts.ObjectLiteralElementLike): Part | null {
  if (ts.isPropertyAssignment(member)) return assigned(member.initializer, keyOf(member.name));
  const common = { node: member, inner: null };
  if (ts.isShorthandPropertyAssignment(member)) {
    const initializer = member.objectAssignmentInitializer;
    return { ...common, key: member.name.text, isRest: false, target: member.name, initializer };
  }
  if (!ts.isSpreadAssignment(member)) return null;
  return { ...common, key: "", isRest: true, target: member.expression, initializer: undefined };
}
