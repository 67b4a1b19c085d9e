// SD cards over SPI (shared-module/sdcardio/SDCard.c) and over their own bus
// (ports/espressif/common-hal/sdioio/SDCard.c), as far as a file system needs them.
import type { CardWiring } from "../../boards/definition";
import type { CardSlot } from "./card-slot";
import { deinitializedError, DeviceError } from "./device-error";
import { EAGAIN, EIO } from "./errno";
import { FatVolume } from "./fat-volume";
import { Handles } from "./handles";
import type { PinTable } from "./pins";
import type { SpiBuses } from "./spi";
import type { Waiting } from "./waiting";

/** A card of 8 GB, as it comes formatted. */
const extent = { bytes: 8_000_000_000, clusterBytes: 4096 };
const sectorBytes = 512;
/** init_card without one: five attempts of CMD_TIMEOUT_MS. */
const absenceMs = 2500;
/** init_card_v2 waits so long for every card. */
const startMs = 50;
/** SPI_TIMEOUT_MS: for a bus that somebody else has locked. */
const lockMs = 250;
/** check_pins, for both slots of the controller in use. */
const hostSlots = 2;
const highestHertz = 40_000_000;
/** ESP_ERR_TIMEOUT in hexadecimal: no card answers. */
const noAnswer = "107";

interface SdCard {
  readonly pins: readonly string[];
  /** The handle of its bus; null on its own. */
  readonly spi: number | null;
  readonly isThere: () => boolean;
}

export interface SdioPins {
  readonly clock: string;
  readonly command: string;
  readonly data: readonly string[];
}

export class SdCards {
  private readonly open = new Handles<SdCard>();

  /** @param wiring of the board's own slot; null: whoever wants a card has wired one to any pins */
  constructor(
    private readonly slot: CardSlot,
    private readonly wiring: CardWiring | null,
    private readonly around: { pins: PinTable; spi: SpiBuses; waiting: Waiting },
  ) {}

  /**
   * sdcardio.SDCard
   * @returns its handle, or -errno
   * @throws DeviceError OSError "no SD card", EAGAIN for a locked bus, ValueError "<pin> in use"
   */
  overSpi(spi: number, select: string): number {
    const { pins, waiting } = this.around;
    const bus = this.around.spi.get(spi);
    pins.checkFree([select]);
    if (bus.isLocked) {
      const waited = waiting.until(() => false, lockMs);
      return waited < 0 ? waited : -EAGAIN;
    }
    const { clock, mosi: command, miso: data0 } = bus;
    const answers = () =>
      command !== null && data0 !== null && this.answers({ clock, command, data0, select });
    let waited = waiting.until(() => false, startMs);
    const found = answers();
    if (waited === 0 && !found) waited = waiting.until(() => false, absenceMs - startMs);
    if (waited < 0) return waited;
    if (!found) throw new DeviceError("OSError", "no SD card");
    pins.claim([select]);
    return this.open.add({ pins: [select], spi, isThere: this.slot.watch() });
  }

  /**
   * sdioio.SDCard
   * @throws DeviceError OSError "SDIO Init Error 107" without a card
   */
  overSdio({ clock, command, data }: SdioPins, frequency: number): number {
    const { pins } = this.around;
    pins.checkFree([clock, command, ...data]);
    if (data.length !== 1 && data.length !== 4) {
      const text = `Number of data_pins must be 1 or 4, not ${data.length}`;
      throw new DeviceError("ValueError", text);
    }
    if (this.open.all().filter(({ spi }) => spi === null).length >= hostSlots) {
      throw new DeviceError("ValueError", "Invalid pins");
    }
    if (frequency > highestHertz) {
      throw new DeviceError("ValueError", `frequency must be <= ${highestHertz}`);
    }
    const [data0 = ""] = data;
    if (!this.answers({ clock, command, data0, select: null })) {
      throw new DeviceError("OSError", `SDIO Init Error ${noAnswer}`);
    }
    pins.claim([clock, command, ...data]);
    const own = [clock, command, ...data];
    return this.open.add({ pins: own, spi: null, isThere: this.slot.watch() });
  }

  deinit(handle: number): void {
    const card = this.open.remove(handle);
    if (card !== undefined) this.around.pins.release(card.pins);
  }

  endOfProgram(): void {
    this.open.clear();
  }

  /** In sectors. @throws DeviceError ValueError after `deinit` */
  count(handle: number): number {
    if (!this.isOpen(handle)) throw deinitializedError();
    return extent.bytes / sectorBytes;
  }

  /**
   * storage.VfsFat
   * @throws DeviceError OSError EIO when the card is not there any more
   */
  volume(handle: number): FatVolume {
    const files = this.slot.files;
    const isUsable = () => this.isUsable(handle);
    if (files === null || !isUsable()) throw new DeviceError("OSError", EIO);
    return new FatVolume(files, extent, () => {
      if (!isUsable()) throw new DeviceError("OSError", EIO);
    });
  }

  private isOpen(handle: number): boolean {
    if (!this.open.has(handle)) return false;
    const { spi } = this.open.get(handle);
    return spi === null || this.around.spi.isOpen(spi);
  }

  /** lock_and_configure_bus, and a card that answers. */
  private isUsable(handle: number): boolean {
    if (!this.isOpen(handle)) return false;
    const { spi, isThere } = this.open.get(handle);
    return isThere() && (spi === null || !this.around.spi.get(spi).isLocked);
  }

  private answers({ clock, command, data0, select }: CardWiring): boolean {
    if (this.slot.files === null) return false;
    if (this.wiring === null) return true;
    const { wiring } = this;
    const isSelected = select === null || select === wiring.select;
    const isWired = clock === wiring.clock && command === wiring.command && data0 === wiring.data0;
    return isWired && isSelected;
  }
}
