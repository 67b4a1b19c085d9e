// The VM's own file system kept like the board's: the drive's files are all in it, those of a card
// come when they are looked for, and their bytes while they are open. A card may hold more than
// this machine wants to read.
import type { FileNode } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { DeviceError } from "../../hardware/device-error";
import { ENOENT } from "../../hardware/errno";
import type { FatVolume } from "../../hardware/fat-volume";
import { normalizePath } from "../../hardware/file-path";
import type { FileSystem } from "../../hardware/file-system";
import { asking } from "./drive-files";
import type { VirtualMachine } from "./virtual-machine";

const folderMode = 0o40777;
const fileMode = 0o100777;
/** ENOENT as WASI counts, in which the VM's file system looks for it. */
const notFound = 44;

export class MirroredFiles {
  private readonly mounted = new Map<FatVolume, string>();

  constructor(
    private readonly vm: VirtualMachine,
    private readonly files: FileSystem,
  ) {}

  /** The volume becomes what the program sees at that path. */
  mount(volume: FatVolume, path: string): void {
    const point = `/${normalizePath(path)}`;
    this.mounted.set(volume, point);
    const { FS } = this.vm.micropython;
    FS.mount(FS.filesystems.MEMFS, {}, point);
    this.adoptFolder(FS.lookupPath(point).node, volume, "");
  }

  unmount(point: string): void {
    const path = `/${point}`;
    for (const [volume, at] of this.mounted) if (at === path) this.mounted.delete(volume);
    this.vm.micropython.FS.unmount(path);
  }

  // What the board's volume has done already:

  makeFolder(path: string): void {
    this.follow(path, (FS) => FS.mkdir(path));
  }

  removeFile(path: string): void {
    this.follow(path, (FS) => FS.unlink(path));
  }

  removeFolder(path: string): void {
    this.follow(path, (FS) => FS.rmdir(path));
  }

  rename(from: string, to: string): void {
    this.follow(from, (FS) => FS.rename(from, to));
  }

  /** On a card: what was found until now is forgotten. */
  private follow(path: string, onDrive: (FS: VirtualMachine["micropython"]["FS"]) => void): void {
    const { volume } = this.files.placeOf(path);
    const point = this.mounted.get(volume);
    if (point === undefined) return onDrive(this.vm.micropython.FS);
    this.vm.micropython.FS.unmount(point);
    this.mount(volume, point);
  }

  private adoptFolder(folder: FileNode, volume: FatVolume, path: string): void {
    folder.node_ops = {
      ...folder.node_ops,
      lookup: (parent, name) => this.lookUp(parent, volume, path, name),
      mknod: (parent, name, mode) => {
        const isFolder = this.vm.micropython.FS.isDir(mode);
        return this.makeNode(parent, name, { volume, path: `${path}/${name}`, isFolder, size: 0 });
      },
    };
  }

  private lookUp(parent: FileNode, volume: FatVolume, folder: string, name: string): FileNode {
    const path = `${folder}/${name}`;
    const { FS } = this.vm.micropython;
    try {
      const { isFolder, size } = volume.status(path);
      return this.makeNode(parent, name, { volume, path, isFolder, size });
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      throw new FS.ErrnoError(error.argument === ENOENT ? notFound : Number(error.argument));
    }
  }

  private makeNode(parent: FileNode, name: string, entry: Entry): FileNode {
    const { MEMFS } = this.vm.micropython.FS.filesystems;
    const { volume, path, isFolder, size } = entry;
    const node = MEMFS.createNode(parent, name, isFolder ? folderMode : fileMode, 0);
    if (isFolder) {
      this.adoptFolder(node, volume, path);
      return node;
    }
    let readers = 0;
    node.usedBytes = size;
    node.stream_ops = {
      ...node.stream_ops,
      open: () => {
        readers += 1;
        if (readers > 1 || node.usedBytes === 0) return;
        node.contents = asking(this.vm, () => volume.read(path));
      },
      close: () => {
        readers -= 1;
        if (readers === 0) node.contents = null;
      },
    };
    return node;
  }
}

interface Entry {
  readonly volume: FatVolume;
  readonly path: string;
  readonly isFolder: boolean;
  readonly size: number;
}
