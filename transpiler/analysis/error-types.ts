// Which types are those of errors.
import type { ts } from "ts-morph";
import { isLibraryFile } from "./library-files";
import type { Types } from "./types";

/** Whether `type` is the library's Error or of a class that extends it. */
export function isErrorType(
  type: ts.Type,
  { types: { checker } }: { readonly types: Types },
): boolean {
  const parts = checker.getNonNullableType(checker.getBaseConstraintOfType(type) ?? type);
  const members = parts.isUnion() ? parts.types : [parts];
  return members.length > 0 && members.every((part) => isErrorPart(part));
}

/** The library's errors are those of its types whose names end so. */
function isErrorPart(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.some(isErrorPart);
  const bases = type.getBaseTypes?.() ?? [];
  const isLibrary = (type.symbol?.declarations ?? []).some((declaration) =>
    isLibraryFile(declaration.getSourceFile()),
  );
  if (isLibrary) return type.symbol.name.endsWith("Error");
  return bases.some(isErrorPart);
}
