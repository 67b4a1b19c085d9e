// Which values may be undefined (or null) although their type says otherwise: elements that are not
// there, members of records with any keys, what `!` and `as` assert. Followed through variables,
// arguments and results; through members, and all at once through elements of arrays.
import { ts } from "ts-morph";
import { constructionsOf } from "./constructions";
import { heldBy } from "./silencing-assertions";
import type { Bounds } from "./bounds";
import { either, isAny, NEVER, partsMissing, UNDEFINED, type Missing } from "./missing-elements";
import { MissingStores } from "./missing-stores";
import { isOwnKey } from "./own-keys";
import type { RecordKeys } from "./record-keys";
import { bare, isFunctionNode, propertyName, type FunctionNode } from "./syntax";
import { declarationOf, type Types } from "./types";
import type { Uses } from "./uses";
import type { TakenErrors } from "./taken-errors";
import type { Write } from "./writes";
import { walk } from "./walk";

/** What they assign may be the right side as it is. */
const TAKING_OVER: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

export class MissingValues {
  private readonly known = new Map<ts.Node, Missing>();
  /** What functions give; what a function is itself is another question. */
  private readonly results = new Map<FunctionNode, Missing>();
  private readonly stores: MissingStores;

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly bounds: Bounds,
    private readonly recordKeys: RecordKeys,
    private readonly takenErrors: TakenErrors,
    files: readonly ts.SourceFile[],
  ) {
    this.stores = new MissingStores(types, uses, this);
    this.stores.enterSilenced(files);
    // What is stored may depend on what was stored: until nothing is new.
    for (let isNew = true; isNew;) {
      isNew = this.stores.enter(files);
      this.known.clear();
      this.results.clear();
    }
  }

  /** Whether arrays, Maps and records with any keys may hold what their type leaves out. */
  get areElements(): boolean {
    return isAny(this.stores.elements.all);
  }

  /** What `node` may be beside what its type says. */
  of(node: ts.Expression): Missing {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    this.known.set(node, NEVER);
    const result = this.evaluate(node);
    this.known.set(node, result);
    return result;
  }

  /** Whether `node` may be None although its type says otherwise. */
  may(node: ts.Expression): boolean {
    return isAny(this.of(node));
  }

  /** What an element that `node` reads, or takes apart, may be although its type says otherwise. */
  elementAt(node: ts.Node): Missing {
    return this.stores.elements.at(node);
  }

  /** Which of null and undefined may stand among what the container `node` holds. */
  among(node: ts.Expression): Missing {
    const held = heldBy(this.types.typeAt(bare(node)), this.types);
    // What is branded is there.
    if (held === undefined || this.types.flavourOf(held) !== undefined) return NEVER;
    return either(partsMissing(held), this.stores.elements.ofKinds(this.types.kindsOf(held)));
  }

  private evaluate(node: ts.Expression): Missing {
    if (ts.isNonNullExpression(node) || ts.isAssertionExpression(node)) return this.asserted(node);
    if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node))
      return this.of(node.expression);
    if ((node.flags & ts.NodeFlags.OptionalChain) !== 0 && this.mayEndEarly(node))
      return { ...this.ofLink(node), undefined: true };
    return this.ofLink(node);
  }

  /** Whether a link of `a?.b.c()` may have nothing before it, whatever its type says. */
  private mayEndEarly(node: ts.Expression): boolean {
    const isLink =
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isCallExpression(node);
    if (!isLink || (node.flags & ts.NodeFlags.OptionalChain) === 0) return false;
    const isAsked = node.questionDotToken !== undefined && this.mayBeNothing(node.expression);
    return isAsked || this.mayEndEarly(node.expression);
  }

  private mayBeNothing(node: ts.Expression): boolean {
    const isStale = this.types.stale.has(node);
    return this.may(node) || (isStale && this.types.isNullable(this.types.typeAt(node)));
  }

  private ofLink(node: ts.Expression): Missing {
    const missing = this.anywhere(node);
    if (!isAny(missing)) return missing;
    const excluded = this.bounds.excludedAt(node);
    return {
      null: missing.null && !excluded.null,
      undefined: missing.undefined && !excluded.undefined,
    };
  }

  /** Whatever the conditions around `node` say. */
  private anywhere(node: ts.Expression): Missing {
    if (ts.isIdentifier(node)) return this.ofDeclaration(this.uses.declarationAt(node));
    if (ts.isElementAccessExpression(node)) return this.ofElement(node);
    if (ts.isPropertyAccessExpression(node)) return this.ofMember(node);
    if (ts.isConditionalExpression(node))
      return either(this.of(node.whenTrue), this.of(node.whenFalse));
    if (ts.isAwaitExpression(node)) return this.of(node.expression);
    if (ts.isBinaryExpression(node)) return this.ofBinary(node);
    if (ts.isCallExpression(node)) return this.ofCall(node);
    return NEVER;
  }

  private asserted(node: ts.AssertionExpression | ts.NonNullExpression): Missing {
    return either(this.dropped(node.expression, node), this.of(node.expression));
  }

  /** What the type of `node` leaves out of that of `part`, whose value it may have. */
  private dropped(part: ts.Expression, node: ts.Expression): Missing {
    const inner = this.types.typeAt(part);
    const wanted = this.types.typeAt(node);
    const drops = (flags: ts.TypeFlags) => hasPart(inner, flags) && !hasPart(wanted, flags);
    return {
      null: drops(ts.TypeFlags.Null),
      undefined: drops(ts.TypeFlags.Undefined | ts.TypeFlags.Void),
    };
  }

  private ofElement(node: ts.ElementAccessExpression): Missing {
    const kind = this.types.kindAt(node.expression);
    if (kind === "unknown") return this.ofJson();
    if (kind === "instance") return either(this.stores.elements.at(node), this.ofFields(node));
    if (kind === "record") return this.stores.elements.at(node);
    const isThere = kind === "dict" ? isOwnKey(node, this.uses) : this.isInside(node);
    return either(this.stores.elements.at(node), isThere ? NEVER : UNDEFINED);
  }

  /** `this[key]`: what any field may be. */
  private ofFields({ expression }: ts.ElementAccessExpression): Missing {
    return this.types.checker
      .getApparentType(this.types.typeAt(expression))
      .getProperties()
      .map((field) => this.stores.ofMember(declarationOf(field)))
      .reduce(either, NEVER);
  }

  /** Whether there is an element where `node` reads one. */
  isInside({ expression, argumentExpression: index }: ts.ElementAccessExpression): boolean {
    return this.bounds.isInside(expression, index) && this.bounds.isThere(index, this);
  }

  /** What the member itself may be, where its owner is there. */
  ofMember(node: ts.PropertyAccessExpression): Missing {
    const kind = this.types.kindAt(node.expression);
    if (this.takenErrors.mayLack(node)) return UNDEFINED;
    if (kind === "dict") return either(this.stores.elements.at(node), UNDEFINED);
    if (kind === "unknown") return this.ofJson();
    const declaration = this.uses.declarationAt(node.name);
    if (declaration !== undefined && ts.isGetAccessor(declaration))
      return this.resultOf(declaration);
    const given = this.stores.ofMember(declaration);
    const mayLack = kind === "record" && this.recordKeys.mayLack(declaration, node.name.text);
    return mayLack ? either(UNDEFINED, given) : given;
  }

  /** A member of what JSON holds. */
  private ofJson(): Missing {
    return this.recordKeys.anyIsJson
      ? { null: this.recordKeys.nullInJson, undefined: true }
      : NEVER;
  }

  private ofBinary(node: ts.BinaryExpression): Missing {
    const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
    if (["=", ","].includes(operator)) return this.of(node.right);
    if (["??", "||", "??=", "||="].includes(operator)) return this.ofFallback(node);
    return operator === "&&" ? either(this.of(node.left), this.of(node.right)) : NEVER;
  }

  /** `record[key] ?? other`: TypeScript leaves out what `other` may be where it thinks that the left is there. */
  private ofFallback(node: ts.BinaryExpression): Missing {
    const given = this.of(node.right);
    return this.may(node.left) ? either(given, this.dropped(node.right, node)) : given;
  }

  private ofCall(node: ts.CallExpression): Missing {
    if (node.expression.getText() === "JSON.stringify") return this.ofJsonText(node);
    const declaration = this.types.calledBy(node);
    if (declaration === undefined) return NEVER;
    if (isFunctionNode(declaration)) return this.resultOf(declaration);
    return this.hidesUndefined(node, declaration) ? UNDEFINED : NEVER;
  }

  /** `map.get(key)` of a Map of anything: what is `V | undefined` for others is `unknown`. */
  private hidesUndefined(node: ts.CallExpression, declaration: ts.Node): boolean {
    const { Any, Unknown } = ts.TypeFlags;
    if ((this.types.typeAt(node).flags & (Any | Unknown)) === 0) return false;
    const result = ts.isMethodSignature(declaration) ? declaration.type : undefined;
    return (
      result !== undefined &&
      ts.isUnionTypeNode(result) &&
      result.types.some(({ kind }) => kind === ts.SyntaxKind.UndefinedKeyword)
    );
  }

  /** undefined and functions have no JSON. */
  private ofJsonText({ arguments: [value] }: ts.CallExpression): Missing {
    const hasText =
      value !== undefined &&
      !this.types.acceptsUndefined(value) &&
      !this.of(value).undefined &&
      [...this.types.kindsAt(value)].every((kind) => kind !== "function" && kind !== "unknown");
    return hasText ? NEVER : UNDEFINED;
  }

  resultOf(node: FunctionNode): Missing {
    const known = this.results.get(node);
    if (known !== undefined) return known;
    this.results.set(node, NEVER);
    let result = NEVER;
    if (node.body !== undefined && !ts.isBlock(node.body)) result = this.of(node.body);
    else if (node.body !== undefined)
      walk(node.body, (child) => {
        if (isFunctionNode(child)) return false;
        if (ts.isReturnStatement(child) && child.expression !== undefined)
          result = either(result, this.of(child.expression));
        return true;
      });
    this.results.set(node, result);
    return result;
  }

  private ofDeclaration(declaration: ts.Declaration | undefined): Missing {
    if (declaration === undefined) return NEVER;
    const known = this.known.get(declaration);
    if (known !== undefined) return known;
    this.known.set(declaration, NEVER);
    let result = NEVER;
    if (ts.isBindingElement(declaration)) result = this.ofPart(declaration);
    else if (ts.isParameter(declaration)) result = this.ofParameter(declaration);
    else if (ts.isVariableDeclaration(declaration)) result = this.ofVariable(declaration);
    for (const write of this.uses.of(declaration).writes)
      result = either(result, this.ofWrite(write));
    this.known.set(declaration, result);
    return result;
  }

  private ofWrite({ target, value, operator }: Write): Missing {
    if (!TAKING_OVER.has(operator)) return NEVER;
    if (value !== null) return this.of(value);
    if (!ts.isIdentifier(target)) return NEVER;
    // A pattern or a loop's head gives it.
    const { parent } = target;
    if (ts.isSpreadElement(parent)) return NEVER;
    const isDefaulted = ts.isBinaryExpression(parent) && parent.left === target;
    return isDefaulted ? this.of(parent.right) : UNDEFINED;
  }

  private ofVariable(declaration: ts.VariableDeclaration): Missing {
    if (ts.isForOfStatement(declaration.parent.parent)) return this.stores.elements.at(declaration);
    return declaration.initializer === undefined ? NEVER : this.of(declaration.initializer);
  }

  /** A part that a pattern takes out of something. */
  ofPart(element: ts.BindingElement): Missing {
    if (element.initializer !== undefined) return this.of(element.initializer);
    if (element.dotDotDotToken !== undefined) return NEVER;
    const pattern = element.parent;
    if (ts.isObjectBindingPattern(pattern)) return this.ofMemberPart(element, pattern);
    const held = this.stores.elements.at(element);
    if (this.isInRow(element, pattern)) return held;
    const source = ts.isVariableDeclaration(pattern.parent)
      ? pattern.parent.initializer
      : undefined;
    const given = source === undefined ? pattern : bare(source);
    const isTuple = () => this.types.checker.isTupleType(this.types.typeAt(given));
    return this.types.memory.fact("is a tuple", given, isTuple) ? held : either(held, UNDEFINED);
  }

  private ofMemberPart(element: ts.BindingElement, pattern: ts.ObjectBindingPattern): Missing {
    if (this.takenErrors.mayLack(element)) return UNDEFINED;
    const key = element.propertyName ?? element.name;
    if (ts.isComputedPropertyName(key) || this.types.kindAt(pattern) === "dict")
      return either(this.stores.elements.at(element), UNDEFINED);
    const name = propertyName(key as ts.PropertyName) ?? "";
    const find = () => declarationOf(this.types.typeAt(pattern).getProperty(name));
    const member = this.types.memory.declaration("part", element, find) as
      ts.Declaration | undefined;
    const given = this.stores.ofMember(member);
    return this.recordKeys.mayLack(member, name) ? either(given, UNDEFINED) : given;
  }

  /** `for (const [x, y] of [[0, 1], [1, 0]])` */
  private isInRow(element: ts.BindingElement, pattern: ts.ArrayBindingPattern): boolean {
    const loop = pattern.parent.parent.parent;
    return (
      ts.isForOfStatement(loop) &&
      this.bounds.leastRow(loop.expression, pattern) > pattern.elements.indexOf(element)
    );
  }

  /** What is given to a parameter; an array's callback gets elements. */
  ofParameter(parameter: ts.ParameterDeclaration): Missing {
    if (parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined) return NEVER;
    const owner = parameter.parent;
    const index = owner.parameters.indexOf(parameter);
    if (ts.isConstructorDeclaration(owner)) {
      const given = constructionsOf(owner.parent, this.uses).flatMap((args) => args[index] ?? []);
      return given.map((argument) => this.of(argument)).reduce(either, NEVER);
    }
    const isCallback = ts.isCallExpression(owner.parent);
    let result = isCallback ? this.stores.elements.at(parameter) : NEVER;
    const holder = ts.isVariableDeclaration(owner.parent) ? owner.parent : owner;
    for (const reference of this.uses.of(holder as ts.Declaration).references) {
      const callee = ts.isPropertyAccessExpression(reference.parent) ? reference.parent : reference;
      const call = callee.parent;
      const isCall = ts.isCallExpression(call) || ts.isNewExpression(call);
      const argument = isCall && call.expression === callee ? call.arguments?.[index] : undefined;
      if (argument !== undefined) result = either(result, this.of(argument));
    }
    return result;
  }
}

const hasPart = (type: ts.Type, wanted: ts.TypeFlags) =>
  (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & wanted) !== 0);
