// A folder of the machine that simulates, as the files of a card. What it holds is looked up once,
// when the card is put in: as with a card, nobody else writes to it meanwhile.
import { constants, mkdirSync, readFileSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { closeSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../transpiler/cli/command";
import { DeviceError } from "./device-error";
import { EIO } from "./errno";
import { FileIndex, type FileStore } from "./file-store";

/** FAT has no symbolic links; one in the folder must not lead a program out of it. */
const ownFile = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;

function writeOwnFile(path: string, content: Uint8Array): void {
  const file = openSync(path, ownFile);
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

/** @throws UserError unless there is such a folder */
export function checkFolder(folder: string): void {
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status === undefined) {
    throw new UserError(`There is no folder ${folder} to be the card: make it, or name another.`);
  }
  if (!status.isDirectory()) throw new UserError(`${folder} is a file: a card is a folder.`);
}

export class FolderFiles implements FileStore {
  private readonly index = new FileIndex();

  constructor(private readonly folder: string) {
    this.scan("");
  }

  get sizes(): ReadonlyMap<string, number> {
    return this.index.sizes;
  }

  get folders(): ReadonlySet<string> {
    return this.index.folders;
  }

  read(path: string): Uint8Array {
    return this.asking(() => new Uint8Array(readFileSync(this.at(path))));
  }

  write(path: string, content: Uint8Array): void {
    this.asking(() => writeOwnFile(this.at(path), content));
    this.index.add(path, content.length);
  }

  remove(path: string): void {
    this.asking(() => rmSync(this.at(path)));
    this.index.sizes.delete(path);
  }

  makeFolder(path: string): void {
    this.asking(() => mkdirSync(this.at(path)));
    this.index.addFolder(path);
  }

  removeFolder(path: string): void {
    this.asking(() => rmdirSync(this.at(path)));
    this.index.folders.delete(path);
  }

  move(from: string, to: string): void {
    this.asking(() => renameSync(this.at(from), this.at(to)));
    this.index.move(from, to);
  }

  private at(path: string): string {
    return join(this.folder, path);
  }

  private scan(folder: string): void {
    for (const entry of readdirSync(this.at(folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) this.index.add(path, statSync(this.at(path)).size);
      if (!entry.isDirectory()) continue;
      this.index.addFolder(path);
      this.scan(path);
    }
  }

  /** What this machine refuses is a card that fails. */
  private asking<T>(ask: () => T): T {
    try {
      return ask();
    } catch {
      throw new DeviceError("OSError", EIO);
    }
  }
}

/** All files of a folder by their paths from there. */
export function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new FolderFiles(folder);
  return new Map([...files.sizes.keys()].map((path) => [path, files.read(path)]));
}
