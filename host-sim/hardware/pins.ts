// Which pins are taken. A pin belongs to one peripheral from its constructor to its deinit
// (shared-bindings/microcontroller/Pin.c, assert_pin_free).
import { DeviceError } from "./device-error";

export class PinTable {
  private readonly claimed = new Set<string>();

  /** @param boardPins the names in `board`, with the GPIO of each */
  constructor(private readonly boardPins: Readonly<Record<string, string>>) {}

  /** All or none. @throws DeviceError ValueError "<pin> in use" */
  claim(gpios: readonly string[]): void {
    this.checkFree(gpios);
    for (const gpio of gpios) this.claimed.add(gpio);
  }

  /** @throws DeviceError ValueError "<pin> in use" */
  checkFree(gpios: readonly string[]): void {
    const taken = gpios.find(
      (gpio, index) => this.claimed.has(gpio) || gpios.indexOf(gpio) !== index,
    );
    if (taken !== undefined) throw new DeviceError("ValueError", `${this.name(taken)} in use`);
  }

  release(gpios: readonly string[]): void {
    for (const gpio of gpios) this.claimed.delete(gpio);
  }

  releaseAll(): void {
    this.claimed.clear();
  }

  /** Names of the pins that are taken, in the board's words. */
  inUse(): string[] {
    return [...this.claimed].map((gpio) => this.name(gpio));
  }

  /** The first name that the board gives the pin, or the chip's own. */
  private name(gpio: string): string {
    return Object.keys(this.boardPins).find((name) => this.boardPins[name] === gpio) ?? gpio;
  }
}
