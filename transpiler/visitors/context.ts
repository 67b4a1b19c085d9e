// What visitors share while one file is lowered.
import { ts } from "ts-morph";
import { Comments } from "./comments";
import type { Refusal } from "../diagnostics/catalogue";
import { placeOf, rangeOf, refusalAt, type Diagnostic } from "../diagnostics/diagnostic";
import type { Analysis } from "../analysis/analysis";
import { declarationOf } from "../analysis/types";
import { pythonName } from "../naming/names";
import type { ScopeNames } from "../naming/scope-names";
import type * as py from "../python/ast";
import { builtinCall, call, method, name, NONE } from "../python/build";
import { isUsedAsValue, type Reachable } from "../program/reachable";
import type { Modules } from "../program/modules";
import type { HelperName } from "../runtime/helpers";
import { adviceFor } from "./advice";
import { isDataArgument } from "./data-arguments";
import { checkFlow, isMapGiven } from "./flow";
import { expressionVisitors } from "./index";
import { callsEndingAt, misplacedCalls, withSequence } from "./call-order";
import { hoist } from "./effects";
import { FreeNames } from "./free-names";
import { Jumps } from "./jumps";
import type { Library } from "./library";
import type { Sources } from "./program";
import { aliasOf } from "./module-members";
import { namesIn } from "./own-names";
import { present } from "./presence";
import { lowerStatement } from "./statement-lowering";
import { visitEffect } from "./statements";
import { describeSyntax } from "./unsupported-syntax";

type AnyExpressionVisitor = (node: ts.Node, context: Context) => py.Expression;

/** What a node is lowered to instead of itself. */
interface Stand {
  readonly make: () => py.Expression;
  /** Whether it is the truth of the node and not its value. */
  readonly asCondition: boolean;
}

export class Context {
  readonly helpers = new Set<HelperName>();
  /** Modules of CPython's and the board's that emitted code needs by itself, as `math`. */
  readonly extraImports = new Map<string, Set<string>>();
  /** What the file calls the modules of which it takes members (module-members.ts). */
  readonly moduleAliases = new Map<ts.SourceFile, string>();
  /** Those that an import of the file brings. */
  readonly importedModules = new Set<ts.SourceFile>();
  private readonly ownNames: Set<string>;
  readonly comments: Comments;
  /** `?.` whose left side has been found to be something. */
  readonly closedLinks = new Set<ts.Node>();
  /** Makes the fields of the class whose constructor is being lowered: they follow `super(…)`. */
  afterSuper: (() => py.Statement[]) | null = null;
  /** Comments of fields that the constructor sets: they go to the assignment. By name of the field. */
  readonly fieldComments = new Map<string, py.Statement[]>();
  readonly jumps = new Jumps(this);
  /** Functions that are defined above their place (definition-order.ts). */
  readonly movedFunctions = new Set<ts.Node>();
  /** The Python names of classes that are being, or have been, defined. */
  readonly classNames = new Map<ts.Node, string>();
  /** Object literals that are instances of a class of their own. */
  readonly literalClasses = new Set<ts.Node>();
  readonly freeNames: FreeNames;
  /** Whether a node takes statements (visitors/effects.ts). */
  readonly statementNeeds = new Map<ts.Node, boolean>();
  /** Calls that Python would make too late or too early (call-order.ts). */
  readonly keptCalls = new Set<ts.Node>();
  private stands: ReadonlyMap<ts.Node, Stand> = new Map();
  private pending: py.Statement[] = [];
  /** How many expressions are being lowered, each in the one before. */
  private depth = 0;

  constructor(
    readonly file: ts.SourceFile,
    readonly analysis: Analysis,
    readonly modules: Modules,
    private readonly names: ScopeNames,
    private readonly otherNames: Sources["names"],
    private readonly reachable: Reachable,
    readonly library: Library,
    private readonly diagnostics: Diagnostic[],
  ) {
    this.comments = new Comments(file);
    this.ownNames = new Set(namesIn(file));
    this.freeNames = new FreeNames(this.ownNames, names);
  }

  /** A package's own file, for imports that typings declare. */
  packageFile(importName: string): ts.SourceFile | null {
    return this.reachable.packageFile(importName);
  }

  /** Whether `specifier` names a module that is being loaded when this one is. */
  isCircular(specifier: ts.Expression): boolean {
    return this.reachable.circularImports.some((one) => one.specifier === specifier);
  }

  moduleAlias(file: ts.SourceFile): string {
    const known = this.moduleAliases.get(file);
    if (known !== undefined) return known;
    const alias = aliasOf(file, this);
    this.moduleAliases.set(file, alias);
    this.ownNames.add(alias);
    return alias;
  }

  get isEntry(): boolean {
    return this.modules.isEntry(this.file.fileName);
  }

  get types() {
    return this.analysis.types;
  }

  refuse(node: ts.Node, refusal: Refusal, ...details: string[]): py.Constant {
    const advice = adviceFor(refusal, node, details, this.types);
    const found = refusalAt(rangeOf(node), refusal, details, advice);
    const known = this.diagnostics.some(
      (other) =>
        other.code === found.code &&
        other.line === found.line &&
        other.column === found.column &&
        other.file === found.file,
    );
    if (!known) this.diagnostics.push(found);
    return NONE;
  }

  /** Runs `make` with `stand` wherever `node` is lowered. */
  substituted<T>(node: ts.Node, stand: py.Expression, make: () => T): T {
    const outer = this.stands;
    this.stand(node, stand);
    const result = make();
    this.stands = outer;
    return result;
  }

  /** From here to the end of the statement `value` is what `node` is lowered to. */
  stand(node: ts.Node, value: py.Expression | (() => py.Expression), asCondition = false): void {
    const make = typeof value === "function" ? value : () => value;
    this.stands = new Map(this.stands).set(node, { make, asCondition });
  }

  hasStand(node: ts.Node): boolean {
    return this.stands.has(node);
  }

  standOf(node: ts.Node): py.Expression | undefined {
    return this.stands.get(node)?.make();
  }

  /** What stands for the condition `node`, a boolean already. */
  conditionStand(node: ts.Node): py.Expression | undefined {
    const stand = this.stands.get(node);
    return stand?.asCondition === true ? stand.make() : undefined;
  }

  expression(node: ts.Expression): py.Expression {
    const stand = this.standOf(node);
    return stand ?? this.inOrder(node, () => this.lowered(node));
  }

  /** What `lower` makes of `node`, with all calls of the program's code in JavaScript's order. */
  inOrder(node: ts.Expression, lower: () => py.Expression): py.Expression {
    if (this.depth > 0) return lower();
    this.prepare(node);
    const pending = [...this.pending];
    const result = this.inside(lower);
    const misplaced = misplacedCalls(result);
    const calls = misplaced.size === 0 ? [] : callsEndingAt(node, misplaced);
    if (calls.length === 0) return result;
    // Once more, with these calls before the statement.
    this.pending = pending;
    for (const call of calls) this.keptCalls.add(call);
    this.statementNeeds.clear();
    this.prepare(node);
    return this.inside(lower);
  }

  private inside<T>(lower: () => T): T {
    this.depth++;
    const result = lower();
    this.depth--;
    return result;
  }

  /** `node` without statements of its own. */
  lowered(node: ts.Expression): py.Expression {
    const result = this.inside(() =>
      present(this.standOf(node) ?? this.visitExpression(node), node, this),
    );
    return withSequence(result, node, this);
  }

  /** Puts before the statement what `node`, lowered next, needs there. */
  prepare(node: ts.Expression): void {
    if (this.depth === 0) hoist(node, this);
  }

  private visitExpression(node: ts.Expression): py.Expression {
    checkFlow(node, this);
    // The table is typed by kind, which a lookup cannot express: visitors/index.ts checks the pairs.
    const visitor = (expressionVisitors as Partial<Record<ts.SyntaxKind, unknown>>)[node.kind];
    if (visitor === undefined) return this.refuseSyntax(node);
    const own = (visitor as AnyExpressionVisitor)(node, this);
    if (isMapGiven(node, this)) return builtinCall("list", method(own, "items"));
    const result = isDataArgument(node, this) ? call(this.helper("fields"), [own]) : own;
    return result.kind === "Call" && result.origin === undefined
      ? { ...result, origin: placeOf(node) }
      : result;
  }

  statement(node: ts.Statement): py.Statement[] {
    return lowerStatement(node, this);
  }

  /** Runs `make` and hands over what it preceded (see `precede`) separately. */
  collect(make: () => py.Statement[]): { statements: py.Statement[]; definitions: py.Statement[] } {
    const outer = { pending: this.pending, stands: this.stands, depth: this.depth };
    this.pending = [];
    this.depth = 0;
    const statements = make();
    const definitions = this.pending;
    Object.assign(this, outer);
    return { statements, definitions };
  }

  /**
   * Puts statements before the current one. What has effects has to be known to `needsStatements`
   * (visitors/effects.ts), which keeps what comes before it in temporaries.
   */
  precede(...statements: py.Statement[]): void {
    this.pending.push(...statements);
  }

  /** Puts a function before the statement, once: an expression may be lowered again. */
  define(definition: py.FunctionDefinition): void {
    const isThere = this.pending.some(
      (one) => one.kind === "FunctionDefinition" && one.name === definition.name,
    );
    if (!isThere) this.precede(definition);
  }

  refuseSyntax(node: ts.Node): py.Constant {
    const { what, instead } = describeSyntax(node);
    return this.refuse(node, "unsupportedSyntax", what, instead);
  }

  helper(id: HelperName): py.Name {
    this.helpers.add(id);
    return name(this.unhidden(id));
  }

  /** A member of a module that Python has on all sides. */
  moduleMember(module: "collections" | "math" | "random" | "sys", member: string): py.Name {
    this.extraImports.set(module, (this.extraImports.get(module) ?? new Set()).add(member));
    return name(this.unhidden(member));
  }

  /** Whether the file names something `id`. */
  isNamed(id: string): boolean {
    return this.ownNames.has(id);
  }

  /** `id`, or what stands for it where the file has a name like that. */
  unhidden(id: string): string {
    return this.ownNames.has(id) ? `${id}_` : id;
  }

  /** A name for what a comprehension runs over. */
  element(): py.Name {
    return name(this.unhidden("value"));
  }

  /** An expression whose value nobody uses, as a `for` header has them. */
  expressionAsStatements(node: ts.Expression): py.Statement[] {
    const { statements, definitions } = this.collect(() => visitEffect(node, this));
    return [...definitions, ...statements];
  }

  /** A name for what has none, unlike any other around it. */
  freeName(node: ts.Node, wanted: string): string {
    return this.freeNames.unlikeAny(node, wanted);
  }

  /** A variable for the value of `node`, which is needed twice. */
  temporary(node: ts.Node, wanted: string): py.Name {
    return name(this.freeName(node, wanted));
  }

  /** The Python name of a variable, function, class or import. */
  nameOf(declaration: ts.Declaration): string | undefined {
    const isOwn = declaration.getSourceFile() === this.file;
    return (isOwn ? this.names : this.otherNames).nameOf(declaration);
  }

  /** The name of a declaration that has one of its own. */
  declaredName(node: ts.NamedDeclaration): string {
    const identifier = node.name;
    const fallback =
      identifier !== undefined && ts.isIdentifier(identifier) ? identifier.text : "_";
    return this.nameOf(node) ?? pythonName(fallback);
  }

  /** Whether what an import brings is used other than as a type. */
  isUsed(declaration: ts.Declaration): boolean {
    return isUsedAsValue(declaration, this.file, this.types.checker);
  }

  declarationAt(node: ts.Node): ts.Declaration | undefined {
    return declarationOf(this.types.symbolAt(node));
  }
}
