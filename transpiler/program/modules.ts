// Which Python module every TypeScript file becomes, and how one is imported from another.
import { posix } from "node:path";
import { moduleName } from "../naming/names";
import { isTakenModule } from "./taken-modules";

export interface ModulePlace {
  /** The file that is written, as `taipan_http/server.py`. */
  readonly path: string;
  /** Import path by dots, as `taipan_http.server`. */
  readonly dotted: readonly string[];
  /** The package it lies in, by import name; null for the entry's own modules. */
  readonly packageName: string | null;
  readonly isPackageIndex: boolean;
}

export class Modules {
  private readonly places = new Map<string, ModulePlace>();

  constructor(
    private readonly entry: string,
    private readonly packages: Readonly<Record<string, string>>,
  ) {}

  isEntry(fileName: string): boolean {
    return fileName.replace(/^\//, "") === this.entry;
  }

  placeOf(file: string): ModulePlace {
    const known = this.places.get(file);
    if (known !== undefined) return known;
    const place = this.place(file);
    this.places.set(file, place);
    return place;
  }

  private place(file: string): ModulePlace {
    // An entry is no part of a package, even where it lies in the folder of one.
    if (file === this.entry) return modulePlace([], posix.basename(file), null);
    for (const [importName, root] of Object.entries(this.packages)) {
      if (root === file) {
        return {
          path: `${importName}.py`,
          dotted: [importName],
          packageName: null,
          isPackageIndex: false,
        };
      }
      if (file.startsWith(`${root}/`))
        return modulePlace([importName], posix.relative(root, file), importName);
    }
    return apart(modulePlace([], posix.relative(posix.dirname(this.entry), file), null));
  }

  /**
   * What stands after `from` in `importer` for `imported`: relative inside a package, absolute
   * elsewhere (an entry is in no package). The last part is given apart for `from . import name`.
   */
  reference(importer: string, imported: string): { from: string; name: string } {
    const target = this.placeOf(imported);
    const source = this.placeOf(importer);
    const name = target.dotted.at(-1) ?? "";
    const isRelative = source.packageName !== null && source.packageName === target.packageName;
    if (!isRelative) return { from: target.dotted.join("."), name };
    const folder = source.isPackageIndex ? source.dotted : source.dotted.slice(0, -1);
    let shared = 0;
    while (shared < folder.length && folder[shared] === target.dotted[shared]) shared++;
    const dots = ".".repeat(1 + folder.length - shared);
    return { from: dots + target.dotted.slice(shared).join("."), name };
  }
}

/** The same module under a name that Python does not know. */
function apart(place: ModulePlace): ModulePlace {
  const [first = "", ...rest] = place.dotted;
  if (!isTakenModule(first)) return place;
  const path = place.path.replace(first, `${first}_`);
  return { ...place, path, dotted: [`${first}_`, ...rest] };
}

function modulePlace(root: string[], relative: string, packageName: string | null): ModulePlace {
  const parts = relative.split("/");
  const file = parts.pop() ?? "";
  const folders = [...root, ...parts.map((part) => (part === ".." ? "" : moduleName(part)))].filter(
    (part) => part !== "",
  );
  const isPackageIndex = file === "index.ts" && folders.length > 0;
  const dotted = isPackageIndex ? folders : [...folders, moduleName(file)];
  const path = isPackageIndex ? `${folders.join("/")}/__init__.py` : `${dotted.join("/")}.py`;
  return { path, dotted, packageName, isPackageIndex };
}
