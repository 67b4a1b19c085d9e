// Bounds of numbers where they are used: what the whole program says, and what guards there add.
import { ts } from "ts-morph";
import { excludedBy, isLengthOf, isSame, saysItIsThere, type Fact, type Facts } from "./facts";
import { MIRRORED, narrowed } from "./number-facts";
import type { MissingValues } from "./missing";
import { either, NEVER, type Missing } from "./missing-elements";
import type { NumberInfo } from "./number-info";
import type { Numbers } from "./numbers";
import { FixedNames } from "./fixed-names";
import { Prover } from "./prover";
import { bare, lengthOwner } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";

export class Bounds {
  private readonly prover: Prover;
  private missing: MissingValues | null = null;
  /** Which indexes are surely inside of their containers. */
  private inside = new WeakMap<ts.Node, boolean>();
  private known = new WeakMap<ts.Node, NumberInfo>();

  constructor(
    private readonly types: Types,
    private readonly numbers: Numbers,
    uses: Uses,
    files: readonly ts.SourceFile[],
    private readonly facts: Facts,
  ) {
    this.prover = new Prover(types, uses, numbers, new FixedNames(types, uses, files), facts);
  }

  /** Numbers are known better now, and what may be missing is known. */
  reckonWith(missing: MissingValues): void {
    this.missing = missing;
    this.inside = new WeakMap();
    this.known = new WeakMap();
  }

  of(node: ts.Expression): NumberInfo {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    let info = this.numbers.of(node);
    for (const fact of this.facts.about(node)) info = this.narrow(info, node, fact);
    const result = this.combined(bare(node), info);
    this.known.set(node, result);
    return result;
  }

  /** Sums of narrowed parts. */
  private combined(node: ts.Expression, info: NumberInfo): NumberInfo {
    if (!ts.isBinaryExpression(node)) return info;
    const operator = ts.tokenToString(node.operatorToken.kind);
    if (operator !== "+" && operator !== "-") return info;
    const left = this.of(node.left);
    const right = this.of(node.right);
    const low = operator === "+" ? left.low + right.low : left.low - right.high;
    // `end - start` after `start < end`
    const ordered =
      operator === "-" &&
      this.facts.about(node.left).some((fact) => this.isAtMost(node.right, node.left, fact));
    return { ...info, low: Math.max(info.low, low || -Infinity, ordered ? 0 : -Infinity) };
  }

  private isAtMost(
    small: ts.Expression,
    large: ts.Expression,
    { left, comparison, right, mayBeLonger }: Fact,
  ): boolean {
    if (typeof right === "number" || (mayBeLonger === true && lengthOwner(small) !== null))
      return false;
    if (isSame(left, small) && isSame(right, large)) return ["<", "<=", "==="].includes(comparison);
    return isSame(right, small) && isSame(left, large) && [">", ">=", "==="].includes(comparison);
  }

  private narrow(info: NumberInfo, node: ts.Expression, fact: Fact): NumberInfo {
    const { left, comparison, right } = fact;
    if (isSame(left, node)) {
      const other =
        typeof right === "number" ? { low: right, high: right } : this.numbers.of(right);
      return narrowed(info, node, fact, other);
    }
    if (typeof right !== "number" && isSame(right, node)) {
      const mirrored = { ...fact, comparison: MIRRORED[comparison] };
      return narrowed(info, node, mirrored, this.numbers.of(left));
    }
    return info;
  }

  isNonNegative(node: ts.Expression): boolean {
    return this.of(node).low >= 0;
  }

  /** Whether `node` is an int from 0 to 2 ** 31 - 1 for sure. */
  isInt31(node: ts.Expression): boolean {
    return this.isSureInt(node) && this.prover.isBetween(node, 2 ** 31 - 1);
  }

  isNonZero(node: ts.Expression): boolean {
    const { low, high } = this.of(node);
    if (low > 0 || high < 0) return true;
    return this.facts
      .about(node)
      .some(
        ({ left, comparison, right }) =>
          isSame(left, node) &&
          comparison === "!==" &&
          (right === 0 || (typeof right !== "number" && right.getText() === "0")),
      );
  }

  /** Whether `node` is an int, and there: what is taken out of an array may be undefined. */
  isSureInt(node: ts.Expression): boolean {
    if (this.numbers.of(node).kind !== "int") return false;
    return this.missing === null || this.isThere(node, this.missing);
  }

  /** Whether `node` is there by what `missing` knows, or by a comparison that held. */
  isThere(node: ts.Expression, missing: MissingValues): boolean {
    return !missing.may(node) || this.facts.about(bare(node)).some(saysItIsThere);
  }

  /** Which of null and undefined the conditions around `node` say that it is not. */
  excludedAt(node: ts.Expression): Missing {
    const said = this.facts
      .about(node)
      .filter(({ left }) => isSame(left, node))
      .map(excludedBy);
    return said.reduce(either, NEVER);
  }

  /** Whether `container[index]` is surely there. */
  isInside(container: ts.Expression, place: ts.Expression): boolean {
    const step = bare(place);
    // `values[i++]` is what `values[i]` is.
    const index = ts.isPostfixUnaryExpression(step) ? step.operand : place;
    const known = this.inside.get(index);
    if (known !== undefined) return known;
    const facts = this.facts.at(index);
    const info = this.of(index);
    const result =
      info.kind === "int" &&
      (this.missing === null || this.isThere(index, this.missing)) &&
      (info.low >= 0 || this.prover.isNonNegative(index)) &&
      (info.high < this.leastLength(container, facts) ||
        facts.some((fact) => this.isBelowLength(container, index, fact, facts)) ||
        this.prover.isBelowLength(index, container));
    this.inside.set(index, result);
    return result;
  }

  /** How long the elements of `rows` surely are; `row` stands for one. */
  leastRow(rows: ts.Expression, row: ts.Node): number {
    return this.prover.leastRow(rows, row as ts.Expression);
  }

  /** Whether each element of `rows` has just so many elements. */
  areRows(rows: ts.Expression, row: ts.Node, count: number): boolean {
    return this.prover.areRows(rows, row as ts.Expression, count);
  }

  /** How long `container` surely is. */
  leastLength(container: ts.Expression, facts: readonly Fact[] = this.facts.at(container)): number {
    const typed = this.types.memory.fact("tuple", container, () => this.leastByType(container));
    if (typed !== null) return typed;
    let least = initialLength(container);
    const text = bare(container);
    for (const { left, comparison, right } of facts) {
      if (
        ts.isIdentifier(left) &&
        isSame(left, text) &&
        typeof right !== "number" &&
        comparison === "==="
      ) {
        least = Math.max(least, initialLength(right));
      }
      if (!isLengthOf(left, container)) continue;
      const { low, high } =
        typeof right === "number" ? { low: right, high: right } : this.numbers.of(right);
      if (comparison === ">") least = Math.max(least, low + 1);
      if (comparison === ">=" || comparison === "===") least = Math.max(least, low);
      if (comparison === "!==" && low === 0 && high === 0) least = Math.max(least, 1);
    }
    return least;
  }

  /** null: it is no tuple. */
  private leastByType(container: ts.Expression): number | null {
    const type = this.types.typeAt(container);
    return this.types.checker.isTupleType(type)
      ? (type as ts.TupleTypeReference).target.minLength
      : null;
  }

  private isBelowLength(
    container: ts.Expression,
    index: ts.Expression,
    { left, comparison, right }: Fact,
    facts: readonly Fact[],
  ): boolean {
    if (typeof right === "number") return false;
    const isIndex = (node: ts.Expression) =>
      isSame(node, index) || isSum(node, index, this.numbers);
    const isLimit = (node: ts.Expression) =>
      isLengthOf(node, container) ||
      facts.some((fact) => {
        if (typeof fact.right === "number" || !isSame(fact.left, node)) return false;
        return fact.comparison === "===" && isLengthOf(fact.right, container);
      });
    if (comparison === "<" && isIndex(left) && isLimit(right)) return true;
    if (comparison === ">" && isIndex(right) && isLimit(left)) return true;
    return false;
  }
}

/** `index + something not negative` */
function isSum(node: ts.Expression, index: ts.Expression, numbers: Numbers): boolean {
  const inner = bare(node);
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.PlusToken)
    return false;
  return isSame(inner.left, index) && numbers.of(inner.right).low >= 0;
}

function initialLength(initializer: ts.Expression): number {
  const node = bare(initializer);
  if (ts.isStringLiteral(node)) return node.text.length;
  if (ts.isArrayLiteralExpression(node))
    return node.elements.some(ts.isSpreadElement) ? 0 : node.elements.length;
  const isSplit = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
  if (isSplit && (node.expression as ts.PropertyAccessExpression).name.text === "split") {
    const separator = node.arguments[0];
    return separator !== undefined && ts.isStringLiteral(separator) && separator.text !== ""
      ? 1
      : 0;
  }
  return 0;
}
