// A CommonJS script that V8 need not compile anew: what it compiled for an earlier run is kept in a
// file (code-cache.ts). Node.js 20 keeps no such thing of modules, only of scripts (node:vm).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";

/** `moduleUrl` is what esbuild puts for `import.meta.url` into a script (package.json, "bundle"). */
const SCOPE = "module, exports, require, __filename, __dirname, moduleUrl";

export class CachedScript {
  private readonly script: Script;

  /** @param code the file with what V8 compiled; there may be none yet */
  constructor(
    private readonly file: string,
    private readonly code: string,
  ) {
    // ASCII, as esbuild and TypeScript's own build write it: UTF-8 takes twice the time to read.
    const text = readFileSync(file, "latin1");
    // V8 tells sources apart by their length, and refuses what another version of V8 compiled.
    const cachedData = existsSync(code) ? { cachedData: readFileSync(code) } : {};
    const whole = `(function (${SCOPE}) {${text}\n})`;
    this.script = new Script(whole, { filename: file, ...cachedData });
  }

  /** What the script exports. */
  run(): unknown {
    const { file } = this;
    const module = { exports: {} };
    const run = this.script.runInThisContext() as (...scope: unknown[]) => void;
    const scope = [createRequire(file), file, dirname(file), pathToFileURL(file).href];
    run(module, module.exports, ...scope);
    return module.exports;
  }

  /** `node --enable-source-maps` learns of source maps from modules alone: an empty one names the script's. */
  nameSourceMap(): this {
    const module = new Module(this.file) as Module & { _compile(text: string, file: string): void };
    module._compile(`//# sourceMappingURL=${basename(this.file)}.map`, this.file);
    return this;
  }

  /** Keeps what V8 has compiled so far. */
  keepCode(): void {
    writeFileSync(this.code, this.script.createCachedData());
  }
}
