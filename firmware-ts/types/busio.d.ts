/** shared-bindings/busio: buses with two and with four wires. */
declare module "busio" {
  import { Pin } from "microcontroller";

  /** Of a buffer, instead of `buffer[start:end]`. */
  export interface BufferBounds {
    start?: int;
    end?: int;
  }
  export interface TwoBufferBounds {
    outStart?: int;
    outEnd?: int;
    inStart?: int;
    inEnd?: int;
  }

  export class I2C {
    /**
     * @throws RuntimeError "No pull up found on SDA or SCL; check your wiring"
     * @throws ValueError a pin is in use, or both controllers are
     */
    constructor(scl: Pin, sda: Pin);
    deinit(): void;
    /** False: somebody has the lock. All below but `unlock` are RuntimeErrors without it. */
    tryLock(): boolean;
    unlock(): void;
    /** The addresses from 0x08 to 0x77 at which a device answers. */
    scan(): int[];
    /**
     * @kwargs
     * @throws OSError ENODEV when no device answers
     */
    readfromInto(address: int, buffer: WriteableBuffer, bounds?: BufferBounds): void;
    /**
     * @kwargs
     * @throws OSError ENODEV when no device answers
     */
    writeto(address: int, buffer: ReadableBuffer, bounds?: BufferBounds): void;
    /**
     * @kwargs
     * @throws OSError ENODEV when no device answers
     */
    writetoThenReadfrom(
      address: int,
      outBuffer: ReadableBuffer,
      inBuffer: WriteableBuffer,
      bounds?: TwoBufferBounds,
    ): void;
  }

  export interface SPISettings {
    /** Hz, at most; 100 000 unless given. */
    baudrate?: int;
    polarity?: int;
    phase?: int;
    bits?: int;
  }

  export class SPI {
    /** @throws ValueError a pin is in use, or both controllers are */
    constructor(clock: Pin, mosi?: Pin | null, miso?: Pin | null);
    deinit(): void;
    /** False: somebody has the lock. `configure` and transfers are RuntimeErrors without it. */
    tryLock(): boolean;
    unlock(): void;
    /** @kwargs */
    configure(settings?: SPISettings): void;
    readonly frequency: int;
    /** @kwargs */
    write(buffer: ReadableBuffer, bounds?: BufferBounds): void;
    /** @kwargs */
    readinto(buffer: WriteableBuffer, options?: BufferBounds & { writeValue?: int }): void;
    /** @kwargs */
    writeReadinto(
      outBuffer: ReadableBuffer,
      inBuffer: WriteableBuffer,
      bounds?: TwoBufferBounds,
    ): void;
  }
}
