// What hangs on a board's buses, seen from the chip: the devices belong to whoever holds the board.

/** The two wires of an I2C bus, by their GPIOs. */
export interface I2CPins {
  readonly scl: string;
  readonly sda: string;
}

export interface BusDevices {
  /** Whether a device with its resistors hangs on this pin. */
  pullsUp(gpio: string): boolean;
  /** Whether a device has acknowledged its address and all bytes. */
  i2cWrite(bus: I2CPins, address: number, bytes: Uint8Array): boolean;
  /** Null: nobody has answered. */
  i2cRead(bus: I2CPins, address: number, length: number): Uint8Array | null;
  /** What comes in while the bytes go out; null: no device is selected on this clock. */
  spiTransfer(clock: string, bytes: Uint8Array): Uint8Array | null;
}

export const noDevices: BusDevices = {
  pullsUp: () => false,
  i2cWrite: () => false,
  i2cRead: () => null,
  spiTransfer: () => null,
};
