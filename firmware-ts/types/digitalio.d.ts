/** shared-bindings/digitalio */
declare module "digitalio" {
  import { Pin } from "microcontroller";

  export class Direction {
    static readonly INPUT: Direction;
    static readonly OUTPUT: Direction;
  }
  export class DriveMode {
    static readonly PUSH_PULL: DriveMode;
    static readonly OPEN_DRAIN: DriveMode;
  }
  export class Pull {
    static readonly UP: Pull;
    static readonly DOWN: Pull;
  }

  export class DigitalInOut {
    /**
     * An input without pull.
     * @throws ValueError "<pin> in use" until whoever has it calls `deinit`
     */
    constructor(pin: Pin);
    direction: Direction;
    /** Setting it is an AttributeError where the direction is input. */
    value: boolean;
    /** An AttributeError where the direction is input. */
    driveMode: DriveMode;
    /** An AttributeError where the direction is output. */
    pull: Pull | null;
    switchToOutput(value?: boolean, driveMode?: DriveMode): void;
    switchToInput(pull?: Pull): void;
    /** Lets go of the pin. Any later use but another `deinit` is a ValueError. */
    deinit(): void;
  }
}
