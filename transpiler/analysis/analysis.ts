// The analyses of one program, over all of its files.
import { ts } from "ts-morph";
import { GivenTypes, givenKinds } from "./type-arguments";
import { Asynchrony } from "./asynchrony";
import { usesBoard } from "./board-imports";
import { Bounds } from "./bounds";
import { changesTuples } from "./changed-tuples";
import { Changes } from "./changes";
import { Facts } from "./facts";
import { FunctionNames } from "./function-names";
import { JsonTypes } from "./json-types";
import { MissingValues } from "./missing";
import { MissingNumbers } from "./missing-numbers";
import { Mutations } from "./mutations";
import { NumberKeys } from "./number-keys";
import type { NumberInfo } from "./number-info";
import { Numbers } from "./numbers";
import { textsOf, type Texts } from "./texts";
import { Observed } from "./observed";
import { RecordKeys } from "./record-keys";
import { recurses } from "./recursion";
import { bare, isAssignmentOperator, isRunOver, rememberAccessors } from "./syntax";
import { Types } from "./types";
import { Unknowns } from "./unknowns";
import { Uses } from "./uses";
import { some, walk } from "./walk";
import { WidenedFunctions } from "./widened-functions";

/** What a test of single nodes may ask. */
export interface View {
  readonly analysis: Analysis;
  readonly types: Types;
}

type Test<T> = (node: ts.Node, view: View, detail: T) => boolean;

export class Analysis {
  readonly types: Types;
  readonly uses: Uses;
  readonly numbers: Numbers;
  readonly bounds: Bounds;
  readonly asynchrony: Asynchrony;
  readonly changes: Changes;
  readonly texts: Texts;
  readonly missing: MissingValues;
  readonly missingNumbers: MissingNumbers;
  readonly mutations: Mutations;
  readonly givenTypes: GivenTypes;
  readonly unknowns: Unknowns;
  readonly numberKeys: NumberKeys;
  /** Where the order of a record's members can be seen. */
  readonly observed: Observed;
  readonly recordKeys: RecordKeys;
  readonly jsonTypes: JsonTypes;
  readonly functionNames: FunctionNames;
  readonly widenedFunctions: WidenedFunctions;
  /** Whether a Map or Set of the program may change while it is run over, or be kept half run over. */
  readonly mapsChangeInLoops: boolean;
  /** Whether a text of the program may hold `%`, which means something to the console. */
  readonly percentAppears: boolean;
  /** Whether the program asks which objects are frozen. */
  readonly asksFrozen: boolean;
  /** Whether the program may indent what the console prints. */
  readonly opensGroups: boolean;
  /** Whether a Uint8Array may be a part of another one, or of a buffer. */
  readonly hasByteViews: boolean;
  /** Whether the program uses what only a board has. */
  readonly usesBoard: boolean;
  private readonly found = new Map<unknown, Map<unknown, boolean>>();
  /** The object literals that get members later; null if that may be any. */
  private readonly grown: ReadonlySet<ts.Node> | null;

  constructor(
    readonly checker: ts.TypeChecker,
    private readonly files: readonly ts.SourceFile[],
    nullIsApart = false,
  ) {
    rememberAccessors(files);
    this.types = new Types(checker, nullIsApart);
    if (changesTuples(files, this.types)) this.types.takeTuplesForLists();
    this.types.learnGiven(givenKinds(files, this.types));
    this.uses = new Uses(this.types, files);
    this.recordKeys = new RecordKeys(this.types, files);
    this.jsonTypes = new JsonTypes(this.types, files);
    this.changes = new Changes(this.types, this.uses, files);
    const facts = new Facts(this.types, this.uses, this.changes);
    this.numbers = new Numbers(this.types, this.uses, files, facts);
    this.bounds = new Bounds(this.types, this.numbers, this.uses, files, facts);
    this.asynchrony = new Asynchrony(files);
    this.texts = textsOf(files);
    this.mapsChangeInLoops = files.some((file) => some(file, (node) => this.changesInLoop(node)));
    const grown = files.flatMap((file) => this.grownIn(file));
    this.grown = grown.includes(null) ? null : new Set(grown as ts.Node[]);
    this.percentAppears = files.some((file) => some(file, mayBringPercent));
    this.hasByteViews = files.some((file) => some(file, makesByteView));
    this.usesBoard = usesBoard(files);
    this.mutations = new Mutations(this.types, this.uses);
    this.asksFrozen = files.some((file) => file.text.includes("Object.isFrozen"));
    this.opensGroups = files.some((file) => file.text.includes("console.group"));
    this.missing = new MissingValues(this.types, this.uses, this.bounds, this.recordKeys, files);
    this.missingNumbers = new MissingNumbers(this.types, this.missing);
    this.numbers.reckonWith(this.missingNumbers);
    this.bounds.reckonWith(this.missing);
    this.givenTypes = new GivenTypes(this.types, files);
    this.numberKeys = new NumberKeys(this.types, this.numbers, files);
    this.unknowns = new Unknowns(this.types, this.missing, files);
    this.observed = new Observed(this.types, files);
    this.functionNames = new FunctionNames(this.types, this.uses, files);
    this.widenedFunctions = new WidenedFunctions(this.types, files);
  }

  /** What `node` is as an operand of `operator`, or as an argument that is taken for a number. */
  operand(node: ts.Expression, operator = ""): NumberInfo {
    return this.missingNumbers.with(this.bounds.of(node), node, operator);
  }

  /** Whether `test`, which every program has but once, holds of any node; asked once for each `detail`. */
  anywhere<T>(test: Test<T>, detail: T): boolean {
    const answers = this.found.get(test) ?? new Map<unknown, boolean>();
    this.found.set(test, answers);
    const known = answers.get(detail);
    if (known !== undefined) return known;
    const view = { analysis: this, types: this.types };
    const result = this.files.some((file) => some(file, (node) => test(node, view, detail)));
    answers.set(detail, result);
    return result;
  }

  /** Whether functions of the program may call themselves, through others too. */
  get recurses(): boolean {
    return (this.recursive ??= recurses(this.files, this.uses));
  }
  private recursive: boolean | undefined;

  /** Whether `body` may make `container` longer or shorter: a store inside of an array does neither. */
  mayResize(body: ts.Node, container: ts.Expression): boolean {
    return this.changes.mayChange(
      body,
      container,
      ({ container: changed, index }) =>
        index === undefined || !this.bounds.isInside(changed, index),
    );
  }

  private changesInLoop(node: ts.Node): boolean {
    if (ts.isForOfStatement(node)) {
      const container = this.mapRunOver(node.expression);
      return container !== null && this.changes.mayChange(node.statement, container);
    }
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const { expression, name } = node.expression;
    if (!isMapKind(this.types.kindAt(expression))) return false;
    const [callback] = node.arguments;
    if (name.text === "forEach" && callback !== undefined)
      return this.changes.mayChange(callback, expression);
    return ["entries", "keys", "values"].includes(name.text) && !isRunOver(node);
  }

  /** The Map or Set in `map`, `map.keys()` and the like; null if it is none. */
  private mapRunOver(node: ts.Expression): ts.Expression | null {
    const inner = bare(node);
    if (isMapKind(this.types.kindAt(inner))) return inner;
    if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression))
      return null;
    const { expression } = inner.expression;
    return isMapKind(this.types.kindAt(expression)) ? expression : null;
  }

  mayGrow(literal: ts.Node): boolean {
    return this.grown === null || this.grown.has(literal);
  }

  /** The object literals that `node` may be, followed through variables and arguments; null if others. */
  private originsOf(node: ts.Expression, seen: Set<ts.Node>): (ts.Node | null)[] {
    const inner = bare(node);
    if (ts.isObjectLiteralExpression(inner)) return [inner];
    const declaration = this.uses.declarationAt(
      ts.isPropertyAccessExpression(inner) ? inner.name : inner,
    );
    if (declaration === undefined) return [null];
    if (seen.has(declaration)) return [];
    seen.add(declaration);
    const values = ts.isParameter(declaration)
      ? this.argumentsFor(declaration)
      : this.valuesOf(declaration);
    return values === null ? [null] : values.flatMap((value) => this.originsOf(value, seen));
  }

  private valuesOf(declaration: ts.Declaration): ts.Expression[] | null {
    if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration))
      return null;
    const written = this.uses.of(declaration).writes.map(({ value }) => value);
    const values =
      declaration.initializer === undefined ? written : [declaration.initializer, ...written];
    return values.every((value) => value !== null) ? values : null;
  }

  private argumentsFor(parameter: ts.ParameterDeclaration): ts.Expression[] | null {
    const owner = parameter.parent;
    if (!ts.isFunctionDeclaration(owner)) return null;
    const index = owner.parameters.indexOf(parameter);
    const values: ts.Expression[] = [];
    for (const reference of this.uses.of(owner).references) {
      if (ts.isImportSpecifier(reference.parent)) continue;
      const call = reference.parent;
      const value =
        ts.isCallExpression(call) && call.expression === reference
          ? call.arguments[index]
          : undefined;
      if (value === undefined) return null;
      values.push(value);
    }
    return values;
  }

  /** Whether a store to a member of `node` may be to one that its type does not tell of. */
  private mayGetMembers(node: ts.Expression): boolean {
    const isOpen = (this.types.typeAt(node).flags & ts.TypeFlags.Any) !== 0;
    return isOpen || this.types.kindAt(node) === "dict";
  }

  /** What `record[key] = …` writes to: the literal that its variable is made from, else null. */
  private grownIn(file: ts.SourceFile): (ts.Node | null)[] {
    const found: (ts.Node | null)[] = [];
    walk(file, (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === "Object.assign")
        for (const target of node.arguments.slice(0, 1))
          found.push(...this.originsOf(target, new Set()));
      if (!ts.isBinaryExpression(node) || !isAssignmentOperator(node.operatorToken.kind)) return;
      const target = bare(node.left);
      if (!ts.isElementAccessExpression(target) && !ts.isPropertyAccessExpression(target)) return;
      if (!this.mayGetMembers(target.expression)) return;
      found.push(...this.originsOf(target.expression, new Set()));
    });
    return found;
  }
}

const MAKERS = new Set(["decode", "fromCharCode", "fromCodePoint"]);

/** A literal with `%`, or text that comes from codes or from outside of the program. */
function mayBringPercent(node: ts.Node): boolean {
  if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node))
    return node.text.includes("%");
  if (ts.isIdentifier(node)) return MAKERS.has(node.text);
  return ts.isImportDeclaration(node) && !/^["']\.\.?\//.test(node.moduleSpecifier.getText());
}

const isMapKind = (kind: string) => kind === "map" || kind === "set";

/** `bytes.subarray(1)`, `new Uint8Array(buffer, 4)` */
function makesByteView(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "subarray";
  return (
    ts.isNewExpression(node) &&
    node.expression.getText() === "Uint8Array" &&
    (node.arguments?.length ?? 0) > 1
  );
}
