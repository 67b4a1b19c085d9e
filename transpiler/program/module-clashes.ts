// Files that would be lost as Python modules: two of one name, and an entry that hides the runtime.
import { ts } from "ts-morph";
import type { Refusal } from "../diagnostics/catalogue";
import { beginningOf, refusalAt, type Diagnostic } from "../diagnostics/diagnostic";
import { RUNTIME_MODULE } from "../runtime/helpers";
import type { ModulePlace, Modules } from "./modules";

interface Placed {
  readonly file: ts.SourceFile;
  readonly place: ModulePlace;
  /** Boards keep files on FAT, where upper and lower case are the same. */
  readonly key: string;
}

const nameOf = (file: ts.SourceFile): string => file.fileName.replace(/^\//, "");

export function moduleClashes(files: readonly ts.SourceFile[], modules: Modules): Diagnostic[] {
  const placed = files.map((file): Placed => {
    const place = modules.placeOf(nameOf(file));
    return { file, place, key: place.dotted.join(".").toLowerCase() };
  });
  const byKey = new Map<string, Placed>();
  return placed
    .flatMap((module) => {
      const first = byKey.get(module.key);
      if (first !== undefined) return [sameName(first, module)];
      byKey.set(module.key, module);
      return hidden(module);
    })
    .concat(placed.flatMap((module) => behindModule(module, byKey)));
}

/** Only an entry keeps the name of its file whatever it is (taken-modules.ts). */
function hidden({ file, place }: Placed): Diagnostic[] {
  const [name = ""] = place.dotted;
  return name === RUNTIME_MODULE ? [refusal("hiddenModule", file, [nameOf(file), name])] : [];
}

/** `a.py` beside a folder `a/`: what lies in the folder cannot be imported. */
function behindModule(module: Placed, byKey: ReadonlyMap<string, Placed>): Diagnostic[] {
  const parts = module.key.split(".");
  for (let length = 1; length < parts.length; length++) {
    const front = byKey.get(parts.slice(0, length).join("."));
    if (front !== undefined && !front.place.isPackageIndex) return [sameName(front, module)];
  }
  return [];
}

const sameName = (first: Placed, second: Placed): Diagnostic =>
  refusal("sameModule", second.file, [
    nameOf(first.file),
    nameOf(second.file),
    first.place.dotted.join("."),
  ]);

function refusal(name: Refusal, file: ts.SourceFile, details: string[]): Diagnostic {
  return refusalAt(beginningOf(file.fileName), name, details);
}
