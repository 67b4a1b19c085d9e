// `microcontroller`, `board` and `busio` for programs in JavaScript: what a camera hangs on.
import type { Chip } from "../../hardware/chip";
import { Pin } from "./pin";
import { processorMembers } from "./processor-modules";
import type { Realm } from "./realm";

export interface I2C {
  readonly handle: number;
}

export function busioModule(realm: Realm, { buses }: Chip) {
  class Bus implements I2C {
    handle: number;

    constructor(scl: Pin, sda: Pin) {
      this.handle = realm.device(() => buses.open(scl.gpio, sda.gpio));
    }

    deinit(): void {
      buses.close(this.handle);
      this.handle = 0;
    }
  }
  return { I2C: Bus };
}

export function microcontrollerModule(realm: Realm, chip: Chip) {
  return { Pin, ...processorMembers(realm, chip) };
}

export function boardModule({ board }: Chip, { I2C }: ReturnType<typeof busioModule>) {
  const pins = new Map<string, Pin>();
  const pin = (gpio: string, name: string) => {
    const known = pins.get(gpio) ?? new Pin(gpio, `board.${name}`);
    pins.set(gpio, known);
    return known;
  };
  const named = Object.fromEntries(
    Object.entries(board.pins).map(([name, gpio]) => [name, pin(gpio, name)]),
  );
  const { dataPins, dataGpios } = board.camera;
  let bus: InstanceType<typeof I2C> | null = null;
  return {
    board_id: board.id,
    ...named,
    [dataPins]: dataGpios.map((gpio) => pin(gpio, dataPins)),
    I2C: () => {
      const { SCL, SDA } = named;
      if ((bus === null || bus.handle === 0) && SCL !== undefined && SDA !== undefined) {
        bus = new I2C(SCL, SDA);
      }
      return bus;
    },
  };
}

/** The frozen https://github.com/bill88t/CircuitPython_AXP313A on a power chip that works. */
export function axp313aModule() {
  return {
    camera_voltages: { OV2640: [1.2, 2.8], OV7725: [1.8, 3.3] },
    AXP313A: class AXP313A {},
    enable_camera: () => true,
  };
}
