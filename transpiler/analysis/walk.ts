// Runs over the nodes of a tree. Analyses do it all the time, so the nodes of a file are put in a
// row once: going on in a row costs a fraction of what asking every node for its children does.
import { ts } from "ts-morph";

interface Row {
  /** Every node of a file, each before what is in it. */
  readonly nodes: readonly ts.Node[];
  /** The place in the row behind all that is in the node of this place. */
  readonly ends: readonly number[];
  readonly places: ReadonlyMap<ts.Node, number>;
}

const rows = new WeakMap<ts.SourceFile, Row>();

function rowOf(file: ts.SourceFile): Row {
  const known = rows.get(file);
  if (known !== undefined) return known;
  const nodes: ts.Node[] = [];
  const ends: number[] = [];
  const places = new Map<ts.Node, number>();
  const enter = (node: ts.Node): void => {
    const place = nodes.push(node) - 1;
    places.set(node, place);
    ts.forEachChild(node, enter);
    ends[place] = nodes.length;
  };
  enter(file);
  const row = { nodes, ends, places };
  rows.set(file, row);
  return row;
}

export type KindsOfNodes = ReadonlySet<ts.SyntaxKind>;

/** The nodes of some kinds, with their places in the row. */
interface Picked {
  readonly nodes: readonly ts.Node[];
  readonly places: readonly number[];
}

const picked = new WeakMap<ts.SourceFile, Map<KindsOfNodes, Picked>>();

function pickedOf(file: ts.SourceFile, kinds: KindsOfNodes): Picked {
  const own = picked.get(file) ?? new Map<KindsOfNodes, Picked>();
  picked.set(file, own);
  const known = own.get(kinds);
  if (known !== undefined) return known;
  const nodes: ts.Node[] = [];
  const places: number[] = [];
  rowOf(file).nodes.forEach((node, place) => {
    if (!kinds.has(node.kind)) return;
    nodes.push(node);
    places.push(place);
  });
  const result = { nodes, places };
  own.set(kinds, result);
  return result;
}

const trees = new WeakMap<ts.SourceFile, Map<unknown, unknown>>();

/** What `find`, called `what`, says of `file` by its tree alone: the same as long as the file is. */
export function byTree<T>(file: ts.SourceFile, what: unknown, find: () => T): T {
  const own = trees.get(file) ?? new Map<unknown, unknown>();
  trees.set(file, own);
  if (!own.has(what)) own.set(what, find());
  return own.get(what) as T;
}

type Watcher = (root: ts.Node) => void;

let watcher: Watcher | null = null;

/** Tells `told` of every tree that is run over while `run` runs (rebuild/questions.ts). */
export function watchedBy<T>(told: Watcher | null, run: () => T): T {
  const outer = watcher;
  watcher = told;
  try {
    return run();
  } finally {
    watcher = outer;
  }
}

/** Says that what is in `root` is looked at otherwise than by running over it. */
export const lookInto = <T extends ts.Node>(root: T): T => {
  watcher?.(root);
  return root;
};

/** Every node below `node`, itself included, in order. `enter` says whether to go into one. */
export function walk(node: ts.Node, enter: (node: ts.Node) => boolean | void): void {
  watcher?.(node);
  const { nodes, ends, places } = rowOf(node.getSourceFile());
  const from = places.get(node)!;
  const to = ends[from]!;
  for (let place = from; place < to;)
    place = enter(nodes[place]!) === false ? ends[place]! : place + 1;
}

/**
 * Those of some kinds alone, each time the same set: an analysis that looks for calls has nothing to do
 * with all the rest.
 */
export function walkKinds(
  node: ts.Node,
  kinds: KindsOfNodes,
  enter: (node: ts.Node) => void,
): void {
  someOfKinds(node, kinds, (part) => {
    enter(part);
    return false;
  });
}

export function someOfKinds(
  node: ts.Node,
  kinds: KindsOfNodes,
  test: (node: ts.Node) => boolean,
): boolean {
  watcher?.(node);
  const file = node.getSourceFile();
  const { nodes, places } = pickedOf(file, kinds);
  const { places: all, ends } = rowOf(file);
  const from = all.get(node)!;
  const to = ends[from]!;
  for (let index = firstFrom(places, from); index < places.length && places[index]! < to; index++)
    if (test(nodes[index]!)) return true;
  return false;
}

/** Where the numbers of a list in order are `least` or more. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  for (let high = numbers.length; low < high;) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function some(node: ts.Node, test: (node: ts.Node) => boolean): boolean {
  watcher?.(node);
  const { nodes, ends, places } = rowOf(node.getSourceFile());
  const from = places.get(node)!;
  const to = ends[from]!;
  for (let place = from; place < to; place++) if (test(nodes[place]!)) return true;
  return false;
}
