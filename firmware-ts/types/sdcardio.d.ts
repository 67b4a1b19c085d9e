/** shared-bindings/sdcardio: an SD card on an SPI bus. */
declare module "sdcardio" {
  import { SPI } from "busio";
  import { Pin } from "microcontroller";
  export class SDCard {
    /** @throws OSError "no SD card" */
    constructor(spi: SPI, cs: Pin);
    /** Sectors of 512 bytes. */
    count(): int;
    sync(): void;
    deinit(): void;
  }
}
