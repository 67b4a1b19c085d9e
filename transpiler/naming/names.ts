// The one rule for names: TypeScript's spelling → Python's.

const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except " +
    "finally for from global if import in is lambda nonlocal not or pass raise return try while " +
    "with yield"
  ).split(" "),
);

/** Python's names that emitted code calls: a local of that name is renamed. */
export const BUILTINS: ReadonlySet<string> = new Set(
  (
    "abs all any bool bytearray bytes callable chr dict enumerate filter float int isinstance iter len " +
    "list map max memoryview min next object open ord print property range repr reversed round " +
    "set sorted staticmethod str sum super tuple type zip Exception OSError ConnectionError " +
    "BrokenPipeError TimeoutError ValueError KeyError RuntimeError NotImplementedError " +
    "MemoryError UnicodeError KeyboardInterrupt"
  ).split(" "),
);

const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/;
const UPPER_CASE = /^[A-Z0-9_]+$/;

/** `sendFrame` → `send_frame`; `PascalCase` and `UPPER_CASE` stay; a keyword gets an underscore. */
export function pythonName(name: string): string {
  const body = name.replace(/^[_#]+/, "");
  const start = name.slice(0, name.length - body.length).replaceAll("#", "_");
  // Python gives `__name` another name in every class (reference §6.2.1), and `__name__` is one of
  // its own (§3.3): `__len__` would say whether an object is true.
  const prefix = start.length > 1 && body !== "" ? "_" : start;
  const stays = PASCAL_CASE.test(body) || UPPER_CASE.test(body);
  const snake = stays ? body : snakeCase(body);
  const result = asReadByPython((prefix + snake).replaceAll("$", "_"));
  return KEYWORDS.has(result) ? `${result}_` : result;
}

/** Characters of JavaScript's names that Python's do not have, some of them not before Unicode 15.1. */
const FOREIGN_TO_PYTHON = /[^\p{XID_Continue}]|\p{Cf}|[\u30fb\uff65]/gu;

/** CPython reads names in form NFKC (Python reference §2.3), MicroPython as they are written. */
function asReadByPython(name: string): string {
  return /\P{ASCII}/u.test(name) ? name.normalize("NFKC").replace(FOREIGN_TO_PYTHON, "") : name;
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

/** `multipart-stream.ts` → `multipart_stream`, `2 d.ts` → `_2_d` */
export function moduleName(fileName: string): string {
  const name = fileName.replace(/\.ts$/, "").replace(/[^\p{ID_Continue}$]/gu, "_");
  return pythonName(name.replace(/^(?=\p{Nd})/u, "_"));
}

export const isIdentifier = (text: string): boolean =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !KEYWORDS.has(text);

/** The Python name of what a module exports as `text`; a default export has none in JavaScript. */
export const exportName = (text: string): string =>
  text === "default" ? "default_export" : pythonName(text);
