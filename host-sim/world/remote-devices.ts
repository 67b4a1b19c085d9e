// The devices on the board's buses, which a test holds in another thread: each transfer is asked of
// it and answered while the world stands still, so that a run comes out the same every time.
import type { BusDevices, I2CPins } from "../hardware/bus-devices";
import type { Wires } from "../hardware/wires";

export type BusQuestion =
  | { kind: "pull-up"; gpio: string }
  | ({ kind: "i2c write"; address: number; bytes: Uint8Array } & I2CPins)
  | ({ kind: "i2c read"; address: number; length: number } & I2CPins)
  /** `low`: the pins that the board drives low, one of which selects the device. */
  | { kind: "spi"; clock: string; low: readonly string[]; bytes: Uint8Array };

/** Null: nobody answers. */
export type BusAnswer = Uint8Array | boolean | null;

export class RemoteDevices implements BusDevices {
  /** A test has put a device on a bus; until then nobody is asked. */
  areThere = false;

  constructor(
    private readonly ask: (question: BusQuestion) => BusAnswer,
    private readonly wires: Wires,
  ) {}

  pullsUp(gpio: string): boolean {
    return this.areThere && this.ask({ kind: "pull-up", gpio }) === true;
  }

  i2cWrite({ scl, sda }: I2CPins, address: number, bytes: Uint8Array): boolean {
    return this.areThere && this.ask({ kind: "i2c write", scl, sda, address, bytes }) === true;
  }

  i2cRead({ scl, sda }: I2CPins, address: number, length: number): Uint8Array | null {
    if (!this.areThere) return null;
    return bytesOf(this.ask({ kind: "i2c read", scl, sda, address, length }));
  }

  spiTransfer(clock: string, bytes: Uint8Array): Uint8Array | null {
    if (!this.areThere) return null;
    return bytesOf(this.ask({ kind: "spi", clock, low: this.wires.drivenLow(), bytes }));
  }
}

const bytesOf = (answer: BusAnswer): Uint8Array | null =>
  answer instanceof Uint8Array ? answer : null;
