// Devices that a test puts on the buses of its board. They are small objects, called in the middle
// of the program's transfer, while the board's time stands still.
import { UserError } from "../../transpiler/cli/command";
import type { ToWorld } from "../world/messages";
import type { BusAnswer, BusQuestion } from "../world/remote-devices";

/** Something with an address on an I2C bus, and with the resistors that pull the bus up. */
export interface I2CDevice {
  /**
   * What the board writes, without the address; nothing but the address when the board looks whether
   * somebody is there. False: the device does not acknowledge it.
   */
  write?(bytes: Uint8Array): boolean | void;
  /** What the board reads. */
  read?(length: number): Uint8Array | readonly number[];
}

/** Something on an SPI bus, with a pin that selects it when it is low. */
export interface SpiDevice {
  /** @returns as many bytes as came */
  transfer(bytes: Uint8Array): Uint8Array | readonly number[];
}

interface OnI2C {
  readonly scl: string;
  readonly sda: string;
  readonly device: I2CDevice;
}

interface OnSpi {
  readonly clock: string;
  readonly device: SpiDevice;
}

/** 0b0000xxx and 0b1111xxx are reserved. */
const [firstAddress, lastAddress] = [0x08, 0x77];

export class VirtualBuses {
  private readonly onI2C = new Map<number, OnI2C[]>();
  /** By the pins that select them. */
  private readonly onSpi = new Map<string, OnSpi>();

  constructor(private readonly tell: (message: ToWorld) => void) {}

  attachI2C(address: number, at: OnI2C): void {
    if (!Number.isInteger(address) || address < firstAddress || address > lastAddress) {
      throw new UserError(`An I2C device has an address from 0x08 to 0x77: not ${address}.`, 2);
    }
    const others = (this.onI2C.get(address) ?? []).filter(
      ({ scl, sda }) => scl !== at.scl || sda !== at.sda,
    );
    this.onI2C.set(address, [...others, at]);
    this.tell({ type: "devices" });
  }

  attachSpi(select: string, at: OnSpi): void {
    this.onSpi.set(select, at);
    this.tell({ type: "devices" });
  }

  answer(question: BusQuestion): BusAnswer {
    switch (question.kind) {
      case "pull-up": {
        const { gpio } = question;
        const all = [...this.onI2C.values()].flat();
        return all.some(({ scl, sda }) => scl === gpio || sda === gpio);
      }
      case "i2c write": {
        const device = this.deviceAt(question.address, question.scl, question.sda);
        return device !== null && device.write?.(question.bytes) !== false;
      }
      case "i2c read": {
        const device = this.deviceAt(question.address, question.scl, question.sda);
        return device === null ? null : bytesOf(device.read?.(question.length) ?? [], "read");
      }
      case "spi": {
        const { clock, low, bytes } = question;
        const found = low.map((gpio) => this.onSpi.get(gpio)).find((at) => at?.clock === clock);
        return found === undefined ? null : bytesOf(found.device.transfer(bytes), "transfer");
      }
    }
  }

  private deviceAt(address: number, scl: string, sda: string): I2CDevice | null {
    const found = this.onI2C.get(address)?.find((at) => at.scl === scl && at.sda === sda);
    return found?.device ?? null;
  }
}

/** @throws UserError for a promise, or what else a test in JavaScript may give */
function bytesOf(answer: Uint8Array | readonly number[], method: string): Uint8Array {
  if (answer instanceof Uint8Array || Array.isArray(answer)) return Uint8Array.from(answer);
  throw new UserError(
    `${method} of a device answers at once, with a list of bytes: not with ${String(answer)}.`,
    2,
  );
}
