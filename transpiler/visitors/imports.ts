// The imports at the head of a module, in PEP 8's order: Python's own modules and the board's, then
// packages, then relative ones, each group sorted.
import { RUNTIME_MODULE } from "../runtime/helpers";
import type * as py from "../python/ast";
import { BLANK } from "../python/build";

type ImportStatement = py.Import | py.ImportFrom;

const isImport = (statement: py.Statement | undefined): statement is ImportStatement =>
  statement?.kind === "Import" || statement?.kind === "ImportFrom";

const SILENT: ReadonlySet<py.Statement["kind"]> = new Set(["Blank", "Comment", "Docstring"]);

export interface ImportOrder {
  /** The first names of the program's own modules and packages. */
  readonly packages: ReadonlySet<string>;
  /** Whether it may be seen in which order the program's modules run. */
  readonly orderShows: boolean;
}

/** `body` with `extra` among its imports, in order. */
export function arrangeImports(
  body: readonly py.Statement[],
  extra: readonly ImportStatement[],
  order: ImportOrder,
): py.Statement[] {
  const imports = [...body.filter(isImport), ...extra];
  if (imports.length === 0) return [...body];
  const { start, end } = importBlock(body);
  const groups = [0, 1, 2].map((rank) => {
    const group = imports.filter((one) => rankOf(one, order.packages) === rank);
    return rank > 0 && order.orderShows ? group : group.sort(byModule);
  });
  const arranged = groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [BLANK, ...group]));
  // Imports run first wherever they stand (ECMAScript 16.2.1.6.3).
  const others = body.slice(end).filter((statement) => !isImport(statement));
  return [...body.slice(0, start), ...arranged, BLANK, ...others];
}

/** Where the imports stand that nothing but empty lines parts; else where they would. */
function importBlock(body: readonly py.Statement[]): { start: number; end: number } {
  const start = body.findIndex(isImport);
  const isFirst = body.slice(0, start).every(({ kind }) => SILENT.has(kind));
  if (start >= 0 && isFirst) {
    let end = start + 1;
    for (let at = end; isImport(body[at]) || body[at]?.kind === "Blank"; at++)
      if (isImport(body[at])) end = at + 1;
    return { start, end };
  }
  const head = body.findIndex(({ kind }) => kind === "Blank");
  const isHead =
    head > 0 && body.slice(0, head).every(({ kind }) => kind === "Comment" || kind === "Docstring");
  const place = isHead ? head + 1 : 0;
  return { start: place, end: place };
}

function rankOf(statement: ImportStatement, packages: ReadonlySet<string>): 0 | 1 | 2 {
  if (statement.module.startsWith(".")) return 2;
  const [first = ""] = statement.module.split(".");
  return packages.has(first) || first === RUNTIME_MODULE ? 1 : 0;
}

/** `import x` above `from x import y`, as isort has it; a parent's modules above those beside. */
function byModule(a: ImportStatement, b: ImportStatement): number {
  if (a.kind !== b.kind) return a.kind === "Import" ? -1 : 1;
  const [dotsA, dotsB] = [a, b].map(({ module }) => /^\.*/.exec(module)![0].length) as [
    number,
    number,
  ];
  if (dotsA !== dotsB) return dotsB - dotsA;
  return a.module < b.module ? -1 : a.module > b.module ? 1 : 0;
}
