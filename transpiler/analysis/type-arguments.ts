// What the program gives for type parameters: `T extends { length: number }` takes texts and arrays
// alike, `T extends { id: number }` records or objects of classes, which Python reads otherwise.
import { ts } from "ts-morph";
import { declarationOf, type Kind, type Types } from "./types";
import { some, walk } from "./walk";

/** TypeScript's own, which its declarations do not show. */
interface Checker extends ts.TypeChecker {
  getTypeArgumentsForResolvedSignature(signature: ts.Signature): readonly ts.Type[] | undefined;
}

/** The kinds that are given for each type parameter whose constraint is a record, where others are. */
export function givenKinds(
  files: readonly ts.SourceFile[],
  types: Types,
): ReadonlyMap<ts.Symbol, ReadonlySet<Kind>> {
  const given = new Map<ts.Symbol, Set<ts.Type>>();
  for (const file of files)
    types.memory.has("types given for records", file, () => {
      const own = argumentsIn([file], types, (parameter) => isOfRecords(parameter, types));
      for (const [symbol, args] of own)
        given.set(symbol, new Set([...(given.get(symbol) ?? []), ...args]));
      return own.size > 0;
    });
  const result = new Map<ts.Symbol, ReadonlySet<Kind>>();
  for (const symbol of given.keys()) {
    const kinds = kindsFor(symbol, given, types, new Set());
    if ([...kinds].every((kind) => kind === "record")) continue;
    for (const one of [symbol, ...recordsIn(symbol, types)]) result.set(one, kinds);
  }
  const known = new GivenTypes(types, files);
  for (const symbol of objectParameters(files, types)) {
    const kinds = known.kindsOf(symbol.declarations?.[0]);
    // Of other kinds than these the type alone says as little as `object` does.
    if (kinds !== null && [...kinds].every((kind) => kind === "record" || kind === "dict"))
      result.set(symbol, kinds);
  }
  return result;
}

/** `T extends object` */
function objectParameters(files: readonly ts.SourceFile[], types: Types): Set<ts.Symbol> {
  const found = new Set<ts.Symbol>();
  for (const file of files)
    types.memory.has("parameters of objects", file, () => {
      let isAny = false;
      walk(file, (node) => {
        if (!ts.isTypeParameterDeclaration(node)) return;
        if (node.constraint?.kind !== ts.SyntaxKind.ObjectKeyword) return;
        const symbol = types.checker.getSymbolAtLocation(node.name);
        if (symbol !== undefined) found.add(symbol);
        isAny = true;
      });
      return isAny;
    });
  return found;
}

/** What is given for type parameters without a constraint, where nothing else can be. */
export class GivenTypes {
  private given: Map<ts.Symbol, Set<ts.Type>> | null = null;

  constructor(
    private readonly types: Types,
    private readonly files: readonly ts.SourceFile[],
  ) {}

  /** The kinds that a type parameter stands for; null if it may stand for others. */
  kindsOf(parameter: ts.Declaration | undefined): ReadonlySet<Kind> | null {
    const symbol = this.symbolOf(parameter);
    if (symbol === undefined) return null;
    const kinds = kindsFor(symbol, this.all, this.types, new Set());
    return kinds.size === 0 ? null : kinds;
  }

  /** The kinds of the members that `T[K]` stands for, of all where K may be any; null if not known. */
  kindsOfMembers({ objectType, indexType }: ts.IndexedAccessType): readonly Kind[] | null {
    const owners = this.typesFor(objectType);
    const names = this.typesFor(indexType);
    if (owners === null) return null;
    const { checker } = this.types;
    const members = owners.flatMap((owner): (ts.Symbol | undefined)[] =>
      names?.every((name) => name.isStringLiteral()) === true
        ? names.map((name) => owner.getProperty(name.value))
        : dataMembers(owner, checker),
    );
    return members.includes(undefined)
      ? null
      : members.flatMap((member) => [...this.types.kindsOf(checker.getTypeOfSymbol(member!))]);
  }

  /** All types that are given for a type parameter, unions in their parts; null if others may be. */
  private typesFor(type: ts.Type, seen = new Set<ts.Type>()): ts.Type[] | null {
    seen.add(type);
    const symbol = type.isTypeParameter() ? this.symbolOf(declarationOf(type.symbol)) : undefined;
    const given = [...((symbol && this.all.get(symbol)) ?? [])].filter((one) => !seen.has(one));
    const parts = given.map((one) => {
      if (one.isUnion()) return one.types;
      return one.isTypeParameter() ? this.typesFor(one, seen) : [one];
    });
    return parts.length === 0 || parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }

  private symbolOf(parameter: ts.Declaration | undefined): ts.Symbol | undefined {
    const isPlain = (node: ts.Declaration) => isPlainParameter(node) || this.isOfOnlyMethod(node);
    const isOwn = parameter !== undefined && ts.isTypeParameterDeclaration(parameter);
    const symbol = isOwn ? this.types.checker.getSymbolAtLocation(parameter.name) : undefined;
    return symbol?.declarations?.every(isPlain) === true ? symbol : undefined;
  }

  /** Whether nothing else has a member of the name of the method that `node` is a parameter of. */
  private isOfOnlyMethod(node: ts.Declaration): boolean {
    const method = node.parent;
    if (!ts.isMethodDeclaration(method) || !ts.isClassLike(method.parent)) return false;
    if (!ts.isTypeParameterDeclaration(node) || node.default !== undefined) return false;
    const id = method.name.getText();
    return !this.files.some((file) =>
      some(file, (other) => {
        const isMember = ts.isClassElement(other) || ts.isTypeElement(other);
        return isMember && other !== method && other.name?.getText() === id;
      }),
    );
  }

  private get all(): ReadonlyMap<ts.Symbol, ReadonlySet<ts.Type>> {
    if (this.given === null) {
      this.given = argumentsIn(this.files, this.types, () => true);
      for (const file of this.files) walk(file, (node) => this.enterValue(node));
    }
    return this.given;
  }

  /** A generic function that is not called where it is named gets what it is handed on for. */
  private enterValue(node: ts.Node): void {
    if (!ts.isIdentifier(node)) return;
    const named =
      ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node;
    const { parent } = named;
    if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === named)
      return;
    if (isNameOf(node, parent)) return;
    const { checker } = this.types;
    for (const { declaration } of this.types.typeAt(named).getCallSignatures()) {
      const own =
        declaration && checker.getSignatureFromDeclaration(declaration as ts.SignatureDeclaration);
      const wanted = checker.getContextualType(named as ts.Expression);
      const [signature] = wanted ? checker.getNonNullableType(wanted).getCallSignatures() : [];
      const args = signature?.parameters.map((parameter) => checker.getTypeOfSymbol(parameter)) ?? [
        checker.getAnyType(),
      ];
      for (const { symbol } of own?.typeParameters ?? [])
        for (const argument of args)
          this.given?.set(symbol, (this.given.get(symbol) ?? new Set()).add(argument));
    }
  }
}

/** The members of a type but its methods; not known of what takes any keys, or has none. */
function dataMembers(type: ts.Type, checker: ts.TypeChecker): (ts.Symbol | undefined)[] {
  const isData = ({ flags }: ts.Symbol) => (flags & ts.SymbolFlags.Method) === 0;
  const members = type.getProperties().filter(isData);
  return members.length === 0 || checker.getIndexInfosOfType(type).length > 0
    ? [undefined]
    : members;
}

const isNameOf = (node: ts.Node, parent: ts.Node): boolean =>
  ts.isImportSpecifier(parent) ||
  ts.isExportSpecifier(parent) ||
  ((ts.isFunctionDeclaration(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isMethodDeclaration(parent)) &&
    parent.name === node);

/** Of a class or a function, which nobody calls through another type. */
const isPlainParameter = (node: ts.Declaration): node is ts.TypeParameterDeclaration =>
  ts.isTypeParameterDeclaration(node) &&
  node.default === undefined &&
  (ts.isClassLike(node.parent) ||
    ts.isFunctionDeclaration(node.parent) ||
    ts.isArrowFunction(node.parent) ||
    ts.isFunctionExpression(node.parent));

/** The types that the program writes or implies for each type parameter that is `wanted`. */
function argumentsIn(
  files: readonly ts.SourceFile[],
  types: Types,
  wanted: (parameter: ts.Type) => boolean,
): Map<ts.Symbol, Set<ts.Type>> {
  const given = new Map<ts.Symbol, Set<ts.Type>>();
  const enter = (parameters: readonly ts.Type[], args: readonly ts.Type[]) =>
    parameters.forEach((parameter, index) => {
      const argument = args[index];
      if (argument === undefined || !wanted(parameter)) return;
      const known = given.get(parameter.symbol) ?? new Set();
      given.set(parameter.symbol, known.add(argument));
    });
  for (const file of files) walk(file, (node) => enterNode(node, types.checker as Checker, enter));
  return given;
}

/** TypeScript reads `v` of `T extends Named | null` as of `Named | null`. */
function recordsIn(symbol: ts.Symbol, { checker }: Types): ts.Symbol[] {
  const constraint = checker.getDeclaredTypeOfSymbol(symbol).getConstraint();
  if (constraint?.isUnion() !== true) return [];
  return constraint.types.flatMap((part) => (part.symbol === undefined ? [] : [part.symbol]));
}

type Enter = (parameters: readonly ts.Type[], args: readonly ts.Type[]) => void;

function enterNode(node: ts.Node, checker: Checker, enter: Enter): void {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const signature = checker.getResolvedSignature(node);
    const args = signature && checker.getTypeArgumentsForResolvedSignature(signature);
    if (signature === undefined || args === undefined) return;
    const declared =
      signature.declaration &&
      checker.getSignatureFromDeclaration(signature.declaration as ts.SignatureDeclaration);
    const owner = checker.getTypeAtLocation(node) as ts.TypeReference;
    const parameters = ts.isNewExpression(node)
      ? owner.target?.typeParameters
      : declared?.typeParameters;
    enter(parameters ?? [], args);
  } else if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
    if (node.typeArguments === undefined) return;
    const type = checker.getTypeAtLocation(node) as ts.TypeReference;
    enter(type.target?.typeParameters ?? [], checker.getTypeArguments(type));
  }
}

function isOfRecords(parameter: ts.Type, types: Types): boolean {
  const constraint = parameter.isTypeParameter() ? parameter.getConstraint() : undefined;
  return constraint !== undefined && types.kindOf(constraint) === "record";
}

function kindsFor(
  symbol: ts.Symbol,
  given: ReadonlyMap<ts.Symbol, ReadonlySet<ts.Type>>,
  types: Types,
  seen: Set<ts.Symbol>,
): ReadonlySet<Kind> {
  if (seen.has(symbol)) return new Set();
  seen.add(symbol);
  const kinds = [...(given.get(symbol) ?? [])].flatMap((type) =>
    type.isTypeParameter() && given.has(type.symbol)
      ? [...kindsFor(type.symbol, given, types, seen)]
      : [...types.kindsOf(type)],
  );
  // Its members are known by the constraint alone.
  return new Set(kinds.map((kind) => (kind === "instance" ? "contract" : kind)));
}
