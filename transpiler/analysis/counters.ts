// The counters of loops, and variables that a loop counts up at most once in a turn: those stay behind.
import { ts } from "ts-morph";
import type { FixedNames } from "./fixed-names";
import { constantly, minus, ofAtom, plus, type Linear } from "./linear";
import type { LinearForms } from "./linear-forms";
import { bare, isFunctionNode, isLoop, isWithin } from "./syntax";
import type { Uses } from "./uses";
import { walk } from "./walk";
import { isStep } from "./writes";

/** `i` of `for (let i = 0; …; i++)`, which nothing else writes to. */
export function counterOf(
  { initializer, incrementor }: ts.ForStatement,
  uses: Uses,
): ts.VariableDeclaration | null {
  if (!initializer || !ts.isVariableDeclarationList(initializer)) return null;
  const [variable] = initializer.declarations;
  if (variable?.initializer === undefined || !ts.isIdentifier(variable.name)) return null;
  const { writes } = uses.of(variable);
  const [only] = writes;
  const isCounted =
    only !== undefined &&
    only.node === incrementor &&
    only.operator === ts.SyntaxKind.PlusEqualsToken &&
    (only.value === null || only.value.getText() === "1");
  return writes.length === 1 && isCounted ? variable : null;
}

/** Where a loop starts and ends to count; null if it does not count by 1. */
export function rangeOf(
  loop: ts.ForStatement,
  uses: Uses,
  forms: LinearForms,
): { start: Linear; end: Linear } | null {
  const variable = counterOf(loop, uses);
  const { condition } = loop;
  if (variable === null || condition === undefined || !ts.isBinaryExpression(condition))
    return null;
  if (uses.declarationAt(bare(condition.left)) !== variable) return null;
  const operator = ts.tokenToString(condition.operatorToken.kind);
  const end = forms.of(condition.right);
  const start = forms.of(variable.initializer!);
  if (end === null || start === null || (operator !== "<" && operator !== "<=")) return null;
  return { start, end: plus(end, constantly(operator === "<=" ? 1 : 0)) };
}

/** `write++` in a loop, at one place. */
interface Follower {
  readonly declaration: ts.VariableDeclaration;
  readonly step: ts.Node;
  readonly start: Linear;
  /** Nothing behind the loop writes to it. */
  readonly isLast: boolean;
}

export class Followers {
  private readonly known = new Map<ts.ForStatement, readonly Follower[]>();

  constructor(
    private readonly uses: Uses,
    private readonly forms: LinearForms,
    private readonly fixed: FixedNames,
  ) {}

  /** In a loop what follows its counter has gone at most as far; after `step` one further. */
  around(use: ts.Node): Linear[] {
    const result: Linear[] = [];
    for (let node = use; !isFunctionNode(node) && !ts.isSourceFile(node); node = node.parent) {
      const { parent } = node;
      if (!ts.isForStatement(parent) || parent.statement !== node) continue;
      const counter = counterOf(parent, this.uses);
      const turn = counter && this.forms.of(counter.name as ts.Identifier);
      const first = counter && this.forms.of(counter.initializer!);
      if (!turn || !first) continue;
      for (const { declaration, step, start } of this.of(parent)) {
        const gone = minus(this.valueOf(declaration), start);
        const room = constantly(use.pos > step.pos && !isWithin(use, step) ? 1 : 0);
        result.push(plus(minus(minus(turn, first), gone), room));
      }
    }
    return result;
  }

  /** Behind a loop what followed its counter has gone at most as far as the loop has turns, if it has any. */
  behind(loop: ts.ForStatement, isTaken: (turns: Linear) => boolean): Linear[] {
    const range = rangeOf(loop, this.uses, this.forms);
    if (range === null) return [];
    const turns = minus(range.end, range.start);
    if (!isTaken(turns)) return [];
    return this.of(loop).flatMap(({ declaration, start, isLast }) => {
      if (!isLast) return [];
      const sum = minus(turns, minus(this.valueOf(declaration), start));
      return this.isFixed(plus(sum, this.valueOf(declaration)), declaration) ? [sum] : [];
    });
  }

  private valueOf(declaration: ts.VariableDeclaration): Linear {
    return ofAtom(this.forms.atomOf(declaration.name as ts.Identifier, "value"));
  }

  private isFixed(sum: Linear, declaration: ts.VariableDeclaration): boolean {
    const list = declaration.parent.parent;
    return ts.isVariableStatement(list) && this.fixed.isFixedWithin(sum, list.parent);
  }

  private of(loop: ts.ForStatement): readonly Follower[] {
    const known = this.known.get(loop);
    if (known !== undefined) return known;
    const result: Follower[] = [];
    walk(loop.statement, (node) => {
      if (isFunctionNode(node)) return false;
      const follower = isStep(node) ? this.followerAt(node, loop) : null;
      if (follower !== null) result.push(follower);
      return true;
    });
    this.known.set(loop, result);
    return result;
  }

  private followerAt(
    step: ts.PostfixUnaryExpression | ts.PrefixUnaryExpression,
    loop: ts.ForStatement,
  ): Follower | null {
    const declaration = this.uses.declarationAt(bare(step.operand));
    if (step.operator !== ts.SyntaxKind.PlusPlusToken || !declaration) return null;
    if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
      return null;
    const { writes, captured } = this.uses.of(declaration);
    const list = declaration.parent.parent;
    const others = writes.filter(({ target }) => target !== step.operand);
    const isOnly = !captured && others.every(({ target }) => target.pos >= loop.end);
    if (!ts.isVariableStatement(list)) return null;
    if (!isOnly || !isOncePerTurn(step, loop) || !isRunOnce(loop, list.parent)) return null;
    const start = this.forms.of(declaration.initializer);
    const isKept = start !== null && this.fixed.isFixedWithin(start, list.parent);
    return isKept ? { declaration, step, start, isLast: others.length === 0 } : null;
  }
}

/** No loop inside of `loop` runs `step`. */
function isOncePerTurn(step: ts.Node, loop: ts.ForStatement): boolean {
  let node = step.parent;
  while (node !== loop && !isLoop(node)) node = node.parent;
  return node === loop;
}

/** Whether `loop` runs once where what `block` declares is there. */
function isRunOnce(loop: ts.Node, block: ts.Node): boolean {
  let node = loop.parent;
  while (node !== block && !isLoop(node) && !isFunctionNode(node) && !ts.isSourceFile(node))
    node = node.parent;
  return node === block;
}
