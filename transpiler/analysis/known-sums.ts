// What is known about sums at a place: by the conditions around it, by how a name is defined, and by
// what the functions of the library give. Each is said as "this sum is not negative".
import { ts } from "ts-morph";
import { Followers } from "./counters";
import type { Fact, Facts } from "./facts";
import type { FixedNames } from "./fixed-names";
import { constantly, minus, ofAtom, plus, times, type Atom, type Linear } from "./linear";
import type { LinearForms } from "./linear-forms";
import { GrownLengths } from "./grown-lengths";
import { madeLength } from "./made-lengths";
import { RowLengths } from "./row-lengths";
import type { Numbers } from "./numbers";
import { bare, isFunctionNode } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { isStep, type Write } from "./writes";

const ONE = constantly(1);

export class KnownSums {
  private readonly grown: GrownLengths;
  private readonly followers: Followers;
  readonly rows: RowLengths;

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly numbers: Numbers,
    private readonly forms: LinearForms,
    private readonly fixed: FixedNames,
    private readonly facts: Facts,
  ) {
    this.followers = new Followers(uses, forms, fixed);
    this.grown = new GrownLengths(types, uses, forms, fixed);
    this.rows = new RowLengths(uses, forms, fixed, this.grown);
  }

  /** What conditions and definitions around `use` say. */
  around(use: ts.Node): Linear[] {
    const said = this.facts.at(use).flatMap((fact) => this.ofFact(fact));
    return [
      ...said,
      ...this.grown.around(use),
      ...this.followers.around(use),
      ...this.behindLoops(use),
    ];
  }

  /** What the loops above `use` leave behind. */
  private behindLoops(use: ts.Node): Linear[] {
    return statementsAbove(use)
      .filter(ts.isForStatement)
      .flatMap((loop) =>
        this.followers.behind(loop, (turns) =>
          this.facts
            .at(loop)
            .flatMap((fact) => this.ofFact(fact))
            .some((sum) => isAtLeast(turns, sum)),
        ),
      );
  }

  private ofFact({ left, comparison, right }: Fact): Linear[] {
    const a = this.forms.of(left);
    const b = typeof right === "number" ? constantly(right) : this.forms.of(right);
    if (a === null || b === null) return [];
    const defined = [left, right].flatMap((side) =>
      typeof side === "number" ? [] : this.within(side),
    );
    return [...this.compared(a, comparison, b), ...defined].filter((sum) => this.mayStay(sum));
  }

  private compared(a: Linear, comparison: Fact["comparison"], b: Linear): Linear[] {
    const difference = minus(b, a);
    switch (comparison) {
      case "<":
        return [minus(difference, ONE)];
      case "<=":
        return [difference];
      case ">":
        return [minus(times(difference, -1), ONE)];
      case ">=":
        return [times(difference, -1)];
      case "===":
        return [difference, times(difference, -1)];
      case "!==":
        // A length that is not 0.
        return b.terms.size === 0 && b.constant === 0 && isLength(a) ? [minus(a, ONE)] : [];
    }
  }

  /** An array may have grown since: only what holds for a longer one as well is kept. */
  private mayStay(sum: Linear): boolean {
    return [...sum.terms.values()].every(
      ({ atom, factor }) =>
        atom.form === "value" || factor > 0 || this.types.kindAt(atom.node) !== "array",
    );
  }

  /** What the calls and operators in `expression` say about what they give. */
  within(expression: ts.Expression): Linear[] {
    const sum = this.forms.of(expression);
    if (sum === null) return [];
    return [...sum.terms.values()].flatMap(({ atom }) =>
      atom.declaration === undefined ? this.ofResult(atom) : [],
    );
  }

  private ofResult(atom: Atom): Linear[] {
    const { node } = atom;
    const result = ofAtom(atom);
    if (ts.isCallExpression(node)) return this.ofCall(node, result);
    if (!ts.isBinaryExpression(node)) return [];
    const operator = ts.tokenToString(node.operatorToken.kind);
    const right = this.numbers.of(node.right);
    if (operator === "%") {
      const divisor = this.forms.of(node.right);
      return divisor !== null && right.low > 0 ? [minus(minus(divisor, result), ONE)] : [];
    }
    const isShift = operator === ">>" || operator === ">>>";
    if (isShift && right.low === right.high && right.low >= 0 && right.high < 31)
      return this.quotient(result, node.left, 2 ** right.low, operator === ">>");
    const isCut = operator === "|" && right.low === 0 && right.high === 0;
    return isCut ? this.ofDivision(result, node.left) : [];
  }

  private ofCall(node: ts.CallExpression, result: Linear): Linear[] {
    const callee = bare(node.expression);
    if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return [];
    const [first] = node.arguments;
    if (callee.expression.text !== "Math" || first === undefined) return [];
    const method = callee.name.text;
    if (method === "floor" || method === "trunc")
      return this.ofDivision(result, first, method === "floor");
    if (method !== "min" && method !== "max") return [];
    return node.arguments.flatMap((argument) => {
      const other = this.forms.of(argument);
      if (other === null) return [];
      return [
        method === "min" ? minus(other, result) : minus(result, other),
        ...this.within(argument),
      ];
    });
  }

  /** `a / 2` cut to a whole number. */
  private ofDivision(result: Linear, node: ts.Expression, isFloor = false): Linear[] {
    const inner = bare(node);
    if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.SlashToken)
      return [];
    const { low, high } = this.numbers.of(inner.right);
    return low === high && Number.isInteger(low) && low > 0
      ? this.quotient(result, inner.left, low, isFloor)
      : [];
  }

  private quotient(
    result: Linear,
    node: ts.Expression,
    divisor: number,
    isFloor: boolean,
  ): Linear[] {
    const whole = this.forms.of(node);
    // What is below 0 is cut towards 0 by all but floor and `>>`.
    if (whole === null || (!isFloor && this.numbers.of(node).low < 0)) return [];
    const rest = minus(whole, times(result, divisor));
    return [rest, minus(constantly(divisor - 1), rest)];
  }

  /** What the definition of `atom` says, wherever it is asked. */
  ofDefinition(atom: Atom): Linear[] {
    const { declaration } = atom;
    if (declaration === undefined) return this.ofRow(atom, atom.node);
    if (atom.form === "length") return this.ofLength(atom, declaration);
    if (ts.isParameter(declaration)) return this.ofIndex(atom, declaration);
    const { initializer } = declaration as { initializer?: ts.Expression };
    const start = initializer === undefined ? null : this.forms.of(initializer);
    const scope = scopeOfVariable(declaration);
    if (start === null || initializer === undefined || scope === null) return [];
    const more = this.within(initializer);
    const isKept = (sum: Linear) => this.fixed.isFixedWithin(minus(sum, ofAtom(atom)), scope);
    const rise = minus(ofAtom(atom), start);
    const { writes } = this.uses.of(declaration);
    const sums = [
      ...(writes.every((write) => this.moves(write, 1)) ? [rise] : []),
      ...(writes.every((write) => this.moves(write, -1)) ? [times(rise, -1)] : []),
    ];
    return [...sums, ...more].filter((sum) =>
      sum.terms.has(atom.key)
        ? isKept(withoutAtom(sum, atom))
        : this.fixed.isFixedWithin(sum, scope),
    );
  }

  /** `values.map((value, index) => …)`: the index is one of the array. */
  private ofIndex(atom: Atom, parameter: ts.ParameterDeclaration): Linear[] {
    const call = parameter.parent.parent;
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return [];
    const { expression, name } = call.expression;
    const place = name.text.startsWith("reduce") ? 2 : 1;
    const isIndex =
      this.types.kindAt(expression) === "array" && parameter.parent.parameters[place] === parameter;
    if (!isIndex || (call.arguments[0] as ts.Node) !== parameter.parent) return [];
    const sum = minus(minus(this.forms.lengthOf(expression), ofAtom(atom)), ONE);
    return this.fixed.isFixed(sum) ? [sum] : [];
  }

  /** Whether a write makes a variable larger (`by` 1) or smaller (-1), if anything. */
  private moves({ value, operator, node }: Write, by: 1 | -1): boolean {
    const { PlusEqualsToken, MinusEqualsToken, MinusMinusToken } = ts.SyntaxKind;
    if (isStep(node)) return (node.operator === MinusMinusToken ? -1 : 1) === by;
    if (value === null) return false;
    const { low, high, kind } = this.numbers.of(value);
    if (kind !== "int") return false;
    if (operator === PlusEqualsToken) return by === 1 ? low >= 0 : high <= 0;
    return operator === MinusEqualsToken && (by === 1 ? high <= 0 : low >= 0);
  }

  private ofLength(atom: Atom, declaration: ts.Declaration): Linear[] {
    const { writes } = this.uses.of(declaration);
    if (writes.length === 0 && isCharacter(declaration, this.types))
      return [minus(ofAtom(atom), ONE)];
    if (!this.fixed.isConstant(declaration)) return [];
    const rows = rowsRunOver(declaration);
    if (rows !== null) return this.ofRowIn(atom, rows);
    const maker = this.makerOf(declaration);
    if (maker !== null && ts.isElementAccessExpression(bare(maker))) return this.ofRow(atom, maker);
    const length = maker && madeLength(maker, this.forms);
    if (!length || !this.fixed.keepsLength(atom, true)) return [];
    // What it was made as long as may not have grown since.
    const rest = minus(constantly(0), length);
    return this.fixed.isFixed(rest) ? [plus(rest, ofAtom(atom))] : [];
  }

  /** The length of an element of an array of arrays. */
  private ofRow(atom: Atom, node: ts.Expression): Linear[] {
    const inner = bare(node);
    if (atom.form !== "length" || !ts.isElementAccessExpression(inner)) return [];
    return this.ofRowIn(atom, inner.expression);
  }

  private ofRowIn(atom: Atom, rows: ts.Expression): Linear[] {
    const length = this.rows.of(rows);
    return length !== null && this.fixed.keepsLength(atom, true)
      ? [minus(ofAtom(atom), length)]
      : [];
  }

  private makerOf(declaration: ts.Declaration): ts.Expression | null {
    const { initializer } = declaration as { initializer?: ts.Expression };
    if (ts.isParameter(declaration)) return null;
    if (initializer !== undefined) return initializer;
    return this.uses.of(declaration).writes[0]?.value ?? null;
  }
}

/** Whether `sum`, which is not negative, is `least` less something. */
function isAtLeast(least: Linear, sum: Linear): boolean {
  const { terms, constant } = minus(least, sum);
  return terms.size === 0 && constant >= 0;
}

/** The statements that have run before `use` in the blocks around it. */
function statementsAbove(use: ts.Node): ts.Statement[] {
  const result: ts.Statement[] = [];
  for (let node = use; !isFunctionNode(node) && !ts.isSourceFile(node); node = node.parent) {
    const { parent } = node;
    if (!ts.isBlock(parent) && !ts.isSourceFile(parent)) continue;
    result.push(...parent.statements.filter(({ end }) => end <= node.pos));
  }
  return result;
}

const isLength = ({ terms, constant }: Linear) =>
  constant === 0 &&
  terms.size === 1 &&
  [...terms.values()].every(({ atom, factor }) => atom.form === "length" && factor === 1);

const withoutAtom = (sum: Linear, atom: Atom): Linear =>
  plus(sum, ofAtom(atom), -(sum.terms.get(atom.key)?.factor ?? 0));

/** The block, or the `for`, in which a variable is there. */
export function scopeOfVariable(declaration: ts.Declaration): ts.Node | null {
  if (!ts.isVariableDeclaration(declaration)) return null;
  const list = declaration.parent;
  if (ts.isCatchClause(list) || (list.flags & ts.NodeFlags.BlockScoped) === 0) return null;
  return ts.isVariableStatement(list.parent) ? list.parent.parent : list.parent;
}

/** The variable of a loop over the characters of a text. */
function isCharacter(declaration: ts.Declaration, types: Types): boolean {
  if (!ts.isVariableDeclaration(declaration)) return false;
  const loop = declaration.parent.parent;
  return ts.isForOfStatement(loop) && types.kindAt(loop.expression) === "string";
}

/** `rows` of `for (const row of rows)` and of `rows.map((row) => …)`. */
function rowsRunOver(declaration: ts.Declaration): ts.Expression | null {
  if (ts.isVariableDeclaration(declaration)) {
    const loop = declaration.parent.parent;
    return ts.isForOfStatement(loop) ? loop.expression : null;
  }
  const call = declaration.parent.parent;
  const isCallback =
    ts.isParameter(declaration) &&
    declaration.parent.parameters[0] === declaration &&
    ts.isCallExpression(call) &&
    (call.arguments[0] as ts.Node) === declaration.parent &&
    ts.isPropertyAccessExpression(call.expression);
  if (!isCallback) return null;
  const { name, expression } = call.expression as ts.PropertyAccessExpression;
  return ["every", "filter", "forEach", "map", "some"].includes(name.text) ? expression : null;
}
