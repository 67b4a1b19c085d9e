// `microcontroller`, `board`, `busio` and `espcamera` for programs in JavaScript.
import type { CameraOptions } from "../../hardware/camera";
import type { Chip } from "../../hardware/chip";
import { frameSizeNames } from "../../hardware/frame-sizes";
import { choices, Pin, type Choice } from "./pin";
import { processorMembers } from "./processor-modules";
import type { Realm } from "./realm";

interface I2C {
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

interface ProgramCameraOptions {
  dataPins: Pin[];
  pixelClockPin: Pin;
  vsyncPin: Pin;
  hrefPin: Pin;
  i2c: I2C;
  externalClockPin?: Pin;
  externalClockFrequency?: number;
  powerdownPin?: Pin;
  resetPin?: Pin;
  pixelFormat?: Choice;
  frameSize?: Choice;
  jpegQuality?: number;
  framebufferCount?: number;
  grabMode?: Choice;
}

/** With CircuitPython's defaults (bindings/espcamera/Camera.c). */
function cameraOptions(given: ProgramCameraOptions): CameraOptions {
  return {
    dataPins: given.dataPins.map((pin) => pin.gpio),
    pixelClockPin: given.pixelClockPin.gpio,
    vsyncPin: given.vsyncPin.gpio,
    hrefPin: given.hrefPin.gpio,
    i2c: given.i2c.handle,
    externalClockPin: given.externalClockPin?.gpio ?? null,
    externalClockFrequency: given.externalClockFrequency ?? 20_000_000,
    powerdownPin: given.powerdownPin?.gpio ?? null,
    resetPin: given.resetPin?.gpio ?? null,
    pixelFormat: (given.pixelFormat?.name ?? "RGB565") as CameraOptions["pixelFormat"],
    frameSize: (given.frameSize?.name ?? "QQVGA") as CameraOptions["frameSize"],
    jpegQuality: given.jpegQuality ?? 15,
    framebufferCount: given.framebufferCount ?? 1,
    grabMode: (given.grabMode?.name ?? "WHEN_EMPTY") as CameraOptions["grabMode"],
  };
}

class NodeCamera {
  private handle: number;
  /** The same memory for every picture: the one before is overwritten, as in the driver. */
  private memory = new ArrayBuffer(0);

  constructor(
    private readonly realm: Realm,
    private readonly camera: Chip["camera"],
    options: ProgramCameraOptions,
  ) {
    this.handle = realm.device(() => camera.open(cameraOptions(options)));
  }

  get frameAvailable(): boolean {
    return this.realm.device(() => this.camera.frameAvailable(this.handle));
  }

  get width(): number {
    return this.describe().width;
  }

  get height(): number {
    return this.describe().height;
  }

  get sensorName(): string {
    return this.describe().sensor;
  }

  take(timeout = 0.25): Int8Array | null {
    const ms = Math.trunc(timeout * 1000);
    const picture = this.realm.device(() => this.camera.take(this.handle, ms));
    if (picture === null) return null;
    if (typeof picture === "number") {
      this.realm.checked(picture);
      return null;
    }
    if (this.memory.byteLength < picture.length) {
      this.memory = new ArrayBuffer(Math.ceil(picture.length * 1.25));
    }
    new Uint8Array(this.memory).set(picture);
    return this.realm.prelude.signedBytes(this.memory, 0, picture.length);
  }

  deinit(): void {
    this.camera.close(this.handle);
    this.handle = 0;
  }

  private describe() {
    return this.realm.device(() => this.camera.describe(this.handle));
  }
}

export function espcameraModule(realm: Realm, { camera }: Chip) {
  class Camera extends NodeCamera {
    constructor(options: ProgramCameraOptions) {
      super(realm, camera, options);
    }
  }
  return {
    Camera,
    GrabMode: choices(["WHEN_EMPTY", "LATEST"]),
    PixelFormat: choices(["RGB565", "GRAYSCALE", "JPEG"]),
    FrameSize: choices(frameSizeNames),
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
