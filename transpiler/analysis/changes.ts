// What code may change while something goes on around it: how many elements an array, a Map or a Set
// has, and what the variables of other functions stand for.
import { ts } from "ts-morph";
import { ownerOf } from "./fixed-names";
import { OwnEffects, type Change } from "./own-effects";
import { bare, isAssignmentOperator, isInvocation, isWithin, scopeOf } from "./syntax";
import type { Kind, Types } from "./types";
import type { Uses } from "./uses";
import { isStep } from "./writes";

interface Reached {
  readonly functions: ReadonlySet<ts.Node>;
  readonly changes: readonly Change[];
  readonly isUnknown: boolean;
}

export class Changes {
  private readonly effects: OwnEffects;
  private readonly reached = new Map<ts.Node, Reached>();
  private readonly everything: Change[] = [];

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    this.effects = new OwnEffects(types, uses, files);
    for (const file of files) this.everything.push(...this.effects.of(file).changes);
  }

  /** Whether `node` may run functions, or changes the length of an array. */
  areBegunBy(node: ts.Node): boolean {
    return (
      isInvocation(node) ||
      ts.isAwaitExpression(node) ||
      ts.isYieldExpression(node) ||
      ts.isForOfStatement(node) ||
      ts.isSpreadElement(node) ||
      (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) ||
      isElementStep(node) ||
      this.effects.convertersAt(node).length > 0 ||
      (ts.isPropertyAccessExpression(node) && this.effects.isAccessor(node))
    );
  }

  /** Whether running `body` may change how many elements `container` has. */
  mayChange(
    body: ts.Node,
    container: ts.Expression,
    counts: (change: Change) => boolean = () => true,
  ): boolean {
    return this.may(body, container, (change) => change.makes !== "rearranged" && counts(change));
  }

  private may(
    body: ts.Node,
    container: ts.Expression,
    counts: (change: Change) => boolean,
  ): boolean {
    if (ts.isArrayLiteralExpression(bare(container))) return false;
    const isMeant = (change: Change) => counts(change) && this.isRelated(change, container);
    if (!this.everything.some(isMeant)) return false;
    const own = ownerOf(container, this.uses);
    // Nobody else gets at a variable that only one function names.
    const isLocal = own !== undefined && !this.uses.of(own).captured;
    return (isLocal ? this.effects.of(body) : this.reachedFrom(body)).changes.some(isMeant);
  }

  /** Whether running `body` may put other elements into places of `container`. */
  mayRearrange(body: ts.Node, container: ts.Expression): boolean {
    return this.may(body, container, () => true);
  }

  /** Whether running `body` runs no code of the program but its own. */
  runsNothing(body: ts.Node): boolean {
    const { called, callsUnknown } = this.effects.of(body);
    return called.length === 0 && !callsUnknown;
  }

  /** Whether running `body` may take elements away from `container`. */
  mayShorten(body: ts.Node, container: ts.Expression): boolean {
    return this.mayChange(body, container, ({ makes }) => makes === "shorter");
  }

  /** Whether functions that `body` runs may write to a variable that `use` reads. */
  mayAssign(body: ts.Node, declaration: ts.Declaration, use: ts.Node): boolean {
    if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return false;
    const home = scopeOf(declaration);
    const { writes } = this.uses.of(declaration);
    const isForeign = writes.some(({ target }) => scopeOf(target) !== home);
    if (!isForeign && home === scopeOf(use)) return false;
    const { functions, isUnknown } = this.reachedFrom(body);
    return writes.some(({ target }) => {
      if (isUnknown && (scopeOf(target) !== home || home !== scopeOf(use))) return true;
      return (
        scopeOf(target) !== home && [...functions].some((reached) => isWithin(target, reached))
      );
    });
  }

  /** All that running `body` may run. */
  private reachedFrom(body: ts.Node): Reached {
    const known = this.reached.get(body);
    if (known !== undefined) return known;
    const functions = new Set<ts.Node>();
    const changes: Change[] = [];
    const enter = (node: ts.Node): boolean => {
      if (functions.has(node)) return false;
      functions.add(node);
      const effects = this.effects.of(node);
      changes.push(...effects.changes);
      return effects.callsUnknown || effects.called.some(enter);
    };
    const isUnknown = enter(body);
    const result = { functions, changes: isUnknown ? this.everything : changes, isUnknown };
    this.reached.set(body, result);
    return result;
  }

  /** Whether a change may be one of `container`. */
  private isRelated({ container: changed }: Change, container: ts.Expression): boolean {
    const [own, other] = [ownerOf(container, this.uses), ownerOf(changed, this.uses)];
    if (own !== undefined || other !== undefined) return own === other;
    if (this.kindThereAt(changed) !== this.kindThereAt(container)) return false;
    const of = () => new WeakMap<ts.Node, boolean>();
    const known = this.types.memory.fact("assignable, either way", container, of);
    const before = known.get(changed);
    if (before !== undefined) return before;
    const result = this.isAssignable(changed, container);
    known.set(changed, result);
    return result;
  }

  /** Whether the values of one could be those of the other. */
  private isAssignable(changed: ts.Expression, container: ts.Expression): boolean {
    const { checker } = this.types;
    const [type, changedType] = [container, changed].map((node) =>
      checker.getNonNullableType(this.types.typeAt(node)),
    ) as [ts.Type, ts.Type];
    return (
      checker.isTypeAssignableTo(changedType, type) || checker.isTypeAssignableTo(type, changedType)
    );
  }

  /** The kind of `node` where it is neither null nor undefined. */
  private kindThereAt(node: ts.Node): Kind {
    return this.types.memory.fact("kind there", node, () => {
      const type = this.types.checker.getNonNullableType(this.types.typeAt(node));
      return this.types.kindOf(type);
    });
  }
}

/** `counts[i]++` */
const isElementStep = (node: ts.Node) =>
  isStep(node) && ts.isElementAccessExpression(bare(node.operand));
