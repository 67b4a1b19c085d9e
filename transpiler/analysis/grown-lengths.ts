// How long an array is behind a loop that pushes in every turn: `for (…; i < n; i++) row.push(0)`.
import { ts } from "ts-morph";
import { counterOf, rangeOf } from "./counters";
import type { FixedNames } from "./fixed-names";
import { constantly, minus, plus, type Linear } from "./linear";
import type { LinearForms } from "./linear-forms";
import { bare, isFunctionNode } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { some } from "./walk";

/** An array, and how many elements it surely has behind a loop, or behind a statement in it. */
interface Growth {
  readonly array: ts.Identifier;
  readonly count: Linear;
  readonly from: ts.Statement;
}

export class GrownLengths {
  private readonly known = new Map<ts.Node, readonly Growth[]>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly forms: LinearForms,
    private readonly fixed: FixedNames,
  ) {}

  /** What is known where `use` is evaluated: lengths less what they surely are. */
  around(use: ts.Node): Linear[] {
    return this.above(use).map(({ array, count }) => minus(this.forms.lengthOf(array), count));
  }

  /** How long the array `node` is at least, where it stands. */
  lengthOf(node: ts.Identifier): Linear | null {
    const declaration = this.uses.declarationAt(node);
    const own = this.above(node).find(
      ({ array }) => this.uses.declarationAt(array) === declaration,
    );
    return own?.count ?? null;
  }

  private above(use: ts.Node): Growth[] {
    const result: Growth[] = [];
    for (let node = use; !isFunctionNode(node) && !ts.isSourceFile(node); node = node.parent) {
      const { parent } = node;
      if (!ts.isBlock(parent) && !ts.isSourceFile(parent)) continue;
      for (const growth of this.inBlock(parent))
        if (growth.from.end <= node.pos) result.push(growth);
    }
    return result;
  }

  private inBlock(block: ts.Block | ts.SourceFile): readonly Growth[] {
    const known = this.known.get(block);
    if (known !== undefined) return known;
    const result = block.statements.flatMap((statement) => this.behind(statement, block));
    this.known.set(block, result);
    return result;
  }

  private behind(statement: ts.Statement, block: ts.Block | ts.SourceFile): Growth[] {
    if (ts.isExpressionStatement(statement)) return this.behindPush(statement, block);
    const isLoop = ts.isForStatement(statement) || ts.isForOfStatement(statement);
    if (!isLoop || some(statement.statement, isJump)) return [];
    const count = ts.isForStatement(statement)
      ? this.turnsOf(statement)
      : this.elementsOf(statement);
    if (count === null || !this.isKept(count, block)) return [];
    const { statement: body } = statement;
    return (ts.isBlock(body) ? [...body.statements] : [body]).flatMap((part) => {
      const array = this.pushedBy(part, statement);
      return array === null ? [] : [{ array, count, from: statement }];
    });
  }

  /** Behind a push in a counting loop it has been done once more than turns are over. */
  private behindPush(statement: ts.ExpressionStatement, block: ts.Node): Growth[] {
    const loop = block.parent;
    if (!ts.isBlock(block) || loop === undefined || !ts.isForStatement(loop)) return [];
    const counter = counterOf(loop, this.uses);
    if (loop.statement !== block || counter === null || some(block, isJump)) return [];
    const array = this.pushedBy(statement, loop);
    const start = this.forms.of(counter.initializer as ts.Expression);
    const turn = this.forms.of(counter.name as ts.Identifier);
    if (array === null || start === null || turn === null || !this.isKept(start, loop)) return [];
    return [{ array, count: plus(minus(turn, start), constantly(1)), from: statement }];
  }

  /** The array from outside of `loop` that `statement` pushes to, which nothing makes shorter. */
  private pushedBy(statement: ts.Statement, loop: ts.Statement): ts.Identifier | null {
    const call = ts.isExpressionStatement(statement) ? bare(statement.expression) : statement;
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null;
    const { expression: array, name } = call.expression;
    const isPush = name.text === "push" && call.arguments.length > 0;
    if (!isPush || !ts.isIdentifier(array) || call.arguments.some(ts.isSpreadElement)) return null;
    const declaration = this.uses.declarationAt(array);
    const isOutside = declaration !== undefined && declaration.end <= loop.pos;
    const isKept =
      this.fixed.isConstant(declaration) &&
      this.fixed.keepsLength(this.forms.atomOf(array, "length"), true);
    return isOutside && isKept ? array : null;
  }

  private turnsOf(loop: ts.ForStatement): Linear | null {
    const range = rangeOf(loop, this.uses, this.forms);
    return range && minus(range.end, range.start);
  }

  private elementsOf({ expression, awaitModifier }: ts.ForOfStatement): Linear | null {
    const isList = this.types.kindAt(expression) === "array" && ts.isIdentifier(bare(expression));
    return isList && awaitModifier === undefined ? this.forms.lengthOf(expression) : null;
  }

  /** Whether what is counted by stays the same in all of `block`. */
  private isKept(count: Linear, block: ts.Node): boolean {
    return this.fixed.isFixedWithin(minus(constantly(0), count), block);
  }
}

/** What may leave a turn early. */
const isJump = (node: ts.Node): boolean =>
  ts.isBreakStatement(node) || ts.isContinueStatement(node);
