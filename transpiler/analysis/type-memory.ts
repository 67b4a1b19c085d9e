// What types say of nodes, kept from one build of a program to the next as long as no type can have
// changed (rebuild/). A node that was edited is another node.
import type { ts } from "ts-morph";
import type { Kind } from "./types";

export type Flavour = "int" | "float" | undefined;

interface Declared {
  readonly node: ts.Node | undefined;
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
  /** Where a program decides nothing on kinds. */
  readonly kinds = new WeakMap<ts.Node, ReadonlySet<Kind>>();
  readonly flavours = new WeakMap<ts.Node, { readonly flavour: Flavour }>();
  /** The files of the program; null while there has been no other. */
  files: ReadonlySet<ts.SourceFile> | null = null;
  private readonly declarations = new Map<string, WeakMap<ts.Node, Declared>>();
  private readonly tests = new Map<string, WeakMap<ts.Node, boolean>>();
  private readonly barren = new Map<string, WeakSet<ts.SourceFile>>();

  private stale: Stale | null = null;

  /** For a program where the types of `nodes` alone are others than TypeScript's (stale-types.ts). */
  whereStale(nodes: ReadonlySet<ts.Node>): TypeMemory {
    const memory = this.knownWhere(nodes) ?? new TypeMemory();
    memory.files = this.files;
    this.stale = { nodes, memory, files: this.files };
    return memory;
  }

  /** Of files that are gone or new nothing is known that would be another thing now. */
  private knownWhere(nodes: ReadonlySet<ts.Node>): TypeMemory | null {
    if (this.stale === null) return null;
    const { nodes: before, memory, files } = this.stale;
    const wasThere = (node: ts.Node) => files === null || files.has(node.getSourceFile());
    const isSame =
      [...before].every((node) => nodes.has(node) || !this.isThere(node)) &&
      [...nodes].every((node) => before.has(node) || !wasThere(node));
    return isSame ? memory : null;
  }

  /** What `find`, called `what`, says of `node`, if that is still part of the program. */
  declaration(what: string, node: ts.Node, find: () => Declared["node"]): Declared["node"] {
    const known = (this.declarations.get(what) ?? added(this.declarations, what)).get(node);
    if (known !== undefined && this.isThere(known.node)) return known.node;
    const declared = { node: find() };
    this.declarations.get(what)!.set(node, declared);
    return declared.node;
  }

  private isThere(node: ts.Node | undefined): boolean {
    return this.files === null || node === undefined || this.files.has(node.getSourceFile());
  }

  /** Whether `test`, called `what`, which asks nothing but types, is true of `node`. */
  is(what: string, node: ts.Node, test: () => boolean): boolean {
    const tested = this.tests.get(what) ?? added(this.tests, what);
    const known = tested.get(node);
    if (known !== undefined) return known;
    const result = test();
    tested.set(node, result);
    return result;
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
