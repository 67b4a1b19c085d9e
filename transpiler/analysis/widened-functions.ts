// Where a function type is taken for one that is called with more: JavaScript drops what a function
// does not take and Python does not, so that every function that may be meant has to take it.
import { ts } from "ts-morph";
import { expectedType } from "./expected-type";
import { expectedParameters, type ExpectedParameters } from "./expected-parameters";
import { isKeywordSignature } from "./signatures";
import { mayBeExpected, type FunctionNode } from "./syntax";
import { isLibraryFile, type Kind, type Types } from "./types";
import { walk } from "./walk";

interface Widening {
  /** The function type that takes less. */
  readonly from: ts.Type;
  readonly to: ExpectedParameters;
}

/** Types within types: beyond this depth nothing is looked for. */
const DEPTH = 6;

const NONE: ExpectedParameters = { places: [], isOpen: false };

export class WidenedFunctions {
  private readonly widenings: Widening[] = [];
  /** Which types were compared, and how deeply. */
  private readonly compared = new Map<ts.Type, Map<ts.Type, number>>();
  private readonly checker: ts.TypeChecker;

  constructor(
    private readonly types: Types,
    files: readonly ts.SourceFile[],
  ) {
    this.checker = types.checker;
    for (const file of files)
      types.memory.has("widened functions", file, () => {
        walk(file, (node) => this.enter(node));
        // Two types are compared once: what another file has shown of them, this one shows too.
        return this.widenings.length > 0;
      });
  }

  /** What `node` may be called with through a type that is wider than the one it was written for. */
  of(node: FunctionNode): ExpectedParameters {
    if (this.widenings.length === 0) return NONE;
    const own = this.checker.getTypeAtLocation(node);
    const wider = this.widenings
      .filter(({ from }) => own === from || this.checker.isTypeAssignableTo(own, from))
      .map(({ to }) => to);
    const places = wider.map((one) => one.places).sort((a, b) => b.length - a.length)[0] ?? [];
    return {
      // Who knows the function by its own type gives nothing for these.
      places: places.map(({ name }) => ({ name, isOptional: true })),
      isOpen: wider.some(({ isOpen }) => isOpen),
    };
  }

  private enter(node: ts.Node): void {
    if (!isValue(node)) return;
    const find = () => this.isTakenForAnother(node);
    if (!this.types.memory.fact("taken for another", node, find)) return;
    this.compare(this.types.typeAt(node), this.wantedAt(node)!, DEPTH);
  }

  /** Whether the type of `node` and the one that is wanted there may be of different functions. */
  private isTakenForAnother(node: ts.Expression): boolean {
    if (FLAT.has(this.types.kindAt(node))) return false;
    const has = this.types.typeAt(node);
    const wanted = mayHoldFunctions(has) ? this.wantedAt(node) : undefined;
    return wanted !== undefined && wanted !== has && mayHoldFunctions(wanted);
  }

  private wantedAt(node: ts.Expression): ts.Type | undefined {
    return ts.isAsExpression(node.parent)
      ? this.types.typeAt(node.parent)
      : expectedType(node, this.types);
  }

  private compare(from: ts.Type, to: ts.Type, depth: number): void {
    if (from === to || depth === 0 || !mayHoldFunctions(from) || !mayHoldFunctions(to)) return;
    const known = this.compared.get(from) ?? new Map<ts.Type, number>();
    if ((known.get(to) ?? 0) >= depth) return;
    this.compared.set(from, known.set(to, depth));
    for (const one of partsOf(from)) {
      for (const other of partsOf(to)) if (one !== other) this.compareParts(one, other, depth);
    }
  }

  private compareParts(from: ts.Type, to: ts.Type, depth: number): void {
    const signature = from.getCallSignatures()[0];
    const wanted = to.getCallSignatures()[0];
    if (signature !== undefined && wanted !== undefined) {
      // The library's callbacks are called with what they take (builtins/array-callbacks.ts).
      if (isOfLibrary(wanted) || isKeywordSignature(wanted)) return;
      this.compareSignatures(from, signature, wanted, depth);
      return;
    }
    const [own, others] = [from, to].map((type) => this.argumentsOf(type));
    if (own !== undefined && others !== undefined && own.length > 0) {
      own.forEach((type, index) => {
        const other = others[index];
        if (other !== undefined) this.compare(type, other, depth - 1);
      });
      return;
    }
    const values = to.getStringIndexType();
    for (const property of from.getProperties()) {
      const other = to.getProperty(property.name);
      const type = other === undefined ? values : this.checker.getTypeOfSymbol(other);
      if (type !== undefined && !isPrivate(property))
        this.compare(this.checker.getTypeOfSymbol(property), type, depth - 1);
    }
  }

  private compareSignatures(
    from: ts.Type,
    signature: ts.Signature,
    wanted: ts.Signature,
    depth: number,
  ): void {
    const own = expectedParameters(signature, this.checker);
    const to = expectedParameters(wanted, this.checker);
    if (!own.isOpen && (to.isOpen || to.places.length > own.places.length))
      this.widenings.push({ from, to });
    this.compare(signature.getReturnType(), wanted.getReturnType(), depth - 1);
    signature.parameters.forEach((parameter, index) => {
      const given = wanted.parameters[index];
      if (given === undefined) return;
      const [source, target] = [given, parameter].map((one) => this.checker.getTypeOfSymbol(one));
      if (source !== undefined && target !== undefined) this.compare(source, target, depth - 1);
    });
  }

  /** Of `Array<T>`, `Map<K, V>` and the like; undefined for types of the program. */
  private argumentsOf(type: ts.Type): readonly ts.Type[] | undefined {
    const declaration = type.symbol?.declarations?.[0];
    const isLibrary = declaration !== undefined && isLibraryFile(declaration.getSourceFile());
    if (!isLibrary && !this.checker.isTupleType(type)) return undefined;
    return this.checker.getTypeArguments(type as ts.TypeReference);
  }
}

/**
 * What has come from elsewhere: functions that are written at the place are looked at there
 * (visitors/parameters.ts), and so is what stands in a literal.
 */
function isValue(node: ts.Node): node is ts.Expression {
  if (node.parent === undefined || ts.isPartOfTypeNode(node) || !mayBeExpected(node)) return false;
  if (ts.isObjectLiteralExpression(node)) return node.properties.some(ts.isSpreadAssignment);
  if (ts.isArrayLiteralExpression(node)) return node.elements.some(ts.isSpreadElement);
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isNonNullExpression(node) ||
    node.kind === ts.SyntaxKind.ThisKeyword
  );
}

function isOfLibrary(signature: ts.Signature): boolean {
  // The signature of a decorator is made up by the checker: it has no declaration, or one without a file.
  const declaration: ts.Node | undefined = signature.getDeclaration();
  return declaration?.parent !== undefined && isLibraryFile(declaration.getSourceFile());
}

/** What holds nothing. */
const FLAT: ReadonlySet<Kind> = new Set(["boolean", "bytes", "null", "number", "string"]);

const mayHoldFunctions = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.UnionOrIntersection)) !== 0;

const partsOf = (type: ts.Type): readonly ts.Type[] =>
  (type.isUnion() ? type.types : [type]).filter(mayHoldFunctions);

const isPrivate = ({ valueDeclaration }: ts.Symbol): boolean =>
  valueDeclaration !== undefined &&
  (ts.getCombinedModifierFlags(valueDeclaration) & ts.ModifierFlags.Private) !== 0;
