// The image sensors that make JPEGs: what a program can set on each, as esp32-camera's drivers take
// it (sensors/ov2640.c, ov3660.c, ov5640.c), and what they start with.
import { DeviceError } from "./device-error";
import type { FrameSizeName } from "./frame-sizes";

/** Of espcamera.Camera, in the order of bindings/espcamera/Camera.c. */
export const numberSettings = [
  "contrast",
  "brightness",
  "saturation",
  "sharpness",
  "denoise",
  "quality",
  "agc_gain",
  "aec_value",
  "special_effect",
  "wb_mode",
  "ae_level",
] as const;

export const flagSettings = [
  "colorbar",
  "whitebal",
  "gain_ctrl",
  "exposure_ctrl",
  "hmirror",
  "vflip",
  "aec2",
  "awb_gain",
  "dcw",
  "bpc",
  "wpc",
  "raw_gma",
  "lenc",
] as const;

/** espcamera.GainCeiling, numbered as in the driver. */
export const gainCeilings = [2, 4, 8, 16, 32, 64, 128].map((gain) => `GAIN_${gain}X`);

type NumberSetting = (typeof numberSettings)[number];
export type SettingName = NumberSetting | (typeof flagSettings)[number] | "gain_ceiling";

/** What becomes of a number: kept as it is, brought into a range, or refused outside of one. */
type Rule =
  | { readonly kind: "keep" }
  | { readonly kind: "clamp" | "refuse"; readonly least: number; readonly most: number };

export interface SensorModel {
  readonly largest: FrameSizeName;
  /** On the I2C bus. */
  readonly address: number;
  readonly rules: Readonly<Record<NumberSetting, Rule>>;
}

const keep: Rule = { kind: "keep" };
const refuse = (least: number, most: number): Rule => ({ kind: "refuse", least, most });
const clamp = (least: number, most: number): Rule => ({ kind: "clamp", least, most });
/** Its setter answers -1 whatever it is given. */
const never = refuse(1, 0);

/** OV3660 and OV5640 are set alike. */
const laterRules: SensorModel["rules"] = {
  contrast: refuse(-3, 3),
  // What is none of -3 to 3 works as 0, and reads as what was given.
  brightness: keep,
  saturation: refuse(-4, 4),
  sharpness: refuse(-3, 3),
  denoise: refuse(0, 8),
  quality: keep,
  agc_gain: clamp(0, 64),
  // At most the lines of a frame, which at 640 × 480 are 984 (register 0x380e).
  aec_value: clamp(-Infinity, 984),
  special_effect: refuse(0, 6),
  wb_mode: refuse(0, 4),
  ae_level: refuse(-5, 5),
};

const models: Readonly<Record<string, SensorModel>> = {
  OV2640: {
    largest: "UXGA",
    address: 0x30,
    rules: {
      contrast: refuse(-2, 2),
      brightness: refuse(-2, 2),
      saturation: refuse(-2, 2),
      sharpness: never,
      denoise: never,
      quality: clamp(0, 63),
      agc_gain: clamp(0, 30),
      aec_value: clamp(0, 1200),
      special_effect: refuse(0, 6),
      wb_mode: refuse(0, 4),
      ae_level: refuse(-2, 2),
    },
  },
  OV3660: { largest: "QXGA", address: 0x3c, rules: laterRules },
  OV5640: { largest: "QSXGA", address: 0x3c, rules: laterRules },
};

/** Null for a sensor that makes no JPEG. */
export function sensorModel(name: string): SensorModel | null {
  return models[name] ?? null;
}

/** What an OV2640's registers hold after esp_camera_init; a chip reads them, here they are known. */
const onAtStart: readonly SettingName[] = [
  "whitebal",
  "gain_ctrl",
  "exposure_ctrl",
  "awb_gain",
  "dcw",
  "wpc",
  "raw_gma",
  "lenc",
];
const exposureAtStart = 168;

/** The settings of a sensor from its camera's constructor on. Flags are 0 or 1. */
export class SensorSettings {
  private readonly values = new Map<SettingName, number>(onAtStart.map((name) => [name, 1]));

  constructor(
    private readonly model: SensorModel,
    quality: number,
  ) {
    this.values.set("quality", quality);
    this.values.set("aec_value", exposureAtStart);
  }

  get(name: SettingName): number {
    return this.values.get(name) ?? 0;
  }

  /** @throws DeviceError ValueError "invalid setting" (SENSOR_SET in common-hal/espcamera/Camera.c) */
  set(name: SettingName, value: number): void {
    const rule = name in this.model.rules ? this.model.rules[name as NumberSetting] : keep;
    if (rule.kind === "keep") return void this.values.set(name, value);
    const near = Math.min(rule.most, Math.max(rule.least, value));
    if (rule.kind === "refuse" && near !== value) {
      throw new DeviceError("ValueError", "invalid setting");
    }
    this.values.set(name, near);
  }
}
