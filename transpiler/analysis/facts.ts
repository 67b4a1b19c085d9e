// What conditions around a place guarantee there: `if (i < text.length) … text[i]`.
import { ts } from "ts-morph";
import type { Changes } from "./changes";
import { FactSurvival } from "./fact-survival";
import type { Missing } from "./missing-elements";
import { bare, isExit, isFunctionNode, isLoop, isNamed, isSimple, lengthOwner } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { some } from "./walk";

type Comparison = "<" | "<=" | ">" | ">=" | "===" | "!==";

/** `left comparison right` holds. */
export interface Fact {
  readonly left: ts.Expression;
  readonly comparison: Comparison;
  readonly right: ts.Expression | number;
  /** An array whose length is compared may be longer by now. */
  readonly mayBeLonger?: boolean;
  /** A comparison did not hold: of NaN, and of undefined, none does. */
  readonly unlessNaN?: boolean;
}

/** Whether `fact` says that `node` is a number: a comparison by order held, or one with a number. What is false may be anything. */
export const saysItIsThere = ({ comparison, unlessNaN, right }: Fact): boolean =>
  comparison === "==="
    ? typeof right !== "number" && ts.isNumericLiteral(right)
    : comparison !== "!==" && unlessNaN !== true;

/** The right side of a fact that says no more than that the left one is neither null nor undefined. */
const NULLISH = NaN;

/** Which of null and undefined `fact`, which names `node` on its left, says that it is not. */
export function excludedBy(fact: Fact): Missing {
  const { comparison, right } = fact;
  if (comparison !== "!==") {
    const isThere = saysItIsThere(fact);
    return { null: isThere && comparison === "===", undefined: isThere };
  }
  // What is true is neither.
  if (typeof right === "number") return { null: true, undefined: true };
  return {
    null: right.kind === ts.SyntaxKind.NullKeyword,
    undefined: isNamed(right, "undefined"),
  };
}

const NEGATED: Record<Comparison, Comparison> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "===": "!==",
  "!==": "===",
};

const isComparison = (text: string): text is Comparison => text in NEGATED;

/** The facts that `condition` being true (or false) establishes. */
function factsOf(condition: ts.Expression, holds: boolean): Fact[] {
  const node = bare(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return factsOf(node.operand, !holds);
  }
  if (ts.isBinaryExpression(node)) {
    const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
    if (operator === (holds ? "&&" : "||"))
      return [...factsOf(node.left, holds), ...factsOf(node.right, holds)];
    const [left, right] = [bare(node.left), bare(node.right)];
    if (operator === (holds ? "!=" : "=="))
      return isNothing(right) ? [notNullish(left), ...linksOf(left)] : [];
    if (!isComparison(operator)) return [];
    const comparison = holds ? operator : NEGATED[operator];
    const fact: Fact = { left, comparison, right, unlessNaN: !holds };
    return excludesUndefined(fact) ? [fact, ...linksOf(left)] : [fact];
  }
  const fact: Fact = { left: node, comparison: holds ? "!==" : "===", right: 0 };
  return holds ? [fact, ...linksOf(node)] : [fact];
}

const notNullish = (left: ts.Expression): Fact => ({ left, comparison: "!==", right: NULLISH });

const isNothing = (node: ts.Expression): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword || isNamed(node, "undefined");

/** Of `a?.b`, which is not undefined, `a`. */
function linksOf(node: ts.Expression): Fact[] {
  if (!ts.isOptionalChain(node) || ts.isNonNullChain(node)) return [];
  const base = bare(node.expression);
  return [...(node.questionDotToken && isSimple(base) ? [notNullish(base)] : []), ...linksOf(base)];
}

/** Whether `left comparison right`, which holds, does not hold of undefined on the left. */
const excludesUndefined = ({ comparison, right, unlessNaN }: Fact): boolean => {
  if (comparison === "!==") return typeof right !== "number" && isNamed(right, "undefined");
  const isLiteral =
    typeof right !== "number" && (ts.isLiteralExpression(right) || isBoolean(right));
  return comparison === "===" ? isLiteral : unlessNaN !== true;
};

const isBoolean = ({ kind }: ts.Node): boolean =>
  kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword;

/** A place where a condition is known, and the code between there and the use. */
interface Guard {
  readonly facts: readonly Fact[];
  readonly from: ts.Node;
}

/** What conditions say where something is evaluated. */
export class Facts {
  private readonly survival: FactSurvival;
  private readonly known = new WeakMap<ts.Node, readonly Fact[]>();
  private readonly knownAbout = new WeakMap<ts.Node, readonly Fact[]>();

  constructor(types: Types, uses: Uses, changes: Changes) {
    this.survival = new FactSurvival(types, uses, changes);
  }

  /** What holds when `use` is evaluated. Whatever is written in between is taken away again. */
  at(use: ts.Node): readonly Fact[] {
    const before = this.known.get(use);
    if (before !== undefined) return before;
    const facts = this.surviving(use, () => true);
    this.known.set(use, facts);
    return facts;
  }

  /** Those of them that say something about `use` itself. */
  about(use: ts.Expression): readonly Fact[] {
    const before = this.knownAbout.get(use);
    if (before !== undefined) return before;
    const isAbout = ({ left, right }: Fact) =>
      isSame(left, use) || (typeof right !== "number" && isSame(right, use));
    const facts = isSimple(use) ? this.surviving(use, isAbout) : [];
    this.knownAbout.set(use, facts);
    return facts;
  }

  private surviving(use: ts.Node, isWanted: (fact: Fact) => boolean): Fact[] {
    const result: Fact[] = [];
    let outermostLoop: ts.Node | null = null;
    for (let node = use; node.parent !== undefined && !ts.isSourceFile(node); node = node.parent) {
      if (isFunctionNode(node)) break;
      // What stands above a loop holds in it only if no turn of the loop, an earlier one either, undoes it.
      if (isLoop(node)) outermostLoop = node;
      for (const { facts, from } of guardsAbove(node)) {
        const region = { from, to: use, loop: outermostLoop };
        for (const fact of facts) {
          const left = isWanted(fact) ? this.survival.of(fact, region) : null;
          if (left !== null) result.push(left);
        }
      }
    }
    return result;
  }
}

function guardsAbove(node: ts.Node): readonly Guard[] {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.right === node) {
    const operator = ts.tokenToString(parent.operatorToken.kind);
    if (operator === "&&" || operator === "||") {
      return [{ facts: factsOf(parent.left, operator === "&&"), from: parent.left }];
    }
  }
  if (ts.isConditionalExpression(parent) && parent.condition !== node) {
    return [{ facts: factsOf(parent.condition, parent.whenTrue === node), from: parent.condition }];
  }
  if (ts.isIfStatement(parent) && parent.expression !== node) {
    return [
      { facts: factsOf(parent.expression, parent.thenStatement === node), from: parent.expression },
    ];
  }
  if (ts.isWhileStatement(parent) && parent.statement === node) {
    return [{ facts: factsOf(parent.expression, true), from: parent.expression }];
  }
  if (ts.isForStatement(parent) && parent.condition && parent.statement === node) {
    return [
      { facts: factsOf(parent.condition, true), from: parent.incrementor ?? parent.condition },
    ];
  }
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseClause(parent)
    ? guardsBefore(node, parent.statements)
    : [];
}

/** By the tree alone. */
const guardsOfBlocks = new WeakMap<readonly ts.Statement[], readonly Guard[]>();

/** `if (…) return;` and `const n = text.length;` above `node` in its block. */
function guardsBefore(node: ts.Node, statements: readonly ts.Statement[]): readonly Guard[] {
  let guards = guardsOfBlocks.get(statements);
  if (guards === undefined) {
    guards = statements.flatMap(guardsBy);
    guardsOfBlocks.set(statements, guards);
  }
  return guards.filter(({ from }) => from.pos < node.pos);
}

/** What holds behind `statement`. */
function guardsBy(statement: ts.Statement): Guard[] {
  if (
    (ts.isIfStatement(statement) &&
      statement.elseStatement === undefined &&
      isExit(statement.thenStatement)) ||
    (ts.isWhileStatement(statement) && !some(statement.statement, ts.isBreakStatement))
  )
    return [{ facts: factsOf(statement.expression, false), from: statement }];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }): Guard[] =>
    ts.isIdentifier(name) && initializer !== undefined
      ? [{ facts: [{ left: name, comparison: "===", right: bare(initializer) }], from: statement }]
      : [],
  );
}

/** The same names and members in the same order. */
export function isSame(a: ts.Expression, b: ts.Expression): boolean {
  const [left, right] = [bare(a), bare(b)];
  return isSimple(left) && textOf(left) === textOf(right);
}

/** `container.length` */
export function isLengthOf(node: ts.Expression, container: ts.Expression): boolean {
  const owner = lengthOwner(node);
  return owner !== null && isSame(owner, container);
}

const texts = new WeakMap<ts.Node, string>();

function textOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  let text = texts.get(node);
  if (text === undefined) texts.set(node, (text = node.getText()));
  return text;
}
