// What was edited since a program was last built, and which node of it has taken the place of which.
import { ts } from "ts-morph";
import type { Successions } from "../analysis/type-memory";

/** Nodes of edited files, with those that stand for them now; null for what is gone. */
type Counterparts = Map<ts.Node, ts.Node | null>;

export class Edits implements Successions {
  /** The nodes of edited files that stand for older ones, with those. */
  private readonly standing: ReadonlyMap<ts.Node | null, ts.Node>;

  private constructor(
    private readonly edited: ReadonlySet<ts.SourceFile>,
    private readonly counterparts: Counterparts,
    /** Files where an edit may have changed types, which nobody else sees. */
    private readonly retyped: ReadonlySet<ts.SourceFile>,
  ) {
    this.standing = new Map([...counterparts].map(([before, now]) => [now, before]));
  }

  /**
   * Null if an edit may have changed a type that other files see: a name, a signature, anything
   * outside of a body whose function says what it returns.
   */
  static between(
    before: ReadonlyMap<string, ts.SourceFile>,
    after: ReadonlyMap<string, ts.SourceFile>,
    isImported: (file: ts.SourceFile) => boolean,
  ): Edits | null {
    if (before.size !== after.size) return null;
    const edited = new Set<ts.SourceFile>();
    const counterparts: Counterparts = new Map();
    const retyped = new Set<ts.SourceFile>();
    for (const [name, file] of after) {
      const old = before.get(name);
      if (old === file) continue;
      if (old === undefined || file.isDeclarationFile) return null;
      edited.add(file);
      const pairing = pairFiles(old, file, isImported(file), counterparts);
      if (pairing === null) return null;
      if (pairing === "by statements") retyped.add(file);
    }
    return new Edits(edited, counterparts, retyped);
  }

  isEdited(file: ts.SourceFile): boolean {
    return this.edited.has(file);
  }

  /** The node that stands where `node` stood, with the same text; undefined if there is none. */
  counterpart(node: ts.Node): ts.Node | undefined {
    const now = this.counterparts.get(node);
    return now === undefined ? node : (now ?? undefined);
  }

  /** The node for which `now` stands, if it is of the same type. */
  predecessor(now: ts.Node): ts.Node | undefined {
    const before = this.standing.get(now);
    return before && !this.retyped.has(now.getSourceFile()) ? before : undefined;
  }

  /** Whether `now` are those that stand where `before` stood, as far as both have places. */
  areSamePlaces(before: Iterable<ts.Node>, now: ReadonlySet<ts.Node>): boolean {
    const wanted = new Set([...before].map((node) => this.counterpart(node)));
    wanted.delete(undefined);
    const isNew = (node: ts.Node) =>
      this.isEdited(node.getSourceFile()) && !this.standing.has(node);
    return (
      [...wanted].every((node) => now.has(node!)) &&
      [...now].every((node) => wanted.has(node) || isNew(node))
    );
  }
}

function pairFiles(
  before: ts.SourceFile,
  after: ts.SourceFile,
  isImported: boolean,
  counterparts: Counterparts,
): "by places" | "by statements" | null {
  const isInside = isEqual(textsOutside(before), textsOutside(after));
  if (!isInside && (isImported || [before, after].some(reachesOut))) return null;
  enterAll(before, counterparts);
  counterparts.set(before, after);
  if (isInside) pairChildren(before, after, counterparts);
  else pairStatements(before, after, counterparts);
  return isInside ? "by places" : "by statements";
}

/** `declare global { … }`, `declare module "name" { … }` */
const reachesOut = (file: ts.SourceFile): boolean => file.statements.some(ts.isModuleDeclaration);

function enterAll(node: ts.Node, counterparts: Counterparts): void {
  counterparts.set(node, null);
  ts.forEachChild(node, (child) => enterAll(child, counterparts));
}

/** Statements of a file that nobody imports: those above and below what was edited are what they were. */
function pairStatements(
  before: ts.SourceFile,
  after: ts.SourceFile,
  counterparts: Counterparts,
): void {
  const [old, now] = [[...before.statements], [...after.statements]];
  const isSame = (one: ts.Node | undefined, other: ts.Node | undefined) =>
    one !== undefined && other !== undefined && one.getFullText() === other.getFullText();
  while (isSame(old[0], now[0])) pair(old.shift()!, now.shift()!, counterparts);
  while (isSame(old.at(-1), now.at(-1))) pair(old.pop()!, now.pop()!, counterparts);
}

function pair(before: ts.Node, after: ts.Node, counterparts: Counterparts): void {
  if (isBody(before) && before.getFullText() !== after.getFullText()) return;
  counterparts.set(before, after);
  pairChildren(before, after, counterparts);
}

/** Of two trees that are the same outside of bodies. */
function pairChildren(before: ts.Node, after: ts.Node, counterparts: Counterparts): void {
  const [old, now] = [childrenOf(before), childrenOf(after)];
  old.forEach((child, index) => pair(child, now[index]!, counterparts));
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

/** The text of a file between the bodies that nothing outside of them depends on. */
function textsOutside(file: ts.SourceFile): string[] {
  const texts: string[] = [];
  let start = 0;
  const enter = (node: ts.Node): void => {
    if (!isBody(node)) return ts.forEachChild(node, enter);
    texts.push(file.text.slice(start, node.pos));
    start = node.end;
  };
  enter(file);
  return [...texts, file.text.slice(start)];
}

const isEqual = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((text, index) => text === others[index]);

/** The body of a function whose type is written down beside it. */
function isBody(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isBlock(node) || !ts.isFunctionLike(parent)) return false;
  if (ts.isConstructorDeclaration(parent)) return !parent.parent.members.some(isUntypedField);
  return ts.isSetAccessorDeclaration(parent) || parent.type !== undefined;
}

/** `field;` gets the type of what the constructor gives it. */
const isUntypedField = (member: ts.ClassElement): boolean =>
  ts.isPropertyDeclaration(member) && member.type === undefined && member.initializer === undefined;
