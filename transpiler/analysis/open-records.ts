// Records that TypeScript is told of: what comes out of `value as Record<string, unknown>`, where the
// value is of any type, may as well be a list or an object of a class, which Python reaches otherwise;
// and so may what is said to have methods be a record.
import { ts } from "ts-morph";
import { isNoList } from "./list-tests";
import type { RecordKeys } from "./record-keys";
import { bare, isCaughtDeclaration, isFunctionNode } from "./syntax";
import { isLibraryFile, type Kind, type Types } from "./types";
import type { Unknowns } from "./unknowns";
import type { Uses } from "./uses";
import { some, walkKinds } from "./walk";

const KINDS = new Set([
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.TypeAssertionExpression,
  ts.SyntaxKind.TypePredicate,
]);

const VALUES = new Set([
  ts.SyntaxKind.ElementAccessExpression,
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.PropertyAccessExpression,
]);

const RECORDS: readonly Kind[] = ["dict", "record"];
const LISTS: readonly Kind[] = ["array", "tuple"];

export class OpenRecords {
  /** Types that values are only said to be of. */
  private found: ts.Type[] | null = null;
  private readonly known = new Map<ts.Type, boolean>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly unknowns: Unknowns,
    private readonly recordKeys: RecordKeys,
    private readonly files: readonly ts.SourceFile[],
  ) {}

  /** Whether the value of `node`, a record or a contract by its type, may be something else. */
  at(node: ts.Expression): boolean {
    if (!this.appear || !this.isOpen(this.types.typeAt(node))) return false;
    const inner = bare(node);
    if (!ts.isIdentifier(inner)) return !ts.isObjectLiteralExpression(inner);
    const declaration = this.uses.declarationAt(inner);
    const isVariable = declaration !== undefined && ts.isVariableDeclaration(declaration);
    const given = isVariable ? declaration.initializer : undefined;
    return !(
      given !== undefined &&
      ts.isObjectLiteralExpression(bare(given)) &&
      this.uses.of(declaration).writes.length === 0
    );
  }

  /** Whether a value of `type` may be something else. */
  isOpen(type: ts.Type): boolean {
    const known = this.known.get(type);
    if (known !== undefined) return known;
    const found = this.seek();
    const { checker } = this.types;
    const result = partsOf(type).some((part) =>
      found.some(
        (one) =>
          this.isRecord(one) === this.isRecord(part) &&
          (this.isRecord(part) || this.isContract(part)) &&
          (one === part || checker.isTypeAssignableTo(one, part)),
      ),
    );
    this.known.set(type, result);
    return result;
  }

  /** Whether there are any. */
  get appear(): boolean {
    return this.seek().length > 0;
  }

  /** Whether instances of classes may be read by the names of their members. */
  get takeInstances(): boolean {
    return this.seek().some((type) => this.isRecord(type) && this.mayBeObject(type));
  }

  /** Whether lists may be among them. */
  get areLists(): boolean {
    return this.seek().some((type) => this.mayBeList(type));
  }

  /** The members of this name of objects that may be taken for records. */
  membersNamed(name: string): ts.Symbol[] {
    return [...this.unknowns.objects].flatMap((object) => {
      const member = this.isRecord(object) ? undefined : object.getProperty(name);
      return member === undefined ? [] : [member];
    });
  }

  private seek(): ts.Type[] {
    if (this.found !== null) return this.found;
    this.found = [];
    for (const file of this.files) walkKinds(file, KINDS, (node) => this.enter(node));
    if (!this.recordKeys.anyAppears) return this.found;
    for (const file of this.files) walkKinds(file, VALUES, (node) => this.enterAny(node));
    return this.found;
  }

  private enter(node: ts.Node): void {
    if (ts.isCallExpression(node)) this.enterArguments(node);
    else if (ts.isTypePredicateNode(node)) {
      if (node.type !== undefined)
        this.enterPlace(node, askedBy(node), this.types.typeAt(node.type));
    } else if (ts.isAssertionExpression(node))
      this.enterPlace(node, node.expression, this.types.typeAt(node));
  }

  /** What is said to be of type `wanted` at `place`, and what is in it. */
  private enterPlace(place: ts.Node, value: ts.Expression | undefined, wanted: ts.Type): void {
    if (value === undefined || isParsed(bare(value))) return;
    const { checker } = this.types;
    if (this.saysNothing(value))
      for (const part of partsOf(wanted))
        if (
          this.mayBeObject(part) ||
          (this.mayBeList(part) && !isNoList(value, place, this.types)) ||
          (ts.isAssertionExpression(place) && this.isProbed(value, part))
        )
          this.found?.push(part);
    if (!checker.isTypeAssignableTo(this.types.typeAt(value), wanted))
      partsOf(wanted).forEach((part) => this.enterElements(part));
  }

  /** `values as Record<string, unknown>[]` */
  private enterElements(type: ts.Type): void {
    if (!LISTS.includes(this.types.kindOf(type))) return;
    for (const element of this.types.checker.getTypeArguments(type as ts.TypeReference))
      for (const part of partsOf(element))
        if (this.mayBeObject(part) || this.mayBeList(part)) this.found?.push(part);
  }

  /** `const record: Record<string, unknown> = value`, where the value is of type `any`. */
  private enterAny(node: ts.Node): void {
    if (!ts.isExpression(node) || (this.types.typeAt(node).flags & ts.TypeFlags.Any) === 0) return;
    const wanted = this.types.checker.getContextualType(node);
    if (wanted !== undefined) this.enterPlace(node, node, wanted);
  }

  /** `get<Service>("log")`, where `get` says of anything that it is what was asked for. */
  private enterArguments(node: ts.CallExpression): void {
    const called = node.typeArguments && this.types.calledBy(node);
    if (called === undefined || isLibraryFile(called.getSourceFile())) return;
    if (!some(called, (part) => this.isForParameter(part))) return;
    for (const wanted of node.typeArguments ?? [])
      for (const part of partsOf(this.types.typeAt(wanted)))
        if (this.mayBeObject(part)) this.found?.push(part);
  }

  /** `value as T` */
  private isForParameter(node: ts.Node): boolean {
    if (!ts.isAssertionExpression(node) || !this.saysNothing(node.expression)) return false;
    return partsOf(this.types.typeAt(node)).some((part) => part.isTypeParameter());
  }

  /**
   * `(value as Failure).code` of a variable that may hold anything asks whether the member is there:
   * what has none of them gets here, too.
   */
  private isProbed(value: ts.Expression, wanted: ts.Type): boolean {
    if (!ts.isIdentifier(bare(value)) || !this.isRecord(wanted)) return false;
    if (this.types.kindAt(value) !== "unknown") return false;
    const declaration = this.uses.declarationAt(bare(value));
    if (declaration !== undefined && isCaughtDeclaration(declaration)) return true;
    const isList = this.unknowns.hold(...LISTS) && !isNoList(value, value, this.types);
    return isList || this.unknowns.hold("contract", "instance") || this.unknowns.holdErrors;
  }

  /** Whether the type of `value` does not say what Python reaches its members by. */
  private saysNothing(value: ts.Expression): boolean {
    const kinds = [...this.types.kindsAt(value)];
    return kinds.some((kind) => kind === "unknown" || LISTS.includes(kind));
  }

  private isRecord(type: ts.Type): boolean {
    return RECORDS.includes(this.types.kindOf(type));
  }

  private isContract(type: ts.Type): boolean {
    return this.types.kindOf(type) === "contract";
  }

  private mayBeList(type: ts.Type): boolean {
    const { unknowns } = this;
    const areThere =
      unknowns.hold(...LISTS) || (this.recordKeys.parsesJson && unknowns.hold("unknown"));
    return areThere && this.isRecord(type) && required(type).every(({ name }) => name === "length");
  }

  /** Whether an object of another kind has all that one of `type`, a record or a contract, must have. */
  private mayBeObject(type: ts.Type): boolean {
    const isRecord = this.isRecord(type);
    if (!isRecord && !this.isContract(type)) return false;
    return [...this.unknowns.objects].some(
      (object) =>
        this.isRecord(object) !== isRecord &&
        required(type).every(({ name }) => this.types.checker.getPropertyOfType(object, name)),
    );
  }
}

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

/** The members that every value of `type` has. */
const required = (type: ts.Type): ts.Symbol[] =>
  type.getProperties().filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0);

/** The parameter that `value is Type` is about. */
function askedBy({ parent, parameterName }: ts.TypePredicateNode): ts.Identifier | undefined {
  if (!isFunctionNode(parent) || !ts.isIdentifier(parameterName)) return undefined;
  const { text } = parameterName;
  const names = parent.parameters.map(({ name }) => name).filter(ts.isIdentifier);
  return names.find((name) => name.text === text);
}

/** What JSON holds is what the program says. */
const isParsed = (node: ts.Expression): boolean =>
  ts.isCallExpression(node) && node.expression.getText() === "JSON.parse";
