// What None stands for among values of type `unknown`, `any` or a type parameter: their type does not
// say whether null or undefined is among them, what the program gives to such places does.
import { ts } from "ts-morph";
import type { CaughtValues } from "./caught-values";
import type { MissingValues } from "./missing";
import { NEVER, UNDEFINED, type Missing } from "./missing-elements";
import { isFunctionNode, propertyName } from "./syntax";
import { isCoalescing, isLibraryFile, type Kind, type Types } from "./types";
import { walk } from "./walk";

const OPEN =
  ts.TypeFlags.Unknown | ts.TypeFlags.Any | ts.TypeFlags.TypeParameter | ts.TypeFlags.NonPrimitive;

/** What is a dict or a function in Python, or an object of its own, does not say what it is in JavaScript. */
export const UNSPEAKING: readonly Kind[] = [
  "asyncIterator",
  "buffer",
  "bytes",
  "function",
  "iterator",
  "map",
  "promise",
  "regexp",
  "set",
  "typed",
  "view",
];

const OBJECTS: ReadonlySet<Kind> = new Set(["contract", "instance", "record"]);

export class Unknowns {
  private found: { null: boolean; undefined: boolean } | null = null;
  /** The kinds of values that get there. */
  private readonly given = new Set<Kind>();
  private errors = false;
  private readonly classes = new Set<ts.Declaration>();
  private readonly givenObjects = new Set<ts.Type>();
  private readonly open = new Map<ts.Type, boolean>();

  constructor(
    private readonly types: Types,
    private readonly missing: MissingValues,
    private readonly caught: CaughtValues,
    private readonly files: readonly ts.SourceFile[],
  ) {}

  /** Which of null and undefined get into places of unknown type; sought when first asked for. */
  get nothing(): Missing {
    this.seek();
    return this.found ?? NEVER;
  }

  /** Whether values of one of these kinds get into places of unknown type. */
  hold(...kinds: Kind[]): boolean {
    this.seek();
    return kinds.some((kind) => this.given.has(kind));
  }

  /** Whether errors get there: by their type, or because what is caught is handed on. */
  get holdErrors(): boolean {
    this.seek();
    return (this.errors ||= this.caught.getOn(this.files));
  }

  /** Whether instances of a class get there; of a contract any class may be. */
  holdInstancesOf(node: ts.ClassLikeDeclaration): boolean {
    this.seek();
    return this.given.has("contract") || this.classes.has(node);
  }

  /** The types of records and of objects that get there. */
  get objects(): ReadonlySet<ts.Type> {
    this.seek();
    return this.givenObjects;
  }

  /** Whether values of other kinds get there. */
  holdOtherThan(...kinds: Kind[]): boolean {
    this.seek();
    return [...this.given].some((kind) => !kinds.includes(kind));
  }

  private seek(): void {
    if (this.found !== null) return;
    this.found = { null: false, undefined: false };
    for (const file of this.files) walk(file, (node) => this.enter(node));
  }

  private enter(node: ts.Node): boolean {
    if (ts.isTypeNode(node)) return false;
    if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isParameter(node)) {
      const isLeft = !ts.isParameter(node) || node.questionToken !== undefined;
      const isBound = ts.isVariableDeclaration(node) && !ts.isVariableStatement(node.parent.parent);
      if (
        isLeft &&
        !isBound &&
        node.initializer === undefined &&
        this.isOpen(this.types.typeAt(node))
      )
        this.add(UNDEFINED);
      return true;
    }
    if (ts.isClassLike(node)) this.enterClass(node);
    if (ts.isThrowStatement(node)) this.enterThrown(this.types.typeAt(node.expression));
    if (!ts.isExpression(node)) return true;
    if (ts.isCallExpression(node) && node.expression.getText() === "JSON.parse")
      this.add({ null: true, undefined: false });
    if (ts.isCallExpression(node)) this.enterReturned(node);
    const wanted = this.wantedAt(node);
    if (wanted !== undefined && this.isOpen(wanted)) {
      const type = this.types.typeAt(node);
      // Who goes over an iterator takes what it gives, not the iterator.
      const isIterated = this.types.kindOf(type) === "iterator" && !mayBeAnything(wanted);
      for (const part of isIterated ? this.partsOf(type) : [type]) this.collect(part, new Set());
      this.add(this.missing.of(node));
    }
    if (wanted !== undefined) this.enterSignatures(this.types.typeAt(node), wanted);
    return true;
  }

  /** What is thrown is caught as unknown. */
  private enterThrown(type: ts.Type): void {
    if (!this.types.mayBeError(type)) this.collect(type, new Set());
  }

  /** A function that a generic one returns: who calls it gives it what the type parameters are. */
  private enterReturned(node: ts.CallExpression): void {
    const { checker } = this.types;
    const declaration = checker.getResolvedSignature(node)?.declaration;
    if (declaration?.typeParameters === undefined || !isFunctionNode(declaration)) return;
    const declared = checker.getSignatureFromDeclaration(declaration);
    if (declared !== undefined)
      this.enterSignatures(declared.getReturnType(), this.types.typeAt(node));
  }

  /** A function that is given where one of narrower parameters or a wider result is wanted. */
  private enterSignatures(given: ts.Type, wanted: ts.Type): void {
    const [own] = given.getCallSignatures();
    if (own === undefined) return;
    for (const part of wanted.isUnion() ? wanted.types : [wanted])
      for (const other of part.getCallSignatures()) this.enterSignature(own, other);
  }

  private enterSignature(own: ts.Signature, other: ts.Signature): void {
    const { checker } = this.types;
    own.getParameters().forEach((parameter, index) => {
      const passed = other.getParameters()[index];
      if (passed === undefined || !this.isOpen(checker.getTypeOfSymbol(parameter))) return;
      this.collect(checker.getTypeOfSymbol(passed), new Set());
      if (this.missing.areElements) this.add(UNDEFINED);
    });
    if (this.isOpen(other.getReturnType())) this.collect(own.getReturnType(), new Set());
  }

  /** A method whose parameters are wider than those of what its class extends or implements. */
  private enterClass(node: ts.ClassLikeDeclaration): void {
    const { checker } = this.types;
    const bases = (node.heritageClauses ?? []).flatMap((clause) => clause.types);
    for (const member of node.members) {
      const name = ts.isMethodDeclaration(member) ? propertyName(member.name) : undefined;
      if (name === undefined) continue;
      for (const base of bases) {
        const wanted = checker.getTypeAtLocation(base).getProperty(name);
        if (wanted !== undefined)
          this.enterSignatures(checker.getTypeAtLocation(member), checker.getTypeOfSymbol(wanted));
      }
    }
  }

  /** The type of the place that `node` is given to, as it is declared. */
  private wantedAt(node: ts.Expression): ts.Type | undefined {
    const { parent } = node;
    const { checker } = this.types;
    if (isCoalesced(node)) return undefined;
    if (ts.isAssertionExpression(parent) || ts.isSatisfiesExpression(parent))
      return this.types.typeAt(parent);
    const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
    const index = isCall ? (parent.arguments?.indexOf(node) ?? -1) : -1;
    if (!isCall || index < 0) return checker.getContextualType(node);
    const declaration = checker.getResolvedSignature(parent)?.declaration as ts.Node | undefined;
    if (declaration === undefined) return checker.getContextualType(node);
    const parameter = isFunctionNode(declaration)
      ? (declaration.parameters[index] ?? declaration.parameters.at(-1))
      : undefined;
    if (parameter !== undefined) return this.types.typeAt(parameter);
    const isReading =
      isLibraryFile(declaration.getSourceFile()) && !ts.isMethodSignature(declaration);
    const wanted = checker.getContextualType(node);
    // The console and JSON.stringify take anything and keep nothing; `any[]` keeps it.
    const callee = parent.expression;
    const isKept =
      ts.isPropertyAccessExpression(callee) &&
      ["array", "map", "set"].includes(this.types.kindAt(callee.expression));
    const isAny = wanted !== undefined && (wanted.flags & ts.TypeFlags.Any) !== 0;
    // What a promise is rejected with is caught.
    this.enterInstance(this.types.typeAt(node));
    return isReading || (isAny && !isKept) ? undefined : wanted;
  }

  /** Whether values of any type may be in what is of `type`. */
  private isOpen(type: ts.Type): boolean {
    const known = this.open.get(type);
    if (known !== undefined) return known;
    this.open.set(type, false);
    const result =
      (type.flags & OPEN) !== 0 || this.partsOf(type).some((part) => this.isOpen(part));
    this.open.set(type, result);
    return result;
  }

  private partsOf(type: ts.Type): readonly ts.Type[] {
    if (type.isUnionOrIntersection()) return type.types;
    const { checker } = this.types;
    const kind = this.types.kindOf(type);
    if (kind === "function") return [];
    const given =
      (type.flags & ts.TypeFlags.Object) !== 0 &&
      ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0
        ? checker.getTypeArguments(type as ts.TypeReference)
        : [];
    const members =
      kind === "record" || kind === "instance"
        ? type
            .getProperties()
            .filter(({ flags }) => (flags & ts.SymbolFlags.Method) === 0)
            .map((property) => checker.getTypeOfSymbol(property))
        : [];
    return [...given, ...members, ...checker.getIndexInfosOfType(type).map((info) => info.type)];
  }

  private collect(type: ts.Type, seen: Set<ts.Type>): void {
    if (seen.has(type)) return;
    seen.add(type);
    // `T & ({} | null)` is what a test for undefined leaves of T.
    if (type.isIntersection() && type.types.some((part) => part.isTypeParameter())) return;
    if (!type.isUnion()) for (const kind of this.types.kindsOf(type)) this.given.add(kind);
    if (OBJECTS.has(this.types.kindOf(type))) this.givenObjects.add(type);
    this.enterInstance(type);
    this.errors ||= this.types.mayBeError(type);
    this.add({
      null: (type.flags & ts.TypeFlags.Null) !== 0,
      undefined: (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0,
    });
    for (const part of this.partsOf(type)) this.collect(part, seen);
  }

  private enterInstance(type: ts.Type): void {
    if (this.types.kindsOf(type).has("instance"))
      type.symbol?.declarations?.forEach((declaration) => this.classes.add(declaration));
  }

  private add(missing: Missing): void {
    if (this.found === null) return;
    this.found.null ||= missing.null;
    this.found.undefined ||= missing.undefined;
  }
}

const mayBeAnything = (type: ts.Type): boolean =>
  (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & OPEN) !== 0);

/** The left of `a ?? b`, of which neither null nor undefined is passed on. */
const isCoalesced = (node: ts.Expression): boolean =>
  isCoalescing(node.parent) && node.parent.left === node;
