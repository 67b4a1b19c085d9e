// The drive's files in the VM's own file system, where its `open` and `import` find them. What the
// program writes reaches the drive when FatFs would write it: when a file is flushed or closed.
import { DeviceError } from "../../hardware/device-error";
import type { Drive } from "../../hardware/drive";
import type { FileStream } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import type { VirtualMachine } from "./virtual-machine";

/** Of the VM's own, beside the board's files. */
const hidden = /^\/(?:\.sim|dev|home|proc|tmp)(?:\/|$)/;
/** O_WRONLY and O_RDWR */
const writing = 3;

export function putDriveInto(vm: VirtualMachine, drive: Drive): void {
  for (const [path, bytes] of drive.contents) vm.writeFile(`/${path}`, bytes);
  for (const path of drive.folderPaths) vm.makeFolders(`/${path}`);
  const { FS } = vm.micropython;
  const { read, write, close } = FS;
  const isOurs = ({ path }: FileStream) => path !== undefined && !hidden.test(path);
  const asking = (ask: () => void) => {
    try {
      ask();
    } catch (error) {
      // A number of newlib's: no Python stands between here and the program.
      if (error instanceof DeviceError) throw new FS.ErrnoError(Number(error.argument));
      throw error;
    }
  };
  const store = (stream: FileStream) => {
    if (!isOurs(stream) || (stream.flags & writing) === 0) return;
    const { contents, usedBytes } = stream.node;
    drive.write(stream.path, Uint8Array.from(contents?.subarray(0, usedBytes) ?? []));
  };
  FS.read = (stream, buffer, offset, length, position) => {
    const at = position ?? stream.position;
    if (isOurs(stream) && at < stream.node.usedBytes) asking(() => drive.touch());
    return read(stream, buffer, offset, length, position);
  };
  FS.write = (stream, buffer, offset, length, position, canOwn) => {
    if (isOurs(stream)) {
      const end = (position ?? stream.position) + length;
      asking(() => drive.checkRoom(stream.path, Math.max(end, stream.node.usedBytes)));
      stream.stream_ops.fsync ??= (flushed) => (store(flushed), 0);
    }
    return write(stream, buffer, offset, length, position, canOwn);
  };
  FS.close = (stream) => {
    store(stream);
    close(stream);
  };
}
