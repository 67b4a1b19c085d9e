// The package comes without types; these are the parts that the engine uses.
declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  export interface MicroPython {
    _module: { _stdoutBuffer: number[] };
    FS: {
      mkdir(path: string): void;
      writeFile(path: string, bytes: Uint8Array): void;
    };
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
