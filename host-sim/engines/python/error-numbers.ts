// This VM was built with Linux's error numbers, a board's has newlib's. A module of our own is not
// enough: the compiler folds `errno.ENOTCONN` into a number while it compiles
// (MICROPY_COMP_MODULE_CONST). So the numbers in the VM's two tables are changed where they lie.
import {
  EADDRINUSE,
  EALREADY,
  ECONNABORTED,
  EHOSTUNREACH,
  EINPROGRESS,
  ENOTCONN,
  ETIMEDOUT,
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

/** Changes both tables. Before any program is compiled. */
export function useNewlibNumbers(vm: VirtualMachine): void {
  const words = vm.int32s(vm.exports.emscripten_stack_get_base(), searchedWords);
  // Both tables are pairs of words, the numbers in every second one.
  const starts: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (linux.every((value, index) => words[at + 2 * index] === smallInt(value))) starts.push(at);
  }
  if (starts.length !== tableCount) {
    throw new Error("This build of MicroPython is not the expected one: errno was not found.");
  }
  for (const start of starts) {
    linux.forEach((value, index) => {
      words[start + 2 * index] = smallInt(newlib.get(value) ?? value);
    });
  }
}
