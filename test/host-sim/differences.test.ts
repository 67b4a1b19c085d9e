// docs/simulator-differences.md: every difference that it tells is still one, and what is hidden
// of the VM is hidden.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../transpiler/package-root";
import { linesOf, startPython } from "./support/virtual-program";

const page = readFileSync(join(packageRoot, "docs", "simulator-differences.md"), "utf8");
const row = /^\| `(.+)` \| `(.+)` \| `(.+)` \| .+ \|$/gm;

test("each expression of the page has the value that it says", async () => {
  const rows = [...page.matchAll(row)].map(([, expression = "", board, here]) => ({
    expression,
    board,
    here,
  }));
  expect(rows.length).toBeGreaterThanOrEqual(6);
  const text = rows.map(({ expression }) => `print(repr(${expression}))`).join("\n");
  const lines = await linesOf(await startPython(text));
  expect(lines).toEqual(rows.map(({ here }) => here));
  for (const { board, here } of rows) expect(board).not.toBe(here);
});

test("what CircuitPython does not have is not there", async () => {
  const absent = {
    binascii: ["a2b_hex", "b2a_hex", "PAD"],
    collections: ["defaultdict", "Counter", "ChainMap"],
    gc: ["threshold"],
    io: ["SEEK_SET"],
    json: ["JSONEncoder"],
    math: ["factorial", "isclose", "inf", "nan", "tau"],
    os: ["ilistdir", "path", "environ"],
    random: ["shuffle", "sample"],
    re: ["findall", "fullmatch"],
    struct: ["Struct", "iter_unpack"],
    sys: ["print_exception", "exc_info", "ps1"],
    time: ["sleep_ms", "ticks_ms", "ticks_diff", "gmtime", "time_ns", "strftime"],
    zlib: ["compress"],
  };
  const text = Object.entries(absent).map(
    ([module, names]) =>
      `import ${module}\nprint([n for n in ${JSON.stringify(names)} if hasattr(${module}, n)])`,
  );
  const lines = await linesOf(await startPython(text.join("\n")));
  expect(lines).toEqual(text.map(() => "[]"));
});

test("what CircuitPython has of the same modules is there", async () => {
  const text = `
from collections import OrderedDict, deque, namedtuple
from io import BytesIO, StringIO
import math, binascii
print(math.floor(2.5), binascii.hexlify(b"a"), deque((1, 2), 4).popleft(), StringIO("x").read())
`;
  expect(await linesOf(await startPython(text))).toEqual(["2 b'61' 1 x"]);
});
