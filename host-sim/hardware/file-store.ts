// Where the files of a FAT volume lie: in memory, or in a folder of the machine that simulates.

export interface FileStore {
  /** Of every file, by its path from the root. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly folders: ReadonlySet<string>;
  read(path: string): Uint8Array;
  /** The array belongs to the store from now on. */
  write(path: string, content: Uint8Array): void;
  remove(path: string): void;
  makeFolder(path: string): void;
  removeFolder(path: string): void;
  /** A file, or a folder with all that is in it, to a place where nothing is. */
  move(from: string, to: string): void;
}

export const parentOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf("/")));

/** Keeps in mind what there is, for stores that have the bytes elsewhere. */
export class FileIndex {
  readonly sizes = new Map<string, number>();
  /** The root is "". */
  readonly folders = new Set<string>([""]);

  /** A file, with the folders above it. */
  add(name: string, size: number): void {
    this.sizes.set(name, size);
    this.addFolder(parentOf(name));
  }

  addFolder(name: string): void {
    for (let folder = name; folder !== ""; folder = parentOf(folder)) this.folders.add(folder);
  }

  /** @returns what was called how, and is called how now */
  move(from: string, to: string): [file: string, moved: string][] {
    const files = [...this.sizes].flatMap(([path, size]): [string, string][] => {
      const moved = movedPath(path, from, to);
      if (moved === null) return [];
      this.sizes.delete(path);
      this.sizes.set(moved, size);
      return [[path, moved]];
    });
    for (const path of [...this.folders]) {
      const moved = movedPath(path, from, to);
      if (moved !== null && this.folders.delete(path)) this.folders.add(moved);
    }
    return files;
  }
}

/** Where something goes when `from` becomes `to`; null: it stays. */
function movedPath(path: string, from: string, to: string): string | null {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : null;
}

export class MemoryFiles implements FileStore {
  private readonly index = new FileIndex();
  private readonly contents = new Map<string, Uint8Array>();
  private hasChanged = true;

  /** @param files by their paths without a slash in front */
  constructor(files: ReadonlyMap<string, Uint8Array>) {
    for (const [name, content] of files) this.write(name, content);
  }

  get sizes(): ReadonlyMap<string, number> {
    return this.index.sizes;
  }

  get folders(): ReadonlySet<string> {
    return this.index.folders;
  }

  get all(): ReadonlyMap<string, Uint8Array> {
    return this.contents;
  }

  /** The contents if they are others than when this was asked last, else null. */
  changes(): ReadonlyMap<string, Uint8Array> | null {
    if (!this.hasChanged) return null;
    this.hasChanged = false;
    return new Map(this.contents);
  }

  read(path: string): Uint8Array {
    return this.contents.get(path) ?? new Uint8Array();
  }

  write(path: string, content: Uint8Array): void {
    this.contents.set(path, content);
    this.index.add(path, content.length);
    this.hasChanged = true;
  }

  remove(path: string): void {
    this.hasChanged = true;
    this.contents.delete(path);
    this.index.sizes.delete(path);
  }

  makeFolder(path: string): void {
    this.index.addFolder(path);
  }

  removeFolder(path: string): void {
    this.index.folders.delete(path);
  }

  move(from: string, to: string): void {
    this.hasChanged = true;
    for (const [old, moved] of this.index.move(from, to)) {
      this.contents.set(moved, this.read(old));
      this.contents.delete(old);
    }
  }
}
