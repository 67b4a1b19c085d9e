// Names for what TypeScript has no name for: temporaries, and functions that stand before their place.
import { ts } from "ts-morph";
import { scopeOf } from "../analysis/syntax";
import { BUILTINS } from "../naming/names";
import type { ScopeNames } from "../naming/scope-names";
import { helpers } from "../runtime/helpers";

/** What emitted code calls its own variables, in comprehensions and lambdas. */
const OWN = new Set(["index", "rest", "self", "cls", "value", "values"]);

/** What emitted code imports. */
const IMPORTED = new Set(
  "acos asin atan atan2 ceil cos exp floor log math pi random sin sqrt sys tan".split(" "),
);

export class FreeNames {
  private readonly known = new Map<ts.Node, string>();
  /** Those given in every scope. */
  private readonly given = new Map<ts.Node, Set<string>>();

  /** @param declared every name that the file declares, in Python's spelling */
  constructor(
    private readonly declared: ReadonlySet<string>,
    private readonly names: ScopeNames,
  ) {}

  /** A name for something of `node`, unlike any other of the file. */
  unlikeAny(node: ts.Node, wanted: string): string {
    return this.give(node, wanted, (id) => this.declared.has(id));
  }

  /** A name for what is used beside `node` alone: unlike those that can be seen there. */
  beside(node: ts.Node, wanted: string, otherwise = wanted): string {
    const scope = scopeOf(node);
    // Fields share the constructor with its parameters.
    if (ts.isPropertyDeclaration(scope)) return this.unlikeAny(node, otherwise);
    const visible = this.names.visibleFrom(scope);
    const isFree = !visible.has(wanted) && !this.isReserved(wanted);
    return this.give(node, isFree ? wanted : otherwise, (id) => visible.has(id));
  }

  private give(node: ts.Node, wanted: string, isTaken: (id: string) => boolean): string {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    const scope = scopeOf(node);
    const given = this.given.get(scope) ?? new Set();
    this.given.set(scope, given);
    let id = wanted;
    for (let suffix = 1; given.has(id) || isTaken(id) || this.isReserved(id); suffix++)
      id = `${wanted}_${suffix}`;
    given.add(id);
    this.known.set(node, id);
    return id;
  }

  /** What the file declares itself stands in the way of no import: that gets another name. */
  private isReserved(id: string): boolean {
    if (BUILTINS.has(id)) return true;
    return (
      !this.declared.has(id) && (OWN.has(id) || IMPORTED.has(id) || Object.hasOwn(helpers, id))
    );
  }
}
