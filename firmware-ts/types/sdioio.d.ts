/** shared-bindings/sdioio: an SD card on a bus of its own. */
declare module "sdioio" {
  import { Pin } from "microcontroller";
  export class SDCard {
    /**
     * @param data one pin or four
     * @param frequency in Hz, at most 40 000 000
     * @throws OSError "SDIO Init Error 107" without a card
     */
    constructor(clock: Pin, command: Pin, data: Pin[], frequency: int);
    /** Data lines. */
    readonly width: int;
    /** In kHz. */
    readonly frequency: int;
    /** Sectors of 512 bytes. */
    count(): int;
    deinit(): void;
  }
}
