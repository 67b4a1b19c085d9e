// A program that is built again and again, as `--watch` does: what no edit can have changed is taken
// from the last build. ARCHITECTURE.md, "A rebuild asks again what it asked".
import { ts } from "ts-morph";
import type { Analysis } from "../analysis/analysis";
import { TypeMemory } from "../analysis/type-memory";
import type { TranspileOptions } from "../program/program";
import type { Reachable } from "../program/reachable";
import type { ImportOrder } from "../visitors/imports";
import { lowerAnew, type LoweredFile, type Lowering } from "../visitors/program";
import { Edits } from "./edits";
import { Questions } from "./questions";

interface Kept {
  readonly lowered: LoweredFile;
  readonly questions: Questions;
}

type Files = ReadonlyMap<string, ts.SourceFile>;

interface Build {
  /** What it was asked for, but for the program's files and typings. */
  readonly wish: string;
  readonly files: Files;
  /** What every file is lowered by and does not ask for. */
  readonly common: string | null;
  /** What is of another type than TypeScript takes it for (analysis/stale-types.ts). */
  readonly stale: ReadonlySet<ts.Node>;
  readonly kept: ReadonlyMap<ts.SourceFile, Kept>;
  readonly memory: TypeMemory;
}

/** The last that was without errors. */
let last: Build | null = null;

export class Rebuild {
  private readonly wish: string;
  private readonly files: Files;
  /** Since the last build; null if any type may be another one. */
  private readonly edits: Edits | null;
  private readonly kept = new Map<ts.SourceFile, Kept>();
  private common: string | null = null;
  private stale: ReadonlySet<ts.Node> = new Set();
  readonly memory: TypeMemory;

  constructor(program: ts.Program, options: TranspileOptions) {
    const { entry, packages, floats, docstrings } = options;
    this.wish = JSON.stringify([entry, packages, floats, docstrings]);
    this.files = new Map(program.getSourceFiles().map((file) => [file.fileName, file]));
    this.edits =
      last?.wish === this.wish
        ? Edits.between(last.files, this.files, (file) => isImported(file, program))
        : null;
    this.memory = (this.edits && last?.memory) ?? new TypeMemory();
    this.memory.files = new Set(program.getSourceFiles());
    this.memory.heritage = this.edits && last && { edits: this.edits, stale: last.stale };
  }

  /** Whether TypeScript has had nothing against `file`, and can't have now. */
  isFaultless(file: ts.SourceFile): boolean {
    return this.edits?.isEdited(file) === false && last?.kept.has(file) === true;
  }

  /** @param namesApart what members are called that would be one with others */
  lowering(
    reachable: Reachable,
    analysis: Analysis,
    order: ImportOrder,
    namesApart: readonly string[],
  ): Lowering {
    this.common = commonTo(reachable, analysis, order, namesApart);
    this.stale = new Set(analysis.types.stale.keys());
    const edits = this.isCommonAsBefore() ? this.edits : null;
    return (file, sources, lower) => {
      const before = last?.kept.get(file);
      const again = edits && before?.questions.askedAgain(sources, edits);
      if (before !== undefined && again) {
        this.kept.set(file, { lowered: before.lowered, questions: again });
        return before.lowered;
      }
      const questions = new Questions(file);
      const lowered = questions.during(() => lowerAnew(file, questions.recorded(sources), lower));
      this.kept.set(file, { lowered, questions });
      return lowered;
    };
  }

  private isCommonAsBefore(): boolean {
    if (last === null || this.common === null || this.common !== last.common) return false;
    return this.edits?.areSamePlaces(last.stale, this.stale) ?? false;
  }

  /** Of a program without errors. */
  remember(): void {
    const { wish, files, common, stale, kept, memory } = this;
    last = { wish, files, common, stale, kept, memory };
  }
}

/** Null if it can't be compared. */
function commonTo(
  { files, circularImports }: Reachable,
  { accessors, types }: Analysis,
  { packages, orderShows }: ImportOrder,
  namesApart: readonly string[],
): string | null {
  if (types.decided === null || circularImports.length > 0) return null;
  const names = files.map(({ fileName }) => fileName);
  return JSON.stringify([
    names,
    [...accessors].sort(),
    namesApart,
    types.decided,
    [...packages],
    orderShows,
  ]);
}

/** TypeScript's own, which its declarations do not show. */
interface Resolving extends ts.Program {
  getResolvedModuleFromModuleSpecifier(
    specifier: ts.StringLiteralLike,
    file: ts.SourceFile,
  ): { resolvedModule?: ts.ResolvedModule } | undefined;
}

interface Importing extends ts.SourceFile {
  readonly imports: readonly ts.StringLiteralLike[];
}

/** Whether another file of the program names `file`, be it for a type alone. */
function isImported(file: ts.SourceFile, program: ts.Program): boolean {
  const targetOf = (specifier: ts.StringLiteralLike, importer: ts.SourceFile) =>
    (program as Resolving).getResolvedModuleFromModuleSpecifier(specifier, importer)?.resolvedModule
      ?.resolvedFileName;
  return program
    .getSourceFiles()
    .some((other) =>
      (other as Importing).imports.some(
        (specifier) => targetOf(specifier, other) === file.fileName,
      ),
    );
}
