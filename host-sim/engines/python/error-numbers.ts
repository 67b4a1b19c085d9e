// This VM was built with Linux's error numbers and with their names for words; a board has newlib's
// numbers and CircuitPython's words. A module of our own is not enough: the compiler folds
// `errno.ENOTCONN` into a number while it compiles (MICROPY_COMP_MODULE_CONST), and the text of an
// OSError is made in C. So both tables are changed where they lie.
import {
  EADDRINUSE,
  EALREADY,
  ECONNABORTED,
  EHOSTUNREACH,
  EINPROGRESS,
  ENOTCONN,
  ETIMEDOUT,
  errorWords,
} from "../../hardware/errno";
import type { VirtualMachine } from "./virtual-machine";

/** MICROPY_PY_ERRNO_LIST in py/moderrno.c, in its order, as the VM has it. */
const linux = [
  1, 2, 5, 9, 11, 12, 13, 17, 19, 21, 22, 95, 98, 103, 104, 105, 107, 110, 111, 113, 114, 115,
];
const newlib = new Map([
  [98, EADDRINUSE],
  [103, ECONNABORTED],
  [107, ENOTCONN],
  [110, ETIMEDOUT],
  [113, EHOSTUNREACH],
  [114, EALREADY],
  [115, EINPROGRESS],
]);
/** `errno` itself, and `errno.errorcode`, from which messages are made. */
const tableCount = 2;
const searchedWords = 128 * 1024;

/** MP_OBJ_NEW_SMALL_INT */
const smallInt = (value: number) => value * 2 + 1;

/** Of the numbers in both tables, which are pairs of words: the addresses of the first of each. */
function findTables(words: Int32Array): number[] {
  const starts: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (linux.every((value, index) => words[at + 2 * index] === smallInt(value))) starts.push(at);
  }
  if (starts.length !== tableCount) throw unexpected("errno");
  return starts;
}

const unexpected = (what: string) =>
  new Error(`This build of MicroPython is not the expected one: ${what} was not found.`);

/** Changes both tables. Before any program is compiled. */
export function useBoardErrors(vm: VirtualMachine): void {
  const base = vm.exports.emscripten_stack_get_base();
  const words = vm.int32s(base, searchedWords);
  const starts = findTables(words);
  for (const start of starts) {
    linux.forEach((value, index) => {
      words[start + 2 * index] = smallInt(newlib.get(value) ?? value);
    });
  }
  useWords(vm, starts);
}

/**
 * `errno.errorcode` gets another table, longer by what this VM does not know, with the words instead
 * of the names. Programs see a dictionary of the simulator's own (python/errno.py).
 */
function useWords(vm: VirtualMachine, starts: readonly number[]): void {
  const base = vm.exports.emscripten_stack_get_base();
  const table = makeTable(vm);
  const words = vm.int32s(base, searchedWords);
  // struct _mp_map_t in py/obj.h: three flags and the number used, the number allocated, the table.
  const map = words.findIndex(
    (word, at) =>
      word >>> 3 === linux.length &&
      words[at + 1] === linux.length &&
      starts.some((start) => words[at + 2] === base + 4 * start),
  );
  if (map < 0) throw unexpected("errno.errorcode");
  const flags = (words[map] ?? 0) & 7;
  words.set([(errorWords.length << 3) | flags, errorWords.length, table], map);
}

/** In a block of the VM's heap that stays. @returns its address */
function makeTable(vm: VirtualMachine): number {
  let address = 0;
  let position = 0;
  vm.micropython.registerJsModule("_words", {
    table: (at: number) => void (address = at),
    /** An interned text is no object but a number, which its id tells. */
    text: (index: number, id: number) => {
      const [number] = errorWords[index] ?? [0];
      vm.int32s(address + 8 * position, 2).set([smallInt(number), id]);
      position += 1;
    },
  });
  vm.micropython.runPython(
    [
      "import sys, uctypes, _words",
      "class _Texts: pass",
      `sys.modules["_error_words"] = bytearray(${8 * errorWords.length})`,
      `_words.table(uctypes.addressof(sys.modules["_error_words"]))`,
      ...errorWords.map(([, text]) => `setattr(_Texts, ${JSON.stringify(text)}, None)`),
      `_texts = {text: id(text) for text in _Texts.__dict__}`,
      ...errorWords.map(
        ([, text], index) => `_words.text(${index}, _texts[${JSON.stringify(text)}])`,
      ),
      "del _Texts, _texts",
    ].join("\n"),
  );
  return address;
}
