// What was caught and is taken for more than every error is: `(error as { code?: string }).code`. The
// class of the program that has such members says what they are; an error of another class lacks them.
import { ts } from "ts-morph";
import { isErrorType } from "./error-types";
import { isLibraryFile } from "./library-files";
import { bare, isCaughtDeclaration, isWritten } from "./syntax";
import { throwOnly } from "./thrown-classes";
import { throws } from "./thrown-values";
import { declarationOf, type Types } from "./types";
import type { Uses } from "./uses";
import { some, walkKinds } from "./walk";

const PLACES = new Set([
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.TypeAssertionExpression,
]);
const READING = new Set([ts.SyntaxKind.BindingElement, ts.SyntaxKind.PropertyAccessExpression]);
const CLASSES = new Set([ts.SyntaxKind.ClassDeclaration, ts.SyntaxKind.ClassExpression]);
export class TakenErrors {
  /** The class, or Error, that the casts and the variables made of them are of. */
  readonly types = new Map<ts.Node, ts.Type>();
  /** What the members that are read there are. */
  readonly symbols = new Map<ts.Node, ts.Symbol>();
  private readonly lacking = new Set<ts.Node>();
  private readonly classes: ts.Type[] = [];

  constructor(
    private readonly known: Types,
    private readonly uses: Uses,
    private readonly files: readonly ts.SourceFile[],
  ) {
    const casts: ts.AssertionExpression[] = [];
    const open: ts.PropertyAccessExpression[] = [];
    for (const file of files)
      walkKinds(file, PLACES, (node) => {
        if (ts.isAssertionExpression(node) && this.isCast(node)) casts.push(node);
        if (ts.isPropertyAccessExpression(node) && this.isOpen(node)) open.push(node);
      });
    if (casts.length + open.length === 0 || this.throwsValues()) return;
    this.classes.push(...this.errorClasses());
    for (const cast of casts) this.enter(cast);
    for (const access of open) this.enterOpen(access);
    const handedOn = casts.flatMap((cast) => this.handedOn(cast));
    if (handedOn.length === 0) return;
    for (const file of files) walkKinds(file, READING, (node) => this.enterReading(node, handedOn));
  }

  /** The class of which an error is said to be where it gets elsewhere: none of its members is sure there. */
  private handedOn(cast: ts.AssertionExpression): ts.Type[] {
    const type = this.known.checker.getTypeAtLocation(cast);
    const isHandedOn = isDeclaredClass(type) && this.placesOf(cast) === null;
    return isHandedOn && !this.areAll(type) ? [type] : [];
  }

  /** A member that is read of what may be an error that is only said to be of one of `classes`. */
  private enterReading(node: ts.Node, classes: readonly ts.Type[]): void {
    const isAccess = ts.isPropertyAccessExpression(node);
    if (isAccess && (!isRead(node) || node.expression.kind === ts.SyntaxKind.ThisKeyword)) return;
    const { checker } = this.known;
    const type = checker.getTypeAtLocation(isAccess ? node.expression : node.parent);
    const isTaken = (part: ts.Type) =>
      isDeclaredClass(part) && classes.some((one) => one === part || this.isOf(one, part));
    const taken = (type.isUnion() ? type.types : [type]).find(isTaken);
    if (taken === undefined) return;
    const name = isAccess
      ? node.name
      : ts.isBindingElement(node) && (node.propertyName ?? node.name);
    if (name) this.enterMember(node, taken.getProperty(name.getText()), taken);
  }

  /** Whether the error of which `node` is a member may be of a class that has none of that name. */
  mayLack(node: ts.Node): boolean {
    return this.lacking.has(node);
  }

  /** Of a variable that holds what was caught to what is read by name. */
  private isCast(node: ts.AssertionExpression): boolean {
    if (!this.isCaught(node.expression) || ts.isAssertionExpression(outside(node).parent))
      return false;
    const type = this.known.checker.getTypeAtLocation(node);
    const kind = this.known.kindOf(type);
    return kind === "record" || (kind === "instance" && isErrorType(type, { types: this.known }));
  }

  /** `error.code` of what a `catch` calls `any`. */
  private isOpen(node: ts.PropertyAccessExpression): boolean {
    if (!this.isCaught(node.expression) || !isRead(node)) return false;
    return (this.known.checker.getTypeAtLocation(node.expression).flags & ts.TypeFlags.Any) !== 0;
  }

  private isCaught(node: ts.Expression): boolean {
    const caught = bare(node);
    const declaration = ts.isIdentifier(caught) ? this.uses.declarationAt(caught) : undefined;
    return (
      declaration !== undefined &&
      isCaughtDeclaration(declaration) &&
      this.uses.of(declaration).writes.length === 0
    );
  }

  private throwsValues(): boolean {
    const view = { analysis: { uses: this.uses }, types: this.known };
    return this.files.some((file) => some(file, (node) => throws(node, view)));
  }

  private errorClasses(): ts.Type[] {
    const found: ts.Type[] = [];
    for (const file of this.files)
      walkKinds(file, CLASSES, (node) => {
        const own = (node as ts.ClassLikeDeclaration).name;
        const type = this.known.checker.getTypeAtLocation(own ?? node);
        if (isErrorType(type, { types: this.known })) found.push(type);
      });
    return found;
  }

  private enter(cast: ts.AssertionExpression): void {
    const type = this.known.checker.getTypeAtLocation(cast);
    const isOfClass = isDeclaredClass(type);
    const places = this.placesOf(cast);
    const taken = isOfClass ? type : this.classFor(type, cast);
    if (places === null || taken === null) return;
    for (const place of [cast, ...places]) {
      if (!isOfClass) this.types.set(place, taken);
      for (let outer = place.parent; ts.isParenthesizedExpression(outer); outer = outer.parent)
        if (!isOfClass) this.types.set(outer, taken);
      const access = outside(place).parent;
      this.enterMembers(access, taken, isOfClass);
    }
  }

  private enterOpen(access: ts.PropertyAccessExpression): void {
    const { text } = access.name;
    const error = this.libraryError(access);
    if (error === undefined || error.getProperty(text) !== undefined) return;
    const taken = this.mostGeneral(this.classes.filter((one) => one.getProperty(text)));
    const symbol = taken?.getProperty(text);
    if (taken === null || symbol === undefined) return;
    for (let base: ts.Expression = access.expression; ; base = base.expression) {
      this.types.set(base, taken);
      if (!ts.isParenthesizedExpression(base)) break;
    }
    this.types.set(access, this.known.checker.getTypeOfSymbol(symbol));
    this.enterMembers(access, taken, false);
  }

  private enterMembers(holder: ts.Node, taken: ts.Type, isOfClass: boolean): void {
    if (ts.isVariableDeclaration(holder) && ts.isObjectBindingPattern(holder.name))
      for (const part of holder.name.elements)
        this.enterMember(
          part,
          taken.getProperty((part.propertyName ?? part.name).getText()),
          taken,
        );
    if (!ts.isPropertyAccessExpression(holder)) return;
    const symbol = taken.getProperty(holder.name.text);
    if (symbol !== undefined && !isOfClass) this.symbols.set(holder.name, symbol);
    this.enterMember(holder, symbol, taken);
  }

  private enterMember(node: ts.Node, symbol: ts.Symbol | undefined, taken: ts.Type): void {
    const declaration = declarationOf(symbol);
    const isOfEvery = declaration !== undefined && isLibraryFile(declaration.getSourceFile());
    if (isOfEvery || (symbol !== undefined && this.areAll(taken))) return;
    this.lacking.add(node);
  }

  /** Where the value of `cast` is, all of them read by their members; null if it gets elsewhere. */
  private placesOf(cast: ts.AssertionExpression): ts.Node[] | null {
    const { parent } = outside(cast);
    if (isRead(parent)) return [];
    if (!ts.isVariableDeclaration(parent)) return null;
    if (ts.isObjectBindingPattern(parent.name))
      return parent.name.elements.some(({ dotDotDotToken }) => dotDotDotToken) ? null : [];
    const { references, writes } = this.uses.of(parent);
    const isPlain = parent.type === undefined && writes.length === 0;
    return isPlain && references.every((one) => isRead(outside(one).parent))
      ? [parent, parent.name, ...references]
      : null;
  }

  /** The one class that has what `type` has and Error has not, or Error; null if it is not sure. */
  private classFor(type: ts.Type, place: ts.Node): ts.Type | null {
    const error = this.libraryError(place);
    if (error === undefined) return null;
    const own = type.getProperties().filter(({ name }) => error.getProperty(name) === undefined);
    if (own.length === 0) return error;
    const having = this.classes.filter((one) => own.every(({ name }) => one.getProperty(name)));
    const first = this.mostGeneral(having);
    if (first === null) return having.length === 0 ? error : null;
    const { checker } = this.known;
    const isSame = own.every((member) =>
      checker.isTypeAssignableTo(
        checker.getTypeOfSymbol(first.getProperty(member.name)!),
        checker.getTypeOfSymbol(member),
      ),
    );
    return isSame ? first : null;
  }

  /** The one that all others extend. */
  private mostGeneral(classes: readonly ts.Type[]): ts.Type | null {
    return (
      classes.find((one) => classes.every((other) => other === one || this.isOf(other, one))) ??
      null
    );
  }

  private isOf(type: ts.Type, base: ts.Type): boolean {
    return (type.getBaseTypes() ?? []).some((one) => one === base || this.isOf(one, base));
  }

  private libraryError(place: ts.Node): ts.Type | undefined {
    const symbol = this.known.checker
      .getSymbolsInScope(place, ts.SymbolFlags.Interface)
      .find(({ name }) => name === "Error");
    return symbol && this.known.checker.getDeclaredTypeOfSymbol(symbol);
  }

  /** Whether nothing else is thrown than errors of class `type`, as far as one can tell. */
  private areAll(type: ts.Type): boolean {
    const isOne = (thrown: ts.Type) => thrown === type || this.isOf(thrown, type);
    return throwOnly(isOne, this.files, this.known.checker);
  }
}

const isDeclaredClass = (type: ts.Type): boolean =>
  declarationOf(type.symbol)?.kind === ts.SyntaxKind.ClassDeclaration;

/** With the parentheses and the like around `node`. */
function outside(node: ts.Node): ts.Node {
  let place = node;
  while (ts.isParenthesizedExpression(place.parent)) place = place.parent;
  return place;
}

const isRead = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) &&
  !isWritten(node) &&
  !(ts.isCallExpression(node.parent) && node.parent.expression === node);
