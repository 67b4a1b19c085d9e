// The part of `_chip` behind zlib.
import { inflate } from "../../hardware/inflate";
import type { VirtualMachine } from "./virtual-machine";

export function zlibCalls(vm: VirtualMachine) {
  let inflated = new Uint8Array();
  return {
    /** How much it is; `zlib_copy` fetches it. */
    zlib_inflate: (address: number, length: number, windowBits: number) => {
      inflated = new Uint8Array(inflate(vm.bytes(address, length), windowBits));
      return inflated.length;
    },
    zlib_copy: (address: number) => {
      vm.bytes(address, inflated.length).set(inflated);
      inflated = new Uint8Array();
    },
  };
}
