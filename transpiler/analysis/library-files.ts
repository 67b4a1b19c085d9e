// What TypeScript declares of JavaScript itself, as against the program and CircuitPython's modules.
import type { ts } from "ts-morph";

export const isLibraryFile = (file: ts.SourceFile): boolean =>
  file.isDeclarationFile && /\/(lib\.[^/]*|javascript)\.d\.ts$/.test(file.fileName);

export const isInLibrary = (declaration: ts.Declaration): boolean =>
  isLibraryFile(declaration.getSourceFile());

export const declarationsOf = (type: ts.Type): readonly ts.Declaration[] =>
  type.symbol?.declarations ?? [];

export const isFromLibrary = (type: ts.Type): boolean => declarationsOf(type).some(isInLibrary);
