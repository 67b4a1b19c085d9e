// How long the arrays in an array surely are: `Array.from({ length: rows }, () => new Array(columns).fill(0))`.
import { ts } from "ts-morph";
import { isClosedArray, isClosedField, isUnaliased } from "./closed-arrays";
import { elementsGiven, isStoring } from "./container-methods";
import type { FixedNames } from "./fixed-names";
import type { GrownLengths } from "./grown-lengths";
import { constantly, minus, textOfLinear, type Linear } from "./linear";
import type { LinearForms } from "./linear-forms";
import { madeLength } from "./made-lengths";
import { bare, isWritten } from "./syntax";
import type { Uses } from "./uses";

/** What a row may be copied from: the parameter of `rows.map((row) => [...row])`. */
interface Copied {
  readonly parameter: ts.Declaration | undefined;
  readonly length: Linear | null;
}

const NOT_COPIED: Copied = { parameter: undefined, length: null };

export class RowLengths {
  private readonly known = new Map<ts.Declaration, Linear | null>();

  constructor(
    private readonly uses: Uses,
    private readonly forms: LinearForms,
    private readonly fixed: FixedNames,
    private readonly grown: GrownLengths,
  ) {}

  /** The least length of an element of `rows`, as long as no array like it is made shorter. */
  of(rows: ts.Expression): Linear | null {
    const node = bare(rows);
    const declaration = this.declarationOf(node);
    if (declaration === undefined) return this.least(this.madeBy(node));
    const known = this.known.get(declaration);
    if (known !== undefined) return known;
    this.known.set(declaration, null);
    const result = this.ofDeclaration(declaration);
    this.known.set(declaration, result);
    return result;
  }

  private declarationOf(node: ts.Expression): ts.Declaration | undefined {
    if (ts.isIdentifier(node)) return this.uses.declarationAt(node);
    const isOwn =
      ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
    return isOwn ? this.uses.declarationAt(node.name) : undefined;
  }

  private ofDeclaration(declaration: ts.Declaration): Linear | null {
    const made = this.makerOf(declaration);
    if (made === null) return null;
    const { references } = this.uses.of(declaration);
    const added = references.flatMap((reference) => this.addedAt(reference, declaration));
    return this.least([...this.madeBy(bare(made)), ...added]);
  }

  /** What makes the array of a declaration that is the only way to it; null if others may know it. */
  private makerOf(declaration: ts.Declaration): ts.Expression | null {
    const { captured, writes } = this.uses.of(declaration);
    const { initializer } = declaration as { initializer?: ts.Expression };
    if (ts.isPropertyDeclaration(declaration) && initializer === undefined) {
      const made = this.fixed.isConstant(declaration) ? writes[0]?.value : undefined;
      return made && isClosedField(declaration, made, this.uses) ? made : null;
    }
    const isOwn =
      isClosedArray(declaration, this.uses) ||
      (ts.isVariableDeclaration(declaration) && !captured && isUnaliased(declaration, this.uses));
    return isOwn ? (initializer ?? null) : null;
  }

  /** Whether each element of `rows` is written down with so many elements, and stays so long. */
  areAll(rows: ts.Expression, count: number): boolean {
    const declaration = this.declarationOf(bare(rows));
    const made = declaration === undefined ? rows : this.makerOf(declaration);
    const literal = made && bare(made);
    if (literal === null || !ts.isArrayLiteralExpression(literal)) return false;
    const isWrittenDown = (row: ts.Expression) => {
      const node = bare(row);
      const isPlain = ts.isArrayLiteralExpression(node) && !node.elements.some(ts.isSpreadElement);
      return isPlain && node.elements.length === count;
    };
    const { references } = this.uses.of(declaration);
    return (
      literal.elements.every(isWrittenDown) &&
      (declaration === undefined ||
        references.every((reference) => this.addedAt(reference, declaration).length === 0))
    );
  }

  /** The rows that the use of an array at `reference` puts into it. */
  private addedAt(reference: ts.Node, declaration: ts.Declaration): (Linear | null)[] {
    const isMember =
      ts.isPropertyAccessExpression(reference.parent) && reference.parent.name === reference;
    const access = isMember ? reference.parent : reference;
    const use = access.parent;
    if (ts.isElementAccessExpression(use) && isWritten(use)) return this.storedAt(use, declaration);
    if (!ts.isPropertyAccessExpression(use) || !ts.isCallExpression(use.parent)) return [];
    const { text: method } = use.name;
    const rows = isStoring(method) ? elementsGiven(method, use.parent.arguments) : [];
    return rows.map((row) => this.lengthOf(row, NOT_COPIED));
  }

  private storedAt(
    use: ts.ElementAccessExpression,
    declaration: ts.Declaration,
  ): (Linear | null)[] {
    const { parent } = use;
    if (ts.isBinaryExpression(parent) && parent.left === use)
      return [this.lengthOf(parent.right, NOT_COPIED)];
    // `[rows[i], rows[j]] = [rows[j], rows[i]]`
    const assignment = parent.parent;
    const isSwap =
      ts.isArrayLiteralExpression(parent) &&
      ts.isBinaryExpression(assignment) &&
      ts.isArrayLiteralExpression(assignment.right) &&
      assignment.right.elements.every((element) => this.isElementOf(element, declaration));
    return isSwap ? [] : [null];
  }

  private isElementOf(node: ts.Expression, declaration: ts.Declaration): boolean {
    const inner = bare(node);
    return (
      ts.isElementAccessExpression(inner) &&
      this.declarationOf(bare(inner.expression)) === declaration
    );
  }

  /** The rows that `node` makes an array of. */
  private madeBy(node: ts.Expression): (Linear | null)[] {
    if (ts.isArrayLiteralExpression(node))
      return node.elements.map((element) =>
        ts.isSpreadElement(element) ? null : this.lengthOf(element, NOT_COPIED),
      );
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
      return [null];
    const { expression, name } = node.expression;
    const [first, second] = node.arguments;
    if (name.text === "fill" && first !== undefined && node.arguments.length === 1)
      return [this.lengthOf(first, NOT_COPIED)];
    if (name.text === "map") return [this.resultOf(first, this.of(expression))];
    const isFrom = name.text === "from" && expression.getText() === "Array";
    return [isFrom ? this.resultOf(second, null) : null];
  }

  /** How long what a callback gives is; `length` is that of its first parameter. */
  private resultOf(callback: ts.Expression | undefined, length: Linear | null): Linear | null {
    const node = callback && bare(callback);
    if (node === undefined || !ts.isArrowFunction(node)) return null;
    const copied = { parameter: node.parameters[0], length };
    if (!ts.isBlock(node.body)) return this.lengthOf(node.body, copied);
    const last = node.body.statements.at(-1);
    const isOnly = node.body.statements.length === 1;
    return isOnly && last && ts.isReturnStatement(last) && last.expression
      ? this.lengthOf(last.expression, copied)
      : null;
  }

  private lengthOf(row: ts.Expression, copied: Copied): Linear | null {
    const node = bare(row);
    const source = copySource(node);
    if (
      source !== null &&
      copied.parameter !== undefined &&
      this.uses.declarationAt(source) === copied.parameter &&
      this.uses.of(copied.parameter).writes.length === 0
    )
      return copied.length;
    const length = ts.isIdentifier(node) ? this.grown.lengthOf(node) : madeLength(node, this.forms);
    return length !== null && this.fixed.isFixed(minus(constantly(0), length)) ? length : null;
  }

  private least(lengths: readonly (Linear | null)[]): Linear | null {
    let result: Linear | null = null;
    for (const length of lengths) {
      if (length === null) return null;
      if (result === null) result = length;
      else if (result.terms.size === 0 && length.terms.size === 0)
        result = constantly(Math.min(result.constant, length.constant));
      else if (textOfLinear(result) !== textOfLinear(length)) return null;
    }
    return result;
  }
}

/** `row` of `[...row]`, `row.slice()` and `row.map(f)`. */
function copySource(node: ts.Expression): ts.Expression | null {
  if (ts.isArrayLiteralExpression(node)) {
    const [only, second] = node.elements;
    const isCopy = only !== undefined && second === undefined && ts.isSpreadElement(only);
    return isCopy ? bare(only.expression) : null;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  const isCopy = name.text === "map" || (name.text === "slice" && node.arguments.length === 0);
  return isCopy ? bare(expression) : null;
}
