// `digitalio`, `analogio`, `pwmio` and `neopixel_write` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import type { Pull as PullName } from "../../hardware/wires";
import { Choice, type Pin } from "./pin";
import type { Realm } from "./realm";

function enumeration<Name extends string>(kind: string, names: readonly Name[]) {
  const member = (name: Name) => [name, new Choice(name, `digitalio.${kind}.${name}`)];
  return Object.fromEntries(names.map(member)) as Record<Name, Choice>;
}

const Direction = enumeration("Direction", ["INPUT", "OUTPUT"]);
const DriveMode = enumeration("DriveMode", ["PUSH_PULL", "OPEN_DRAIN"]);
const Pull = enumeration("Pull", ["UP", "DOWN"]);

const pullName = (pull: Choice | null): PullName | null =>
  pull === null ? null : pull === Pull.UP ? "up" : "down";

class DigitalInOutBase {
  /** @internal neopixel_write needs it too */
  handle: number;

  constructor(
    private readonly realm: Realm,
    private readonly pins: Chip["digitalPins"],
    pin: Pin,
  ) {
    this.handle = realm.device(() => pins.construct(pin.gpio));
  }

  deinit(): void {
    this.pins.deinit(this.handle);
    this.handle = 0;
  }

  switchToOutput(value = false, driveMode = DriveMode.PUSH_PULL): void {
    const openDrain = driveMode === DriveMode.OPEN_DRAIN;
    this.realm.device(() => this.pins.switchToOutput(this.handle, value, openDrain));
  }

  switchToInput(pull: Choice | null = null): void {
    this.realm.device(() => this.pins.switchToInput(this.handle, pullName(pull)));
  }

  get direction(): Choice {
    const isOutput = this.realm.device(() => this.pins.isOutput(this.handle));
    return isOutput ? Direction.OUTPUT : Direction.INPUT;
  }

  set direction(direction: Choice) {
    if (direction === Direction.INPUT) this.switchToInput();
    else this.switchToOutput();
  }

  get value(): boolean {
    return this.realm.device(() => this.pins.value(this.handle));
  }

  set value(value: boolean) {
    this.realm.device(() => this.pins.setValue(this.handle, value));
  }

  get driveMode(): Choice {
    const openDrain = this.realm.device(() => this.pins.isOpenDrain(this.handle));
    return openDrain ? DriveMode.OPEN_DRAIN : DriveMode.PUSH_PULL;
  }

  set driveMode(driveMode: Choice) {
    const openDrain = driveMode === DriveMode.OPEN_DRAIN;
    this.realm.device(() => this.pins.setOpenDrain(this.handle, openDrain));
  }

  get pull(): Choice | null {
    const name = this.realm.device(() => this.pins.pull(this.handle));
    return name === null ? null : name === "up" ? Pull.UP : Pull.DOWN;
  }

  set pull(pull: Choice | null) {
    this.realm.device(() => this.pins.setPull(this.handle, pullName(pull)));
  }
}

export function digitalioModule(realm: Realm, { digitalPins }: Chip) {
  class DigitalInOut extends DigitalInOutBase {
    constructor(pin: Pin) {
      super(realm, digitalPins, pin);
    }
  }
  return { DigitalInOut, Direction, DriveMode, Pull };
}

export function neopixelWriteModule(realm: Realm, { digitalPins }: Chip) {
  const neopixelWrite = (pin: DigitalInOutBase, bytes: ArrayBufferView) => {
    const { buffer, byteOffset, byteLength } = bytes;
    const plain = new Uint8Array(buffer, byteOffset, byteLength);
    realm.device(() => digitalPins.writePixels(pin.handle, plain));
  };
  return { neopixelWrite };
}

export function analogioModule(realm: Realm, { analogInputs }: Chip) {
  class AnalogIn {
    private handle: number;

    constructor(pin: Pin) {
      this.handle = realm.device(() => analogInputs.construct(pin.gpio));
    }

    deinit(): void {
      analogInputs.deinit(this.handle);
      this.handle = 0;
    }

    get value(): number {
      return realm.device(() => analogInputs.value(this.handle));
    }

    get referenceVoltage(): number {
      return realm.device(() => analogInputs.referenceVoltage(this.handle));
    }
  }
  return { AnalogIn };
}

interface PWMOutOptions {
  dutyCycle?: number;
  frequency?: number;
  variableFrequency?: boolean;
}

export function pwmioModule(realm: Realm, { pulseOutputs }: Chip) {
  class PWMOut {
    private handle: number;

    constructor(pin: Pin, options: PWMOutOptions = {}) {
      const { dutyCycle = 0, frequency = 500, variableFrequency = false } = options;
      this.handle = realm.device(() =>
        pulseOutputs.construct(pin.gpio, dutyCycle, frequency, variableFrequency),
      );
    }

    deinit(): void {
      pulseOutputs.deinit(this.handle);
      this.handle = 0;
    }

    get dutyCycle(): number {
      return realm.device(() => pulseOutputs.dutyCycle(this.handle));
    }

    set dutyCycle(dutyCycle: number) {
      realm.device(() => pulseOutputs.setDutyCycle(this.handle, dutyCycle));
    }

    get frequency(): number {
      return realm.device(() => pulseOutputs.frequency(this.handle));
    }

    set frequency(frequency: number) {
      realm.device(() => pulseOutputs.setFrequency(this.handle, frequency));
    }
  }
  return { PWMOut };
}
