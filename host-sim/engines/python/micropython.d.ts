// The package comes without types; these are the parts that the engine uses.
declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  /** An open file of Emscripten's file system in memory. */
  export interface FileStream {
    path: string;
    flags: number;
    position: number;
    node: FileNode;
    stream_ops: StreamOperations;
  }
  interface StreamOperations {
    fsync?: (stream: FileStream) => number;
    open?: (stream: FileStream) => void;
    close?: (stream: FileStream) => void;
  }
  /** A file or a folder in it. */
  export interface FileNode {
    /** Null: nothing was ever written. */
    contents: Uint8Array | null;
    usedBytes: number;
    node_ops: {
      lookup(parent: FileNode, name: string): FileNode;
      mknod(parent: FileNode, name: string, mode: number, device: number): FileNode;
    };
    stream_ops: StreamOperations;
  }
  interface MemoryFileSystem {
    createNode(parent: FileNode, name: string, mode: number, device: number): FileNode;
  }
  type Transfer = [
    stream: FileStream,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position?: number,
  ];
  export interface MicroPython {
    _module: { _stdoutBuffer: number[] };
    FS: {
      ErrnoError: new (errno: number) => Error;
      filesystems: { MEMFS: MemoryFileSystem };
      mkdir(path: string): void;
      isDir(mode: number): boolean;
      mount(type: MemoryFileSystem, options: object, path: string): void;
      unmount(path: string): void;
      unlink(path: string): void;
      rmdir(path: string): void;
      rename(from: string, to: string): void;
      lookupPath(path: string): { node: FileNode };
      writeFile(path: string, bytes: Uint8Array): void;
      read(this: void, ...transfer: Transfer): number;
      write(this: void, ...transfer: [...Transfer, canOwn?: boolean]): number;
      close(this: void, stream: FileStream): void;
    };
    globals: { get(name: string): unknown };
    registerJsModule(name: string, module: Record<string, (...args: never[]) => unknown>): void;
    runPython(code: string): unknown;
  }
  export function loadMicroPython(
    options: { pystack: number; heapsize: number; stderr?: (line: string) => void } & (
      | { linebuffer: true; stdout: (line: string) => void }
      | { linebuffer: false; stdout: (bytes: Uint8Array) => void }
    ),
  ): Promise<MicroPython>;
}
