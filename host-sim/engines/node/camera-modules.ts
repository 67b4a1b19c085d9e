// `microcontroller`, `board` and the camera's power for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import type { busioModule } from "./bus-modules";
import { Pin } from "./pin";
import { processorMembers } from "./processor-modules";
import type { Realm } from "./realm";

export interface I2C {
  readonly handle: number;
}

export function microcontrollerModule(realm: Realm, chip: Chip) {
  return { Pin, ...processorMembers(realm, chip) };
}

export function boardModule({ board }: Chip, busio: ReturnType<typeof busioModule>) {
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
  const { SCL, SDA, SCK, MOSI, MISO, TX, RX } = named;
  return {
    board_id: board.id,
    ...named,
    [dataPins]: dataGpios.map((gpio) => pin(gpio, dataPins)),
    I2C: singleton(() => new busio.I2C(known("SCL", SCL), known("SDA", SDA))),
    UART: singleton(() => new busio.UART(TX, RX)),
    SPI: singleton(() => new busio.SPI(known("SCK", SCK), MOSI, MISO)),
  };
}

/** The board's own bus: made once, and again after its deinit (shared-module/board). */
function singleton<Bus extends { handle: number }>(make: () => Bus): () => Bus {
  let bus: Bus | null = null;
  return () => {
    if (bus === null || bus.handle === 0) bus = make();
    return bus;
  };
}

/** The transpiler has seen to it that the board has the pin. */
function known(name: string, pin: Pin | undefined): Pin {
  if (pin === undefined) throw new Error(`This board has no ${name}.`);
  return pin;
}

/** The frozen https://github.com/bill88t/CircuitPython_AXP313A on a power chip that works. */
export function axp313aModule() {
  return {
    camera_voltages: { OV2640: [1.2, 2.8], OV7725: [1.8, 3.3] },
    AXP313A: class AXP313A {},
    enable_camera: () => true,
  };
}
