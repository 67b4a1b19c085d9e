// Where the package lies: sources in a checkout, built files in node_modules, the same data files beside them.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "taipan") {
      return folder;
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json of taipan above ${import.meta.url}`);
    folder = parent;
  }
}

/** The folder of taipan's own package.json, absolute. */
export const packageRoot: string = findPackageRoot();
