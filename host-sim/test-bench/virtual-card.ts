// The SD card of a virtual board, with a test's hand on it.
import { UserError } from "../../transpiler/cli/command";
import { checkFolder, readFolder } from "../hardware/folder-files";
import { normalizePath } from "../hardware/file-path";
import type { CardContents, ToWorld } from "../world/messages";

/** A folder of this machine, or files by their paths. */
export type CardSource = string | Readonly<Record<string, string | Uint8Array>>;

/** @throws UserError for a folder that is not there */
export function cardContents(source: CardSource): CardContents {
  if (typeof source === "string") {
    checkFolder(source);
    return { folder: source };
  }
  const files = Object.entries(source).map(([path, content]): [string, Uint8Array] => [
    normalizePath(path),
    Buffer.from(content),
  ]);
  return { files: new Map(files) };
}

export class VirtualCard {
  private known: ReadonlyMap<string, Uint8Array> = new Map();

  /** @param contents null: there is no card to be put in */
  constructor(
    private readonly contents: CardContents | null,
    private readonly tell: (message: ToWorld) => void,
  ) {}

  /** What lies on it, by path. What is open and not flushed is not there yet. */
  get files(): ReadonlyMap<string, Uint8Array> {
    const { contents } = this;
    return contents !== null && "folder" in contents ? readFolder(contents.folder) : this.known;
  }

  /** In the middle of whatever the program does with it; every later use is EIO. */
  pull(): void {
    this.check();
    this.tell({ type: "card", inserted: false });
  }

  /** Back into the slot. The program has to set it up anew, as any that was without power. */
  insert(): void {
    this.check();
    this.tell({ type: "card", inserted: true });
  }

  /** @internal */
  saw(files: ReadonlyMap<string, Uint8Array>): void {
    this.known = files;
  }

  private check(): void {
    if (this.contents !== null) return;
    throw new UserError("There is no card: start the board with one, as card: {} or a folder.", 2);
  }
}
