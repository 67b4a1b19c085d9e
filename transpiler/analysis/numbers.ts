// Tells Python's ints from floats, and bounds them: one interpretation of the whole program over
// intervals, repeated until nothing changes (Cousot & Cousot 1977). Annotations say what comes in
// from elsewhere, everything else follows from what is written where.
import { ts } from "ts-morph";
import type { MissingNumbers } from "./missing-numbers";
import { combine, either, FLAVOURS, int, UNKNOWN, type NumberInfo } from "./number-info";
import type { Callers } from "./callers";
import { counterOf } from "./counters";
import type { Facts } from "./facts";
import { isMaskedNext } from "./masked-writes";
import { NumberSolver } from "./number-solver";
import { NumberSources } from "./number-sources";
import { HELD, type Key, type NumberTable, type Source } from "./number-table";
import { NumberValues } from "./number-values";
import { showsZeros } from "./signed-zeros";
import { Origins } from "./origins";
import { bare, isFunctionNode, type FunctionNode } from "./syntax";
import type { Flavour } from "./type-memory";
import type { Types } from "./types";
import type { Uses } from "./uses";
import type { Write } from "./writes";

export class Numbers {
  private readonly table: NumberTable;
  private readonly solver: NumberSolver;
  private readonly values: NumberValues;
  /** Who calls which function. */
  readonly callers: Callers;
  private readonly flavours = new Map<ts.Node, boolean>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly files: readonly ts.SourceFile[],
    facts: Facts,
  ) {
    const { table, callers, flow } = new NumberSources(types, uses, files);
    this.table = table;
    this.callers = callers;
    this.solver = new NumberSolver(table.sources, (key) => this.isFlavoured(key));
    const origins = new Origins(uses, callers, files);
    this.values = new NumberValues(types, uses, table, callers, this.solver, facts, origins, flow);
    this.solver.solveAll((key) => this.valueOf(key));
    this.lookForZeros();
  }

  private lookForZeros(): void {
    if (this.zerosShow) return;
    if (!this.files.some((file) => showsZeros(file, this.values, this.solver))) return;
    this.values.operations.zerosShow = true;
    this.solver.solve((key) => this.valueOf(key), this.table.sources.keys());
  }

  /** Solves again where a number may be missing that the program reckons with. */
  reckonWith(missing: MissingNumbers): void {
    if (!this.files.some((file) => missing.appearsIn(file))) return;
    const changed = this.values.operations.reckonWith(missing);
    this.solver.solve((key) => this.valueOf(key), changed);
    this.lookForZeros();
  }

  /** Whether the sign of a zero can be seen anywhere. */
  get zerosShow(): boolean {
    return this.values.operations.zerosShow;
  }

  /** What is known about the number that `node` gives; UNKNOWN if it is none. */
  of(node: ts.Expression): NumberInfo {
    return this.values.evaluate(node) ?? UNKNOWN;
  }

  /** What is known about `node` whatever the conditions around it say. */
  everywhere(node: ts.Expression): NumberInfo {
    return this.values.everywhere(node) ?? UNKNOWN;
  }

  /** The numbers in what is iterated; null if there are none. */
  elementsOf(container: ts.Expression): NumberInfo | null {
    return this.values.elementsOf(container);
  }

  /** Whether a container of the program may hold NaN or an infinite number. */
  get holdsUnfinite(): boolean {
    return this.solver.read(HELD)?.finite === false;
  }

  /** Whether what is made at `node` takes part in making its own operands. */
  isCyclic(node: ts.Node): boolean {
    return this.solver.isCyclic(node);
  }

  private valueOf(key: Key): NumberInfo | null {
    const sources = this.table.sources.get(key) ?? [];
    let result: NumberInfo | null = null;
    for (const source of sources) result = either(result, this.ofSource(source));
    return typeof key === "string" ? result : this.flavoured(key, result, sources);
  }

  /** The annotation says which of the two it is; what is written says within which bounds. */
  private flavoured(
    key: ts.Node,
    result: NumberInfo | null,
    sources: readonly Source[],
  ): NumberInfo | null {
    const flavour = isFunctionNode(key) ? this.flavourOfResult(key) : this.types.flavourAt(key);
    const declared = flavour && FLAVOURS[flavour];
    if (declared === undefined) return sources.length === 0 ? this.values.byType(key) : result;
    if (sources.length === 0 || result === null) return declared;
    if (result.large) return result;
    const { low, high } = result;
    return { ...declared, low, high, finite: flavour === "int" || result.finite };
  }

  private flavourOfResult({ type }: FunctionNode): Flavour {
    if (type === undefined) return undefined;
    const find = () => this.types.flavourOf(this.types.checker.getTypeFromTypeNode(type));
    return this.types.memory.fact("flavour of a result", type, find);
  }

  private ofSource(source: Source): NumberInfo | null {
    switch (source.from) {
      case "info":
        return source.info;
      case "key":
        return this.solver.read(source.key);
      case "member":
        return this.values.ofMember(source.owner, source.name);
      case "value":
        return this.values.evaluate(source.node);
      case "elements":
        return this.values.elementsOf(source.node);
      case "write":
        return this.writtenBy(source.write);
    }
  }

  private writtenBy(write: Write): NumberInfo | null {
    const written = this.valueWritten(write);
    if (written === null || (written.kind === "int" && isMaskedNext(write))) return null;
    const limit = this.limitOf(write);
    if (limit === null || limit.high === Infinity) return written;
    // At once, so that nothing is taken to grow with it.
    const areInts = written.kind === "int" && limit.kind === "int";
    return { ...written, high: limit.high + (areInts ? 0 : 1) };
  }

  /** What `i` of `for (…; i < limit; i++)` gets to: a step is taken only below the limit, and nothing else writes. */
  private limitOf({ node }: Write): NumberInfo | null {
    const loop = node.parent;
    if (!ts.isForStatement(loop) || loop.incrementor !== node) return null;
    const { condition } = loop;
    const counter = counterOf(loop, this.uses);
    if (counter === null || condition === undefined || !ts.isBinaryExpression(condition))
      return null;
    const { left, operatorToken, right } = condition;
    const operator = ts.tokenToString(operatorToken.kind);
    if (this.uses.declarationAt(bare(left)) !== counter) return null;
    if (operator !== "<" && operator !== "<=") return null;
    const limit = this.solver.apart(() => this.values.evaluate(right));
    return limit !== null && operator === "<=" ? combine("+", limit, int(0, 1)) : limit;
  }

  private valueWritten({ target, value, operator, node }: Write): NumberInfo | null {
    const text = ts.tokenToString(operator)?.slice(0, -1) ?? "";
    if (text === "" || text === "??" || text === "||" || text === "&&")
      return value === null ? UNKNOWN : this.values.evaluate(value);
    return this.values.operations.of(node ?? target, text, target, value);
  }

  private isFlavoured(key: ts.Node): boolean {
    const before = this.flavours.get(key);
    if (before !== undefined) return before;
    const result = !isFunctionNode(key) && this.types.flavourAt(key) !== undefined;
    this.flavours.set(key, result);
    return result;
  }
}
