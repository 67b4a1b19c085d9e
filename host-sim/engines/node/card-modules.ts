// `sdcardio` and `sdioio` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import type { SdCards } from "../../hardware/sd-cards";
import type { Pin } from "./pin";
import type { Realm } from "./realm";

/** What storage.VfsFat takes. */
export class CardBase {
  constructor(
    private readonly realm: Realm,
    private readonly cards: SdCards,
    /** @internal storage needs it too */
    public handle: number,
  ) {}

  count(): number {
    return this.realm.device(() => this.cards.count(this.handle));
  }

  deinit(): void {
    this.cards.deinit(this.handle);
    this.handle = 0;
  }
}

export function sdcardioModule(realm: Realm, { sdCards }: Chip) {
  class SDCard extends CardBase {
    constructor(spi: { handle: number }, cs: Pin) {
      super(realm, sdCards, openOverSpi(spi.handle, cs.gpio));
    }

    sync(): void {
      this.count();
    }
  }
  const openOverSpi = (spi: number, select: string) =>
    realm.checked(realm.device(() => sdCards.overSpi(spi, select)));
  return { SDCard };
}

export function sdioioModule(realm: Realm, { sdCards }: Chip) {
  class SDCard extends CardBase {
    readonly width: number;
    /** In kilohertz: sdmmc_card_t.real_freq_khz is handed on as it is. */
    readonly frequency: number;

    constructor(clock: Pin, command: Pin, data: Pin[], frequency: number) {
      const pins = { clock: clock.gpio, command: command.gpio, data: data.map(({ gpio }) => gpio) };
      super(
        realm,
        sdCards,
        realm.device(() => sdCards.overSdio(pins, frequency)),
      );
      this.width = data.length;
      this.frequency = Math.floor(frequency / 1000);
    }
  }
  return { SDCard };
}
