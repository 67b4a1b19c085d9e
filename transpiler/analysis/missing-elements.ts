// What arrays, Maps and records with any keys may hold beside what their types say: all that hold
// values of one sort together, as any of them may be another's alias.
import { ts } from "ts-morph";
import type { Kind, Types } from "./types";

export interface Missing {
  readonly null: boolean;
  readonly undefined: boolean;
}

export const NEVER: Missing = { null: false, undefined: false };
export const UNDEFINED: Missing = { null: false, undefined: true };

export const either = (a: Missing, b: Missing): Missing => ({
  null: a.null || b.null,
  undefined: a.undefined || b.undefined,
});

/** Which of the two `type` itself includes. */
export function partsMissing(type: ts.Type): Missing {
  const has = (flags: ts.TypeFlags) =>
    (type.isUnion() ? type.types : [type]).some((part) => (part.flags & flags) !== 0);
  return { null: has(ts.TypeFlags.Null), undefined: has(ts.TypeFlags.Undefined) };
}

export const isAny = (missing: Missing): boolean => missing.null || missing.undefined;

const SORTS = ["boolean", "number", "object", "string"] as const;
type Sort = (typeof SORTS)[number];

export class MissingElements {
  private readonly bySort = new Map<Sort, Missing>();

  constructor(private readonly types: Types) {}

  /** `node` stands for what may be missing among the elements. */
  enter(missing: Missing, node: ts.Node): void {
    this.enterOf(missing, this.types.kindsAt(node));
  }

  enterOf(missing: Missing, kinds: ReadonlySet<Kind>): void {
    if (!isAny(missing)) return;
    for (const sort of sortsOf(kinds)) this.bySort.set(sort, either(this.ofSort(sort), missing));
  }

  /** What an element that `node` reads may be. */
  at(node: ts.Node): Missing {
    return this.ofKinds(this.types.kindsAt(node));
  }

  ofKinds(kinds: ReadonlySet<Kind>): Missing {
    return sortsOf(kinds).reduce((all, sort) => either(all, this.ofSort(sort)), NEVER);
  }

  /** What an element of any sort may be. */
  get all(): Missing {
    return [...this.bySort.values()].reduce(either, NEVER);
  }

  /** The same text for the same knowledge. */
  get state(): string {
    return JSON.stringify(SORTS.map((sort) => this.ofSort(sort)));
  }

  private ofSort(sort: Sort): Missing {
    return this.bySort.get(sort) ?? NEVER;
  }
}

function sortsOf(kinds: ReadonlySet<Kind>): readonly Sort[] {
  const given = [...kinds].filter((kind) => kind !== "null");
  if (given.length === 0 || given.includes("unknown")) return SORTS;
  return given.map((kind) =>
    kind === "boolean" || kind === "number" || kind === "string" ? kind : "object",
  );
}
