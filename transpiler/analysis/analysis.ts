// The analyses of one program, over all of its files.
import type { ts } from "ts-morph";
import { Asynchrony } from "./asynchrony";
import { usesBoard } from "./board-imports";
import { Bounds } from "./bounds";
import { changesTuples } from "./changed-tuples";
import { CaughtValues } from "./caught-values";
import { Changes } from "./changes";
import { opensGroups, percentAppears } from "./console-uses";
import { Facts } from "./facts";
import { FallbackTypes } from "./fallback-types";
import { FunctionNames } from "./function-names";
import { GrownRecords } from "./grown-records";
import { openEnds } from "./iterator-ends";
import { JsonTypes } from "./json-types";
import { mapsChangeInLoops } from "./map-loops";
import { readsMemberOfAny } from "./members-by-key";
import { MissingValues } from "./missing";
import { MissingNumbers } from "./missing-numbers";
import { Mutations } from "./mutations";
import type { NumberInfo } from "./number-info";
import { NumberKeys } from "./number-keys";
import { Numbers } from "./numbers";
import { Observed } from "./observed";
import { RecordKeys } from "./record-keys";
import { OpenRecords } from "./open-records";
import { recurses } from "./recursion";
import { rememberAccessors } from "./syntax";
import { StaleTypes } from "./stale-types";
import { TakenErrors } from "./taken-errors";
import { textsOf, type Texts } from "./texts";
import { GivenTypes, givenKinds } from "./type-arguments";
import type { TypeMemory } from "./type-memory";
import { Types } from "./types";
import { Unknowns } from "./unknowns";
import { Uses } from "./uses";
import { byTree, some } from "./walk";
import { WholeBytes } from "./whole-bytes";
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
  readonly takenErrors: TakenErrors;
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
  readonly openRecords: OpenRecords;
  readonly numberKeys: NumberKeys;
  /** Where the order of a record's members can be seen. */
  readonly observed: Observed;
  readonly recordKeys: RecordKeys;
  readonly grownRecords: GrownRecords;
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
  readonly wholeBytes: WholeBytes;
  /** Whether the program uses what only a board has. */
  readonly usesBoard: boolean;
  private readonly found = new Map<unknown, Map<unknown, boolean>>();
  /** The names of all getters. */
  readonly accessors: ReadonlySet<string>;

  constructor(
    readonly checker: ts.TypeChecker,
    private readonly files: readonly ts.SourceFile[],
    nullIsApart = false,
    memory?: TypeMemory,
  ) {
    this.accessors = rememberAccessors(files);
    this.types = new Types(checker, nullIsApart, memory);
    if (changesTuples(files, this.types)) this.types.takeTuplesForLists();
    const ends = openEnds(files, this.types);
    this.types.iteratorsEndWithNothing = ends !== null;
    this.types.learnGiven(givenKinds(files, this.types));
    this.uses = new Uses(this.types, files);
    this.takenErrors = new TakenErrors(this.types, this.uses, files);
    this.types.learnSymbols(this.takenErrors.symbols);
    const stale = new StaleTypes(this.types, this.uses).in(files);
    this.types.learnStale(
      new Map([...stale, ...(ends ?? []), ...this.takenErrors.types]),
      new FallbackTypes(this.types, this.uses).in(files),
    );
    this.recordKeys = new RecordKeys(this.types, files);
    this.jsonTypes = new JsonTypes(this.types, files);
    this.changes = new Changes(this.types, this.uses, files);
    const facts = new Facts(this.types, this.uses, this.changes);
    this.numbers = new Numbers(this.types, this.uses, files, facts);
    this.bounds = new Bounds(this.types, this.numbers, this.uses, files, facts);
    this.asynchrony = new Asynchrony(files);
    this.texts = textsOf(files);
    this.mapsChangeInLoops = mapsChangeInLoops(files, this.types, this.changes);
    this.grownRecords = new GrownRecords(this.types, this.uses, files);
    this.percentAppears = percentAppears(files);
    this.wholeBytes = new WholeBytes(this.types, this.uses, files);
    this.usesBoard = usesBoard(files);
    this.mutations = new Mutations(this.types, this.uses);
    this.asksFrozen = files.some((file) => file.text.includes("Object.isFrozen"));
    this.opensGroups = opensGroups(files);
    this.missing = new MissingValues(
      this.types,
      this.uses,
      this.bounds,
      this.recordKeys,
      this.takenErrors,
      files,
    );
    this.missingNumbers = new MissingNumbers(this.types, this.missing);
    this.numbers.reckonWith(this.missingNumbers);
    this.bounds.reckonWith(this.missing);
    this.givenTypes = new GivenTypes(this.types, files);
    this.numberKeys = new NumberKeys(this.types, this.numbers, files);
    this.unknowns = new Unknowns(
      this.types,
      this.missing,
      new CaughtValues(this.types, this.uses),
      files,
    );
    this.openRecords = new OpenRecords(
      this.types,
      this.uses,
      this.unknowns,
      this.recordKeys,
      files,
    );
    this.observed = new Observed(this.types, files);
    this.functionNames = new FunctionNames(this.types, this.uses, files);
    this.widenedFunctions = new WidenedFunctions(this.types, files);
  }

  /** Whether the console or JSON may be given instances of a class. */
  isInspected(node: ts.ClassLikeDeclaration): boolean {
    const isHeld = (one: ts.ClassLikeDeclaration) => this.unknowns.holdInstancesOf(one);
    const isReadByKey = () => this.readsMembersOfAny || this.openRecords.takeInstances;
    if (isReadByKey() && isHeld(node)) return true;
    return this.observed.isInspected(node, isHeld);
  }

  /** Whether members of what may be anything are read by their names. */
  get readsMembersOfAny(): boolean {
    return this.anywhere(readsMemberOfAny, undefined);
  }

  /** What `node` is as an operand of `operator`, or as an argument that is taken for a number. */
  operand(node: ts.Expression, operator = ""): NumberInfo {
    return this.missingNumbers.with(this.bounds.of(node), node, operator);
  }

  /** Whether `test`, of which there is but one, holds of any node of the program, by the trees of its files alone. */
  inTrees(test: (node: ts.Node) => boolean): boolean {
    const holds = (file: ts.SourceFile) => byTree(file, test, () => some(file, test));
    return this.once(test, null, () => this.files.some(holds));
  }

  /** The same by all that is known; asked once for each `detail`. */
  anywhere<T>(test: Test<T>, detail: T): boolean {
    const view = { analysis: this, types: this.types };
    const holds = (file: ts.SourceFile) => some(file, (node) => test(node, view, detail));
    return this.once(test, detail, () => this.files.some(holds));
  }

  private once(test: unknown, detail: unknown, find: () => boolean): boolean {
    const answers = this.found.get(test) ?? new Map<unknown, boolean>();
    this.found.set(test, answers);
    const known = answers.get(detail);
    if (known !== undefined) return known;
    const result = find();
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
}
