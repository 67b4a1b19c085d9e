// What the lowering of one file asked about the rest of the program, and what it was told. While all
// of it would be answered in the same way, the file is lowered to the same.
import { ts } from "ts-morph";
import { watchedBy } from "../analysis/walk";
import type { Sources } from "../visitors/program";
import { isNode, isSameAnswer } from "./answers";
import type { Edits } from "./edits";

interface Question {
  /** From the sources, as `analysis.uses.of`. */
  readonly path: string;
  /** Null for what is no function. */
  readonly args: readonly unknown[] | null;
  readonly answer: unknown;
}

type Known = Map<unknown, unknown>;

/** TypeScript's own answers depend on types alone, and no file is kept where one may have changed. */
const UNASKED: ReadonlySet<string> = new Set(["types", "checker", "declarationAt"]);

/** Take a test of which there is but one. */
const TAKING_TESTS: ReadonlySet<string> = new Set(["analysis.anywhere", "analysis.inTrees"]);

export class Questions {
  private readonly asked: Question[] = [];
  private readonly known: Known = new Map();
  /** Trees of other files that were run over. */
  private readonly trees = new Set<ts.Node>();
  /** Whether each question can be asked again. */
  private areWhole = true;

  constructor(private readonly file: ts.SourceFile) {}

  /** Runs `lower`, which asks what `recorded` has made, and nothing later. */
  during<T>(lower: () => T): T {
    const note = (root: ts.Node) => {
      if (root.getSourceFile() !== this.file) this.trees.add(root);
    };
    const result = watchedBy(note, lower);
    this.known.clear();
    return result;
  }

  /** What answers as `sources` do; what they are asked is kept. */
  recorded({ analysis, names }: Sources): Sources {
    return { analysis: this.asking(analysis, "analysis"), names: this.asking(names, "names") };
  }

  private asking<T extends object>(thing: T, path: string): T {
    const members = new Map<string, unknown>();
    const get = (_: T, key: string | symbol): unknown => {
      const name = String(key);
      const known = members.get(name);
      if (known !== undefined) return known;
      const own = `${path}.${name}`;
      const value = watchedBy(null, () => (thing as Record<string, unknown>)[name]);
      const member = UNASKED.has(name) ? bound(value, thing) : this.memberAsking(thing, value, own);
      if (member === undefined) return this.ask(own, null, () => value);
      members.set(name, member);
      return member;
    };
    return new Proxy(thing, { get });
  }

  /** A method or an analysis that keeps what it is asked; undefined for what is neither. */
  private memberAsking(thing: object, value: unknown, path: string): unknown {
    if (isPart(value)) return this.asking(value, path);
    if (typeof value !== "function") return undefined;
    const method = value as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => this.ask(path, args, () => method.apply(thing, args));
  }

  private ask(path: string, args: readonly unknown[] | null, find: () => unknown): unknown {
    let level = this.known;
    for (const key of [path, ...(args ?? [])]) {
      const next = (level.get(key) as Known | undefined) ?? new Map<unknown, unknown>();
      level.set(key, next);
      level = next;
    }
    const known = level.get(Questions) as Question | undefined;
    if (known !== undefined) return known.answer;
    const question = { path, args, answer: watchedBy(null, find) };
    level.set(Questions, question);
    this.asked.push(question);
    this.areWhole &&= (args ?? []).every((arg) => isAskable(arg, path));
    return question.answer;
  }

  /** The same questions, asked after `edits`; null if one has another answer, or nobody to ask. */
  askedAgain(sources: Sources, edits: Edits): Questions | null {
    if (!this.areWhole) return null;
    const again = new Questions(this.file);
    for (const tree of this.trees) {
      const now = edits.counterpart(tree);
      if (now === undefined || (now !== tree && now.getText() !== tree.getText())) return null;
      again.trees.add(now);
    }
    for (const question of this.asked) {
      const same = askedAgain(question, sources, edits);
      if (same === null) return null;
      again.asked.push(same);
    }
    return again;
  }
}

const bound = (value: unknown, thing: object): unknown =>
  typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(thing) : value;

/** Null if the answer is another one, or nobody can be asked. */
function askedAgain(
  { path, args, answer }: Question,
  sources: Sources,
  edits: Edits,
): Question | null {
  const counterparts = args?.map((arg) => (isNode(arg) ? edits.counterpart(arg) : arg)) ?? null;
  if (counterparts?.some((arg, index) => arg === undefined && args?.[index] !== undefined))
    return null;
  let owner: unknown = null;
  let value: unknown = sources;
  for (const name of path.split(".")) {
    owner = value;
    value = (owner as Record<string, unknown>)[name];
  }
  const now =
    counterparts === null
      ? value
      : (value as (...args: unknown[]) => unknown).apply(owner, counterparts);
  return isSameAnswer(answer, now, edits) ? { path, args: counterparts, answer: now } : null;
}

const isAskable = (arg: unknown, path: string): boolean =>
  typeof arg === "function"
    ? TAKING_TESTS.has(path)
    : typeof arg !== "object" || arg === null || isNode(arg);

/** One of the analyses. */
const isPart = (value: unknown): value is object =>
  typeof value === "object" &&
  value !== null &&
  !isNode(value) &&
  ![Object.prototype, Array.prototype, Map.prototype, Set.prototype].includes(
    Object.getPrototypeOf(value) as object,
  );
