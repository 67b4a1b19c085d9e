// The fixpoint: keys are made again as long as what they are made from changes. What is made from
// itself, through others too, is known to grow in circles.
import type { ts } from "ts-morph";
import { components } from "./components";
import { either, same, widen, type NumberInfo } from "./number-info";
import { DICT, MEMBERS, type Key } from "./number-table";

const ROUNDS_BEFORE_WIDENING = 4;
const MAXIMUM_ROUNDS = 40;

/** A value, and the keys that it was made from. */
export interface Traced {
  readonly info: NumberInfo | null;
  readonly keys: ReadonlySet<Key>;
}

/** What a key is made from as things stand. */
type Make = (key: Key) => NumberInfo | null;

export class NumberSolver {
  private readonly state = new Map<Key, NumberInfo | null>();
  /** The keys that would be the same if they were made again: nothing that they read has changed since. */
  private readonly made = new Set<Key>();
  /** Which keys are made again when a key, or what is known of an operation, changes. */
  private readonly readers = new Map<Key, Set<Key>>();
  /** Which variables the value of one is made from. */
  private readonly readings = new Map<Key, Set<Key>>();
  private reading: Set<Key> = new Set();
  private current: Key | null = null;
  /** Of the keys that are made from themselves, the number of their circle. */
  private circles = new Map<Key, number>();
  /** What takes part in making its own operands, and the keys whose making has shown it. */
  private readonly cyclic = new Map<ts.Node, Set<Key>>();
  private readonly circlesOf = new Map<Key, readonly ts.Node[]>();
  /** The keys that are taken for more than what they are made from. */
  private readonly loose = new Set<Key>();
  /** How often everything was solved. */
  solved = 0;

  /** @param isApart whether what a key says does not depend on what it is made from */
  constructor(
    private readonly keys: ReadonlyMap<Key, unknown>,
    private readonly isApart: (key: ts.Node) => boolean,
  ) {}

  /** Without circles at first; then, if there are any, with them. */
  solveAll(make: Make): void {
    this.solve(make, this.keys.keys());
    this.circles = components(this.readings);
    if (this.circles.size > 0) this.solve(make, this.circles.keys());
  }

  /** Makes `changed` and all that is made from them, through others too, from the beginning. */
  solve(make: Make, changed: Iterable<Key>): void {
    for (const key of this.madeFrom(changed)) {
      this.state.set(key, null);
      this.made.delete(key);
      this.forgetCircles(key);
    }
    for (let round = 0; round < MAXIMUM_ROUNDS; round++)
      if (!this.isChangedBy(make, round >= ROUNDS_BEFORE_WIDENING)) break;
    this.narrow(make);
    this.current = null;
    this.solved += 1;
  }

  private madeFrom(changed: Iterable<Key>): Set<Key> {
    const result = new Set(changed);
    for (const key of result) for (const reader of this.readers.get(key) ?? []) result.add(reader);
    return result;
  }

  private isChangedBy(make: Make, isWidening: boolean): boolean {
    let changed = false;
    for (const key of this.keys.keys()) {
      if (this.made.has(key)) continue;
      const before = this.get(key);
      const info = this.remade(key, make);
      let after = either(before, info);
      if (after !== null && before !== null && isWidening) after = widen(before, after);
      if (same(info, after)) this.loose.delete(key);
      else this.loose.add(key);
      changed = this.set(key, after) || changed;
    }
    return changed;
  }

  /** What was widened too far comes back by what is written (a narrowing pass). */
  private narrow(make: Make): void {
    for (const key of this.loose) this.made.delete(key);
    this.loose.clear();
    for (let pass = 0; pass < 2; pass++)
      for (const key of this.keys.keys()) {
        if (this.made.has(key)) continue;
        const circles = this.forgetCircles(key);
        this.set(key, this.remade(key, make));
        for (const node of circles) if (!this.cyclic.has(node)) this.changed(node);
      }
  }

  private remade(key: Key, make: Make): NumberInfo | null {
    this.current = key;
    this.reading = this.readings.get(key) ?? new Set();
    this.readings.set(key, this.reading);
    const info = make(key);
    // What it reads of itself makes it stale again as soon as it is set.
    this.made.add(key);
    return info;
  }

  private set(key: Key, info: NumberInfo | null): boolean {
    if (same(this.get(key), info)) return false;
    this.state.set(key, info);
    this.changed(key);
    return true;
  }

  private changed(key: Key): void {
    for (const reader of this.readers.get(key) ?? []) this.made.delete(reader);
  }

  has(key: Key): boolean {
    return this.state.has(key);
  }

  get isSolving(): boolean {
    return this.current !== null;
  }

  /** What is being made. */
  get making(): Key | null {
    return this.current;
  }

  entries(): Iterable<[Key, NumberInfo | null]> {
    return this.state;
  }

  read(key: Key): NumberInfo | null {
    this.depend(key);
    // Through what all records share everything would be made from everything.
    // What is declared `int` is one, whatever it is made from; only what is made from itself grows.
    const isShared = key === DICT || key === MEMBERS;
    const isOwn = key === this.current;
    if (typeof key === "string" ? !isShared || isOwn : isOwn || !this.isApart(key))
      this.reading.add(key);
    return this.get(key);
  }

  private get(key: Key): NumberInfo | null {
    return this.state.get(key) ?? null;
  }

  private depend(key: Key): void {
    if (this.current === null) return;
    const readers = this.readers.get(key);
    if (readers === undefined) this.readers.set(key, new Set([this.current]));
    else readers.add(this.current);
  }

  /** A value, and whether the variable that is being made takes part in it. */
  operand(evaluate: () => NumberInfo | null): [NumberInfo | null, boolean] {
    const { info, keys } = this.traced(evaluate);
    const own = this.current === null ? undefined : this.circles.get(this.current);
    return [info, own !== undefined && [...keys].some((key) => this.circles.get(key) === own)];
  }

  /** A value, and what it is made from. */
  traced(evaluate: () => NumberInfo | null): Traced {
    const keys = new Set<Key>();
    const info = this.apart(evaluate, keys);
    return { info: this.readAgain({ info, keys }), keys };
  }

  /** A bound of the variable that is being made: it does not grow by it. */
  apart(evaluate: () => NumberInfo | null, keys = new Set<Key>()): NumberInfo | null {
    const outer = this.reading;
    this.reading = keys;
    const info = evaluate();
    this.reading = outer;
    return info;
  }

  /** What was made before takes part in what is made now. */
  readAgain({ info, keys }: Traced): NumberInfo | null {
    for (const key of keys) this.reading.add(key);
    return info;
  }

  /** What is made at `node` takes part in making its own operands. */
  setCyclic(node: ts.Node): void {
    const key = this.current!;
    const makers = this.cyclic.get(node);
    if (makers?.has(key)) return;
    this.circlesOf.set(key, [...(this.circlesOf.get(key) ?? []), node]);
    if (makers !== undefined) makers.add(key);
    else {
      this.cyclic.set(node, new Set([key]));
      this.changed(node);
    }
  }

  /** Gives back where making `key` has found that something takes part in making its own operands. */
  private forgetCircles(key: Key): readonly ts.Node[] {
    const nodes = this.circlesOf.get(key) ?? [];
    this.circlesOf.delete(key);
    for (const node of nodes) {
      const makers = this.cyclic.get(node)!;
      makers.delete(key);
      if (makers.size === 0) this.cyclic.delete(node);
    }
    return nodes;
  }

  isCyclic(node: ts.Node): boolean {
    this.depend(node);
    return this.cyclic.has(node);
  }
}
