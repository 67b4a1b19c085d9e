// The board's files in the VM's own file system, where its `open` and `import` find them. What the
// program writes reaches the volume when FatFs would write it: when a file is flushed or closed.
import { DeviceError } from "../../hardware/device-error";
import type { Drive } from "../../hardware/drive";
import type { FileSystem } from "../../hardware/file-system";
import type { FileStream } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import type { VirtualMachine } from "./virtual-machine";

/** Of the VM's own, beside the board's files. */
const hidden = /^\/(?:\.sim|dev|home|proc|tmp)(?:\/|$)/;
/** O_WRONLY and O_RDWR */
const writing = 3;

/** Calls the hardware where no Python stands between: what it refuses is a number of newlib's. */
export function asking<T>({ micropython }: VirtualMachine, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    throw new micropython.FS.ErrnoError(Number(error.argument));
  }
}

function copyDrive(vm: VirtualMachine, drive: Drive): void {
  for (const [path, bytes] of drive.contents) vm.writeFile(`/${path}`, bytes);
  for (const path of drive.folderPaths) vm.makeFolders(`/${path}`);
}

export function putFilesInto(vm: VirtualMachine, files: FileSystem): void {
  copyDrive(vm, files.drive);
  const { FS } = vm.micropython;
  const { read, write, close } = FS;
  const isOurs = ({ path }: FileStream) => path !== undefined && !hidden.test(path);
  const store = (stream: FileStream) => {
    if (!isOurs(stream) || (stream.flags & writing) === 0) return;
    const { contents, usedBytes } = stream.node;
    const { volume, path } = files.placeOf(stream.path);
    const bytes = Uint8Array.from(contents?.subarray(0, usedBytes) ?? []);
    asking(vm, () => volume.write(path, bytes));
  };
  FS.read = (stream, buffer, offset, length, position) => {
    const at = position ?? stream.position;
    if (isOurs(stream) && at < stream.node.usedBytes) {
      asking(vm, () => files.placeOf(stream.path).volume.touch());
    }
    return read(stream, buffer, offset, length, position);
  };
  FS.write = (stream, buffer, offset, length, position, canOwn) => {
    if (isOurs(stream)) {
      const end = (position ?? stream.position) + length;
      const { volume, path } = files.placeOf(stream.path);
      asking(vm, () => volume.checkRoom(path, Math.max(end, stream.node.usedBytes)));
      stream.stream_ops.fsync ??= (flushed) => (store(flushed), 0);
    }
    return write(stream, buffer, offset, length, position, canOwn);
  };
  FS.close = (stream) => {
    try {
      store(stream);
    } finally {
      close(stream);
    }
  };
}
