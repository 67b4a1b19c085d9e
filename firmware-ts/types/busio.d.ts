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

  export interface UARTSettings {
    /** 9600 unless given. */
    baudrate?: int;
    /** 8 unless given. */
    bits?: int;
    /** 1 unless given. */
    stop?: int;
    /** Seconds for the first byte, and from each to the next; 1 unless given, at most 100. */
    timeout?: float;
    /** 64 unless given. */
    receiverBufferSize?: int;
  }

  export class UART {
    /**
     * @kwargs
     * @throws ValueError a pin is in use, or all three controllers are
     */
    constructor(tx?: Pin | null, rx?: Pin | null, settings?: UARTSettings);
    deinit(): void;
    baudrate: int;
    timeout: float;
    readonly inWaiting: int;
    /** Null when nothing came in time. */
    read(size?: int): Uint8Array | null;
    /** Null when nothing came in time. */
    readinto(buffer: WriteableBuffer): int | null;
    /** With its line feed, or what came in time; null when nothing did. */
    readline(): Uint8Array | null;
    /** Takes as long as the bytes on the wire. */
    write(buffer: ReadableBuffer): int;
    resetInputBuffer(): void;
  }
}
