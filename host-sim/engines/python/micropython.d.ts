// The package comes without types; these are the parts that the engine uses.
declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  /** An open file of Emscripten's file system in memory. */
  export interface FileStream {
    path: string;
    flags: number;
    position: number;
    /** Null: nothing was ever written. */
    node: { contents: Uint8Array | null; usedBytes: number };
    stream_ops: { fsync?: (stream: FileStream) => number };
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
      mkdir(path: string): void;
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
