// Tests run TypeScript sources, but the simulator's worker thread and the command are the built
// ones: build them first, so that no test ever runs yesterday's.
import { execFileSync } from "node:child_process";
import { packageRoot } from "../transpiler/package-root";

export default function setup(): void {
  execFileSync("npm", ["run", "--silent", "bundle"], { cwd: packageRoot, stdio: "inherit" });
}
