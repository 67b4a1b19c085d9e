// The two files that a program gets for its board: the module `taipan_board`, through which the
// camera application meets the pins, and the typings of `board` and of what is frozen beside it.
import type { BoardDefinition, CameraWiring } from "./definition";

function imports(camera: CameraWiring): string[] {
  const lines: string[] = [];
  if (camera.power)
    lines.push(`import { AXP313A, camera_voltages, enable_camera } from "axp313a";`);
  lines.push(`import * as board from "board";`);
  if (camera.i2c.kind === "busio") lines.push(`import { I2C } from "busio";`);
  lines.push(
    `import { Camera, FrameSize, GrabMode, PixelFormat } from "espcamera";`,
    `import { collect } from "gc";`,
  );
  return lines;
}

function ownBus(scl: string, sda: string): string[] {
  return [
    ``,
    `// Kept over a camera that failed to start: the pins of a second bus would be in use.`,
    `let bus: I2C | null = null;`,
    ``,
    `function cameraBus(): I2C {`,
    `  if (bus === null) {`,
    `    bus = new I2C(board.${scl}, board.${sda});`,
    `  }`,
    `  return bus;`,
    `}`,
  ];
}

/** A camera leaves its bus as it is; board.I2C() is the board's own and stays. */
function busRelease(): string[] {
  return [`  if (bus !== null) {`, `    bus.deinit();`, `    bus = null;`, `  }`];
}

/** The frozen library's own recipe: its camera_voltages are those that its author tried. */
function powerUp(voltages: string): string[] {
  return [
    `  if (!enable_camera(new AXP313A(i2c), camera_voltages.${voltages})) {`,
    `    throw new RuntimeError("The camera's power chip (AXP313A) does not answer.");`,
    `  }`,
  ];
}

function cameraOptions(camera: CameraWiring): string[] {
  const options = [
    `dataPins: board.${camera.dataPins}`,
    `pixelClockPin: board.${camera.pixelClockPin}`,
    `vsyncPin: board.${camera.vsyncPin}`,
    `hrefPin: board.${camera.hrefPin}`,
    `externalClockPin: board.${camera.externalClockPin}`,
    `i2c: i2c`,
  ];
  if (camera.powerdownPin !== null) options.push(`powerdownPin: board.${camera.powerdownPin}`);
  if (camera.resetPin !== null) options.push(`resetPin: board.${camera.resetPin}`);
  options.push(
    `pixelFormat: PixelFormat.JPEG`,
    `frameSize: frameSize`,
    `jpegQuality: jpegQuality`,
    // One buffer to read from while the driver fills the other, always with the newest picture.
    `framebufferCount: 2`,
    `grabMode: GrabMode.LATEST`,
  );
  return options.map((option) => `    ${option},`);
}

/** The text of `taipan_board.ts`, as promised by firmware-ts/types/taipan-board.d.ts. */
export function boardModule({ id, name, camera }: BoardDefinition): string {
  const { i2c } = camera;
  return [
    `// ${name}: written by the build from boards/definitions/${id}.json.`,
    ...imports(camera),
    ``,
    `export const BOARD_ID = "${id}";`,
    ...(i2c.kind === "busio" ? ownBus(i2c.scl, i2c.sda) : []),
    ``,
    `/** Starts the camera in JPEG mode, with two buffers, of which the newest picture is read. */`,
    `export function openCamera(frameSize: FrameSize, jpegQuality: int): Camera {`,
    `  // A camera that failed to start keeps its pins until it is collected (espcamera/Camera.c).`,
    `  collect();`,
    `  const i2c = ${i2c.kind === "busio" ? "cameraBus()" : "board.I2C()"};`,
    ...(camera.power ? powerUp(camera.power.voltages) : []),
    `  return new Camera({`,
    ...cameraOptions(camera),
    `  });`,
    `}`,
    ``,
    `/** Turns the camera off and gives back every pin that it used. */`,
    `export function closeCamera(camera: Camera): void {`,
    `  camera.deinit();`,
    ...(i2c.kind === "busio" ? busRelease() : []),
    `}`,
    ``,
  ].join("\n");
}

function boardTypings({ name, pins, camera }: BoardDefinition): string {
  return [
    `/** The pins of the ${name}. */`,
    `declare module "board" {`,
    `  import { I2C as I2CBus, SPI as SPIBus, UART as UARTBus } from "busio";`,
    `  import { Pin } from "microcontroller";`,
    ``,
    `  export const board_id: string;`,
    `  /** The board's own bus; the same object at every call. */`,
    `  export function I2C(): I2CBus;`,
    `  export function SPI(): SPIBus;`,
    ...("TX" in pins && "RX" in pins ? [`  export function UART(): UARTBus;`] : []),
    `  /** ${camera.dataGpios.join(", ")} */`,
    `  export const ${camera.dataPins}: readonly Pin[];`,
    ...Object.entries(pins).map(([pin, gpio]) => `  /** ${gpio} */ export const ${pin}: Pin;`),
    `}`,
    ``,
  ].join("\n");
}

/** https://github.com/bill88t/CircuitPython_AXP313A, frozen into the boards that need it */
const axp313aTypings = `declare module "axp313a" {
  import { I2C } from "busio";

  export class camera_voltages {
    static readonly OV2640: readonly number[];
    static readonly OV7725: readonly number[];
  }
  export class AXP313A {
    constructor(i2c: I2C);
  }
  /** False when the chip does not answer. */
  export function enable_camera(pmic: AXP313A, voltages: readonly number[]): boolean;
}
`;

/** Typings that hold on this board only, by file name. */
export function boardSpecificTypings(board: BoardDefinition): Record<string, string> {
  const typings: Record<string, string> = { "board.d.ts": boardTypings(board) };
  if (board.camera.power) typings["axp313a.d.ts"] = axp313aTypings;
  return typings;
}
