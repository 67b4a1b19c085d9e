// What types say of nodes, kept from one build of a program to the next as long as no type can have
// changed (rebuild/). A node that was edited is another node.
import type { ts } from "ts-morph";
import type { Kind } from "./types";

export type Flavour = "int" | "float" | undefined;

interface Declared {
  readonly node: ts.Node | undefined;
  readonly file: ts.SourceFile | undefined;
}

/** What was found at a place, and the files of the nodes in it. */
interface Found {
  readonly value: unknown;
  readonly files: readonly ts.SourceFile[];
}

/** Which nodes of edited files have taken the place of which (rebuild/edits.ts). */
export interface Successions {
  /** The node that stands where `node` stood, with the same text; undefined if there is none. */
  counterpart(node: ts.Node): ts.Node | undefined;
  /** The node for which `now` stands, if it is of the same type. */
  predecessor(now: ts.Node): ts.Node | undefined;
  /** Whether `now` are those that stand where `before` stood, as far as both have places. */
  areSamePlaces(before: Iterable<ts.Node>, now: ReadonlySet<ts.Node>): boolean;
}

/** What has changed since the last build, and what was stale there. */
interface Heritage {
  readonly edits: Successions;
  readonly stale: ReadonlySet<ts.Node>;
}

interface Stale {
  readonly nodes: ReadonlySet<ts.Node>;
  readonly memory: TypeMemory;
  readonly files: TypeMemory["files"];
}

function added<T>(all: Map<string, WeakMap<ts.Node, T>>, what: string): WeakMap<ts.Node, T> {
  const own = new WeakMap<ts.Node, T>();
  all.set(what, own);
  return own;
}

export class TypeMemory {
  private readonly kinds = new WeakMap<ts.Node, ReadonlySet<Kind>>();
  /** The files of the program; null while there has been no other. */
  files: ReadonlySet<ts.SourceFile> | null = null;
  /** Null where nothing of an edited file is what it was. */
  heritage: Heritage | null = null;
  private readonly declarations = new Map<string, WeakMap<ts.Node, Declared>>();
  private readonly facts = new Map<string, WeakMap<ts.Node, { readonly value: unknown }>>();
  private readonly found = new Map<string, WeakMap<ts.Node, Found>>();
  private readonly barren = new Map<string, WeakSet<ts.SourceFile>>();

  private stale: Stale | null = null;

  private tuplesAreLists: TypeMemory | null = null;

  /** For a program that takes its tuples for lists (changed-tuples.ts). */
  get whereTuplesAreLists(): TypeMemory {
    this.tuplesAreLists ??= new TypeMemory();
    this.tuplesAreLists.files = this.files;
    this.tuplesAreLists.heritage = this.heritage;
    return this.tuplesAreLists;
  }

  /** For a program where the types of `nodes` alone are others than TypeScript's (stale-types.ts). */
  whereStale(nodes: ReadonlySet<ts.Node>): TypeMemory {
    const memory = this.knownWhere(nodes) ?? new TypeMemory();
    memory.files = this.files;
    const isSame = this.heritage?.edits.areSamePlaces(this.heritage.stale, nodes) === true;
    memory.heritage = isSame ? this.heritage : null;
    this.stale = { nodes, memory, files: this.files };
    return memory;
  }

  /** Of files that are gone or new nothing is known that would be another thing now. */
  private knownWhere(nodes: ReadonlySet<ts.Node>): TypeMemory | null {
    if (this.stale === null) return null;
    const { nodes: before, memory, files } = this.stale;
    const wasThere = (node: ts.Node) => files === null || files.has(node.getSourceFile());
    const isSame =
      [...before].every((node) => nodes.has(node) || !this.isThere(node.getSourceFile())) &&
      [...nodes].every((node) => before.has(node) || !wasThere(node));
    return isSame ? memory : null;
  }

  /** The kinds of values at `node`. */
  kindsAt(node: ts.Node, find: () => ReadonlySet<Kind>): ReadonlySet<Kind> {
    const known = this.known(this.kinds, node);
    if (known !== undefined) return known;
    const kinds = find();
    this.kinds.set(node, kinds);
    return kinds;
  }

  /** What `find`, called `what`, which asks nothing but types, says of `node`: no node, and no type. */
  fact<T>(what: string, node: ts.Node, find: () => T): T {
    const facts = this.facts.get(what) ?? added(this.facts, what);
    const known = this.known(facts, node);
    if (known !== undefined) return known.value as T;
    const value = find();
    facts.set(node, { value });
    return value;
  }

  /** The declaration that `find`, called `what`, says of `node`, if that is still part of the program. */
  declaration(what: string, node: ts.Node, find: () => Declared["node"]): Declared["node"] {
    const all = this.declarations.get(what) ?? added(this.declarations, what);
    const known = this.known(all, node);
    if (known !== undefined && this.isThere(known.file)) return known.node;
    const found = this.counterpart(known?.node) ?? find();
    all.set(node, { node: found, file: found?.getSourceFile() });
    return found;
  }

  /** The same where `find` gives several. */
  nodes<T extends ts.Node>(what: string, node: ts.Node, find: () => readonly T[]): readonly T[] {
    const all = this.found.get(what) ?? added(this.found, what);
    const known = this.known(all, node);
    if (known?.files.every((file) => this.isThere(file)) === true) return known.value as T[];
    const value = find();
    all.set(node, { value, files: [...new Set(value.map((one) => one.getSourceFile()))] });
    return value;
  }

  private known<T>(all: WeakMap<ts.Node, T>, node: ts.Node): T | undefined {
    const own = all.get(node);
    if (own !== undefined || this.heritage === null) return own;
    const before = this.heritage.edits.predecessor(node);
    const inherited = before && all.get(before);
    if (inherited !== undefined) all.set(node, inherited);
    return inherited;
  }

  /** What stands now where `node` stood, which an edited file had. */
  private counterpart(node: ts.Node | undefined): ts.Node | undefined {
    const now = node && this.heritage?.edits.counterpart(node);
    return now !== undefined && this.isThere(now.getSourceFile()) ? now : undefined;
  }

  private isThere(file: ts.SourceFile | undefined): boolean {
    return this.files === null || file === undefined || this.files.has(file);
  }

  /** Whether `seek`, called `what`, which asks nothing but types, finds something in `file`. */
  has(what: string, file: ts.SourceFile, seek: () => boolean): boolean {
    const barren = this.barren.get(what) ?? new WeakSet();
    this.barren.set(what, barren);
    if (barren.has(file)) return false;
    const found = seek();
    if (!found) barren.add(file);
    return found;
  }
}
