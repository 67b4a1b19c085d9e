// The VM's allocator, made to ask a few words of its memory before it gives anything. MicroPython has
// no such hook, and its `heapsize` is no limit: this build grows its heap to gigabytes. So the two
// functions of py/gc.c that decide are changed in the module's bytes, before it is compiled: gc_alloc
// gets a prologue, and gc_get_max_new_split, a constant, becomes a word.
//
// The words lie at the far end of the C stack, which begins at 0, grows down from 64 kB and ends at
// 32 kB (CSTACK_SIZE in ports/webassembly/main.c): nothing else is ever there.

/** Addresses of the words. */
export const allocatorWords = {
  /** So many more allocations succeed, less one, and the next fails; 0: none does. */
  countdown: 16,
  /** An allocation of so many bytes or more fails; 0: none does. */
  tooLarge: 20,
  /** By how many bytes the heap may still grow. */
  growth: 24,
} as const;

/** What ports/webassembly/main.c says. */
export const unlimitedGrowth = 128 * 1024 * 1024;

const unusual = "This build of MicroPython is not the expected one:";
const codeSection = 10;
const importedFunctions = 60;

/** How each begins in this build: its locals and its first instructions. */
const allocate = {
  name: "gc_alloc",
  index: 82 - importedFunctions,
  locals: "010a7f",
  begin: "4100210202402000410f6a22034110490d00",
};
const maximumSplit = {
  name: "gc_get_max_new_split",
  index: 1277 - importedFunctions,
  locals: "00",
  // i32.const 128 MB; end
  begin: "41808080c0000b",
};

// Instructions of WebAssembly, as far as they are needed.
const zero = "4100";
const load = (address: number) => `${zero}2802${hex(address)}`;
const store = (address: number) => `3602${hex(address)}`;
const parameterBytes = "2000";
const scratch = "02";
const returnNull = `0440${zero}0f0b`;

/** Counts down, and gives nothing where that ends or where too much is asked for. */
const prologue =
  `${load(allocatorWords.countdown)}0440` +
  `${zero}${load(allocatorWords.countdown)}41016b22${scratch}${store(allocatorWords.countdown)}` +
  `20${scratch}45${returnNull}0b` +
  // More than the word less 1, unsigned: where the word is 0 that is everything.
  `${parameterBytes}${load(allocatorWords.tooLarge)}41016b4b${returnNull}`;

const locals = (target: typeof allocate) => target.locals.length / 2;

function hex(value: number): string {
  return value.toString(16).padStart(2, "0");
}

/** An unsigned LEB128 at `at`, and where it ends. */
function number(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  for (let end = at, shift = 0; ; shift += 7) {
    const byte = bytes[end++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value, end };
  }
}

function encoded(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

const sized = (body: Buffer): Buffer => Buffer.concat([encoded(body.length), body]);

/** Where a section's size stands, and where what it holds begins and ends. */
function sectionOf(module: Uint8Array, id: number): { size: number; from: number; to: number } {
  for (let at = 8; at < module.length;) {
    const { value, end } = number(module, at + 1);
    if (module[at] === id) return { size: at + 1, from: end, to: end + value };
    at = end + value;
  }
  throw new Error(`${unusual} it has no code.`);
}

/** The code section's functions that are to be changed, in their order, each from its size to its end. */
function changedFunctions(module: Buffer, from: number): { start: number; end: number }[] {
  let index = 0;
  let { end: at } = number(module, from);
  return [allocate, maximumSplit].map((target) => {
    for (; index < target.index; index += 1) {
      const { value, end } = number(module, at);
      at = end + value;
    }
    const { value, end } = number(module, at);
    const begin = module.toString("hex", end, end + (target.locals + target.begin).length / 2);
    if (begin !== target.locals + target.begin)
      throw new Error(`${unusual} ${target.name} was not found.`);
    return { start: at, end: end + value };
  });
}

/** The module with an allocator that asks. */
export function withAskingAllocator(source: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = Buffer.from(source.buffer, source.byteOffset, source.length);
  const { size, from, to } = sectionOf(module, codeSection);
  const [allocating, splitting] = changedFunctions(module, from);
  if (allocating === undefined || splitting === undefined) throw new Error(unusual);
  const instructions = allocating.end - number(module, allocating.start).value + locals(allocate);
  const code = Buffer.concat([
    module.subarray(from, allocating.start),
    sized(
      Buffer.concat([
        Buffer.from(allocate.locals + prologue, "hex"),
        module.subarray(instructions, allocating.end),
      ]),
    ),
    module.subarray(allocating.end, splitting.start),
    sized(Buffer.from(`${maximumSplit.locals}${load(allocatorWords.growth)}0b`, "hex")),
    module.subarray(splitting.end, to),
  ]);
  return Uint8Array.from(
    Buffer.concat([module.subarray(0, size), sized(code), module.subarray(to)]),
  );
}
