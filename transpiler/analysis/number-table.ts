// All that can get into every variable, member, parameter, result and container of the program.
import { ts } from "ts-morph";
import { isPrivate } from "./class-syntax";
import { isClosedArray } from "./closed-arrays";
import { UNKNOWN, type NumberInfo } from "./number-info";
import type { Owner } from "./origins";
import { bare } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import type { Write } from "./writes";

/** What has numbers: a declaration, or a name for what many places share. */
export type Key = ts.Node | string;

/** All numbers in arrays, tuples, maps and sets that leave the variable they are made for. */
export const HELD = "held";
/** What is written to members that are named at run time. */
export const DICT = "dict";
/** All members of records. */
export const MEMBERS = "members";
export const INDIRECT_RESULT = "indirect result";

export type Source =
  | { readonly from: "value"; readonly node: ts.Expression }
  | { readonly from: "elements"; readonly node: ts.Expression }
  | { readonly from: "key"; readonly key: Key }
  | { readonly from: "member"; readonly owner: Owner; readonly name: string }
  | { readonly from: "write"; readonly write: Write }
  | { readonly from: "info"; readonly info: NumberInfo };

export const value = (node: ts.Expression): Source => ({ from: "value", node });
export const elements = (node: ts.Expression): Source => ({ from: "elements", node });
export const member = (owner: Owner, name: string): Source => ({ from: "member", owner, name });
export const keyed = (key: Key): Source => ({ from: "key", key });
export const known = (info: NumberInfo): Source => ({ from: "info", info });

/** More parameters than any function has: a spread may reach each of them. */
export const MOST_PARAMETERS = 32;

export const memberKey = (name: string): Key => `member ${name}`;
export const resultKey = (name: string): Key => `result ${name}`;
export const argumentKey = (name: string, index: number): Key => `argument ${index} of ${name}`;

export class NumberTable {
  readonly sources = new Map<Key, Source[]>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
  ) {}

  add(key: Key, ...sources: Source[]): void {
    const all = this.sources.get(key);
    if (all === undefined) this.sources.set(key, [...sources]);
    else all.push(...sources);
  }

  addWrites(key: Key, declaration: ts.Declaration): void {
    for (const write of this.uses.of(declaration).writes) this.add(key, { from: "write", write });
  }

  /** Anything may hold anything. */
  open(): void {
    this.add(HELD, known(UNKNOWN));
    this.add(DICT, known(UNKNOWN));
  }

  /** Where the elements of `container` are. */
  elementsKey(container: ts.Expression): Key {
    const node = bare(container);
    const declaration = this.uses.declarationAt(
      ts.isPropertyAccessExpression(node) ? node.name : node,
    );
    return declaration !== undefined && isClosedArray(declaration, this.uses)
      ? `elements ${declaration.pos} ${declaration.getSourceFile().fileName}`
      : HELD;
  }

  /** A member whose type says `int` or `float`, or that is private, has nothing to do with others of its name. */
  memberKeyOf(declaration: ts.Declaration, name: string): Key {
    const isAlone = isPrivate(declaration) || this.types.flavourAt(declaration) !== undefined;
    return isAlone ? declaration : memberKey(name);
  }
}
