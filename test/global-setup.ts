// Tests run TypeScript sources, but the simulator's worker thread and the command are the built
// ones: build them first, so that no test ever runs yesterday's.
import { execFileSync } from "node:child_process";
import { packageRoot } from "../transpiler/package-root";

export default function setup(): void {
  try {
    execFileSync("npm", ["run", "--silent", "bundle"], { cwd: packageRoot, stdio: "inherit" });
  } catch {
    console.error("the command was not built: its tests will fail");
    const worker = ["board-worker=host-sim/board/worker.ts", "--bundle", "--packages=external"];
    const target = ["--platform=node", "--target=node20", "--format=esm", "--outdir=build"];
    execFileSync("npx", ["--no", "esbuild", ...worker, ...target], { cwd: packageRoot });
  }
}
